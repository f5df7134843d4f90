"""What stored results depend on beside documents and settings: the program itself."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import checker

SUFFIXES = frozenset({".py", ".toml"})


@lru_cache(maxsize=8)
def digest_of_code(*rooms: str) -> str:
    """Return a digest of the program's version and of the code and tables of some rooms.

    A room is a folder or a file of the package.
    """
    digest = hashlib.sha256(checker.__version__.encode())
    root = Path(__file__).parents[1]
    for room in rooms:
        inside = root / room
        for path in sorted(inside.rglob("*")) if inside.is_dir() else (inside,):
            if path.suffix in SUFFIXES:
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()
