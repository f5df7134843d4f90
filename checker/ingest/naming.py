"""Source ids: the file's stem, told apart by folder where two files share it.

A document of a file that holds several is called by the file and by its place in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

# File systems allow 255 bytes a name; the rest is for ".jsonl" and the like.
LONGEST_ID = 200

_UNSAFE = re.compile(r"[^\w.-]+")


def name_sources(paths: Iterable[Path]) -> dict[Path, str]:
    """An id for every path, unique whatever the case, and safe as a file name.

    Ids do not depend on the order of the paths.
    """
    ordered = sorted(paths, key=lambda path: path.as_posix())
    siblings = _shared((path, path.parent / path.stem.casefold()) for path in ordered)
    names = {path: _name(path, 0, path in siblings) for path in ordered}
    for depth in range(1, max((len(path.parts) for path in ordered), default=0)):
        for path in _shared((path, name.casefold()) for path, name in names.items()):
            names[path] = _name(path, depth, path in siblings)
    return _numbered(names)


def name_member(file_id: str, member: str, taken: set[str]) -> str:
    """An id for a document of a file, told apart by number; it is added to those `taken`.

    A file that is one document (an empty `member`) has its id already.
    """
    if not member:
        return file_id
    whole = _UNSAFE.sub("-", f"{file_id}-{member}").strip("-.")
    name = whole.encode()[:LONGEST_ID].decode(errors="ignore")
    number, candidate = 1, name
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name}-{number}"
    taken.add(candidate.casefold())
    return candidate


def _shared(keys: Iterable[tuple[Path, object]]) -> set[Path]:
    """The paths whose key another path has too."""
    groups: dict[object, list[Path]] = defaultdict(list)
    for path, key in keys:
        groups[key].append(path)
    return {path for group in groups.values() if len(group) > 1 for path in group}


def _name(path: Path, depth: int, with_suffix: bool) -> str:
    """`depth` folders and the stem; the suffix too where a sibling has the same stem."""
    stem = "standard-input" if path == Path("-") else path.stem
    parts = [*path.parent.parts[-depth:], stem] if depth else [stem]
    if with_suffix:
        parts.append(path.suffix.lstrip(".").lower())
    name = _UNSAFE.sub("-", "-".join(parts)).strip("-.")
    while len(name.encode()) > LONGEST_ID:
        name = name[:-1]
    return name or "document"


def _numbered(names: dict[Path, str]) -> dict[Path, str]:
    """Number what the folders could not tell apart ("a b" and "a-b")."""
    taken: set[str] = set()
    for path, name in names.items():
        number, candidate = 1, name
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{name}-{number}"
        taken.add(candidate.casefold())
        names[path] = candidate
    return names
