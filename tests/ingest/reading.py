"""What the tests of reading share: one document from its text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from checker.ingest import IngestOptions, read_all
from checker.model.source import Source

DEFAULTS = IngestOptions()


def read_bytes(
    folder: Path, data: bytes, name: str = "page.txt", options: IngestOptions = DEFAULTS
) -> Source:
    """The source made of one file with these bytes; it must be readable."""
    (folder / name).write_bytes(data)
    sources, unread = read_all([folder / name], options)
    assert not unread, unread
    return sources[0]


def read_text(folder: Path, text: str, name: str = "page.txt") -> Source:
    """The source made of one file with this text."""
    return read_bytes(folder, text.encode(), name)


def cases(table: str) -> list[Any]:
    """The cases of a table beside this file."""
    path = Path(__file__).parent / f"{table}.toml"
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
