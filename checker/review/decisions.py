"""`claims/decisions.jsonl`: what people decided, a decision a line.

It is a file of its own that no run rewrites. The command line, the review page
and the report's download all write it through here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from checker.errors import SettingsError, StoreError
from checker.model.decision import Decision
from checker.review.atomic import locked, write_atomically
from checker.review.lines import read_records, to_lines

FILE = "decisions.jsonl"
REMEDY = "mend or delete the line; git has what stood there before"


def load_decisions(folder: Path) -> tuple[Decision, ...]:
    """Return the decisions in a folder of claims, one a discrepancy, sorted.

    Where a merge has left two on one discrepancy, the later one holds. Raises
    StoreError for a line that is no decision.
    """
    return _one_each(read_records(folder / FILE, Decision, REMEDY))


def decision_from(fields: Mapping[str, Any]) -> Decision:
    """Make a decision of what a person filled in; a SettingsError says what is amiss."""
    try:
        return Decision.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = "".join(f"{part}: " for part in first["loc"])
        told = first["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
        raise SettingsError(f"a decision cannot be so: {field}{told}") from None


def add_decisions(folder: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions beside those that are there; one on the same discrepancy gives way.

    What another process writes meanwhile is kept. Raises StoreError where the file
    cannot be read or written; it is then as it was.
    """
    made = tuple(decisions)
    try:
        with locked(folder):
            kept = {_matter(each): each for each in (*load_decisions(folder), *made)}
            write_atomically(folder / FILE, to_lines(kept.values()), durable=True)
    except OSError as error:
        raise StoreError(
            f"{folder / FILE}: cannot be written ({error.strerror}); "
            "choose another folder with --claims-dir"
        ) from None


def _one_each(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Keep the latest decision on each discrepancy."""
    ranked = sorted(decisions, key=lambda each: (str(each.on or ""), each.model_dump_json()))
    return tuple(sorted({_matter(each): each for each in ranked}.values(), key=_matter))


def _matter(decision: Decision) -> tuple[str, str]:
    """Return what a decision is on."""
    return decision.fingerprint, decision.story
