"""What was not read or not asked about, told on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.terminal import complain

if TYPE_CHECKING:
    from checker.model.source import Unread


def tell_unread(unread: Iterable[Unread]) -> None:
    """Name each document that gave no source, why, and the remedy."""
    for each in unread:
        remedy = f"; {each.remedy}" if each.remedy else ""
        complain(f"{each.path}: {each.reason}{remedy}")


def tell_new(new: int, read: int) -> None:
    """Say how many of the documents are new; a check of none finds nothing."""
    complain(f"{new} new of {read} documents; what only the others say is not shown")


def tell_nothing_read(paths: Sequence[Path]) -> None:
    """Say that there was nothing to check."""
    where = ", ".join(str(path) for path in paths)
    complain(f"{where}: no documents found; name files, or folders that hold .txt or .md files")
