"""Files that can be thrown away at any time: what was worked out, under a key of its causes.

They lie in `.cache` within the folder of claims, which version control and backups
are told to leave alone. An entry whose key or digest does not fit is as good as none,
and one that cannot be written is missed by nobody.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from checker.store.atomic import write_atomically

FOLDER = ".cache"
MARKS = {
    ".gitignore": b"*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# Made by checker.\n",
}


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries of one kind below a folder of claims, each of a name and under a key."""

    folder: Path
    kind: str

    def get(self, name: str, key: str) -> bytes | None:
        """Return what is kept under a name, if it was kept under this key and is whole."""
        try:
            head, _, content = self._path(name).read_bytes().partition(b"\n")
        except OSError:
            return None
        return content if head == _head(key, content) else None

    def put(self, name: str, key: str, content: bytes) -> None:
        """Keep something in the place of what the name had before."""
        with suppress(OSError):
            self._mark()
            write_atomically(self._path(name), _head(key, content) + b"\n" + content)

    def _path(self, name: str) -> Path:
        return self.folder / FOLDER / self.kind / f"{name}.json"

    def _mark(self) -> None:
        """Tell version control and backups that nothing here is worth keeping."""
        for name, content in MARKS.items():
            path = self.folder / FOLDER / name
            if not path.exists():
                write_atomically(path, content)


def key_of(*causes: str) -> str:
    """Return a key that is another wherever one of its causes is another."""
    return hashlib.sha256(json.dumps(causes).encode()).hexdigest()


def _head(key: str, content: bytes) -> bytes:
    return f"{key} {hashlib.sha256(content).hexdigest()}".encode()
