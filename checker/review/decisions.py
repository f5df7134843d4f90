"""`claims/decisions.jsonl`: what people decided, a decision a line.

It is a file of its own that no run rewrites. The command line, the review page
and the report's download all write it through here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from checker.errors import MeanwhileError, SettingsError, StoreError
from checker.model.decision import Decision
from checker.model.discrepancy import Discrepancy
from checker.review.lines import read_records, to_lines
from checker.store.atomic import locked, write_atomically

Kept = dict[tuple[str, str], Decision]

FILE = "decisions.jsonl"
# What a person rules, apart from what it is on.
RULED = ("verdict", "correct", "reason", "by", "on", "expires")
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


def matter_of(row: Discrepancy) -> dict[str, Any]:
    """Return what a decision says of the discrepancy that it is on."""
    places = {place.path for version in row.versions for place in version.evidence}
    return {
        "fingerprint": row.fingerprint,
        "question": row.question,
        "story": row.story,
        "code": row.code,
        "sources": tuple(sorted(places)),
    }


def add_decisions(folder: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions beside those that are there; one on the same discrepancy gives way.

    What another process writes meanwhile is kept. Raises StoreError where the file
    cannot be read or written; it is then as it was.
    """
    made = tuple(decisions)
    _rewrite(folder, lambda kept: {**kept, **{_matter(each): each for each in made}})


def change_decision(
    folder: Path, fingerprint: str, story: str, before: Decision | None, after: Decision | None
) -> None:
    """Put a decision in place of the one that its author has seen; `None` stands for none.

    Raises MeanwhileError where the file holds another one: nothing is then written.
    One that holds in all stories is the one of this story too.
    """

    def changed(kept: Kept) -> Kept:
        matter = _known_matter(kept, fingerprint, story)
        if _ruling(kept.get(matter)) != _ruling(before):
            raise MeanwhileError(
                "somebody else has decided on this meanwhile; look at what the file has now"
            )
        left = {key: each for key, each in kept.items() if key != matter}
        return left if after is None else {**left, _matter(after): after}

    _rewrite(folder, changed)


def decision_on(folder: Path, fingerprint: str, story: str) -> Decision | None:
    """Return what a folder holds on a discrepancy of a story."""
    kept = {_matter(each): each for each in load_decisions(folder)}
    return kept.get(_known_matter(kept, fingerprint, story))


def _known_matter(kept: Kept, fingerprint: str, story: str) -> tuple[str, str]:
    """Return under what a decision on a discrepancy is kept: its story, or none."""
    matters = ((fingerprint, story), (fingerprint, ""))
    return next((each for each in matters if each in kept), matters[0])


def _rewrite(folder: Path, change: Callable[[Kept], Kept]) -> None:
    """Change what the file holds, as the only one who does."""
    try:
        with locked(folder):
            kept = {_matter(each): each for each in load_decisions(folder)}
            write_atomically(folder / FILE, to_lines(change(kept).values()), durable=True)
    except OSError as error:
        raise StoreError(
            f"{folder / FILE}: cannot be written ({error.strerror}); "
            "choose another folder with --claims-dir"
        ) from None


def _ruling(decision: Decision | None) -> tuple[object, ...]:
    """Return what a person has ruled, to see whether two decisions say the same."""
    return () if decision is None else tuple(getattr(decision, name) for name in RULED)


def _one_each(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Keep the latest decision on each discrepancy."""
    ranked = sorted(decisions, key=lambda each: (str(each.on or ""), each.model_dump_json()))
    return tuple(sorted({_matter(each): each for each in ranked}.values(), key=_matter))


def _matter(decision: Decision) -> tuple[str, str]:
    """Return what a decision is on."""
    return decision.fingerprint, decision.story
