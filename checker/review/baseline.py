"""`claims/baseline.jsonl`: the discrepancies that are known, a sorted line each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.errors import StoreError
from checker.model.discrepancy import Discrepancy
from checker.model.standing import Known
from checker.review.lines import read_records, to_lines
from checker.store.atomic import locked, write_atomically

FILE = "baseline.jsonl"
REMEDY = "`checker baseline update` writes the file anew"


def load_baseline(folder: Path) -> tuple[Known, ...]:
    """Return the known discrepancies in a folder of claims.

    Raises StoreError for a line that is none.
    """
    return read_records(folder / FILE, Known, REMEDY)


def save_baseline(folder: Path, known: Iterable[Known]) -> None:
    """Write the file anew; a StoreError tells where it cannot be."""
    try:
        with locked(folder):
            write_atomically(folder / FILE, to_lines(known), durable=True)
    except OSError as error:
        raise StoreError(
            f"{folder / FILE}: cannot be written ({error.strerror}); "
            "choose another folder with --claims-dir"
        ) from None


def known_of(discrepancy: Discrepancy) -> Known:
    """Return the entry that makes a discrepancy known."""
    return Known(
        fingerprint=discrepancy.fingerprint,
        code=discrepancy.code,
        question=discrepancy.question,
        versions=tuple(sorted({version.normal for version in discrepancy.versions})),
        story=discrepancy.story,
    )
