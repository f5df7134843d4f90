"""Decisions "confirmed, correct: X" as facts, against which later sources are held."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from checker.model.decision import Decision, Ruling
from checker.model.discrepancy import Discrepancy, Version
from checker.model.report import Report
from checker.model.source import Source
from checker.model.value import Relation, Value
from checker.values.relate import relate
from checker.values.scan import find_values

AGREEING = frozenset({Relation.SAME, Relation.REFINES, Relation.OVERLAP})


def against_fact(row: Discrepancy, decision: Decision, report: Report) -> Discrepancy | None:
    """Return a decided discrepancy as it is shown where a later source gainsays the fact.

    Nothing where the decision states no fact, or no later source takes another side.
    Later are the sources that the decision does not name; of one that names none,
    those that the run was asked about as new.
    """
    if decision.verdict is not Ruling.CONFIRMED:
        return None
    sources = {source.id: source for source in report.sources}
    wrong = [version for version in row.versions if not _agrees(version, decision, report)]
    later = [
        sources[each].name
        for version in wrong
        for each in version.sources
        if _is_later(sources[each], decision, report.new_sources)
    ]
    if not later:
        return None
    told = f"{', '.join(dict.fromkeys(later))} ≠ “{decision.correct}”, {_origin(decision)}"
    return row.model_copy(update={"explanation": f"{told}; {row.explanation}"})


def fact_on(row: Discrepancy, decisions: Iterable[Decision], report: Report) -> Decision | None:
    """Return the fact by which a discrepancy is to be judged although its answers are others.

    "14", "19" and now "about 14": the question was settled, and one answer is the
    confirmed one. Without such an answer it may be another question in the same words.
    """
    for fact in _facts(row, decisions):
        if fact.sources and any(_agrees(version, fact, report) for version in row.versions):
            return fact
    return None


def with_fact(row: Discrepancy, decisions: Iterable[Decision]) -> Discrepancy:
    """Return an open discrepancy with what was confirmed when its question was asked before."""
    facts = _facts(row, decisions)
    if not facts:
        return row
    told = "; ".join(f"“{fact.correct}” was {_origin(fact)}" for fact in facts)
    return row.model_copy(update={"explanation": f"{row.explanation}; {told}"})


def _facts(row: Discrepancy, decisions: Iterable[Decision]) -> list[Decision]:
    """Return what was confirmed of the question of a row, in the words in which it is asked."""
    return [
        decision
        for decision in decisions
        if decision.verdict is Ruling.CONFIRMED
        and decision.question == row.question
        and decision.code == row.code
        and decision.story in {"", row.story}
    ]


def _origin(decision: Decision) -> str:
    who = f" by {decision.by}" if decision.by else ""
    when = f" on {decision.on.isoformat()}" if decision.on else ""
    return f"confirmed{who}{when}"


def _is_later(source: Source, decision: Decision, new: Collection[str]) -> bool:
    """Say whether a source was not there when it was decided.

    Paths are compared by their ends: a run may start from another folder.
    """
    if not decision.sources:
        return source.id in new
    return not any(_same_file(source.path, path) for path in decision.sources)


def _same_file(left: str, right: str) -> bool:
    short, long = sorted((left.removeprefix("./"), right.removeprefix("./")), key=len)
    return short == long or long.endswith(f"/{short}")


def _agrees(version: Version, decision: Decision, report: Report) -> bool:
    """Say whether an answer is the confirmed one: in words, or as a value."""
    correct = decision.correct.strip()
    if correct.casefold() in (version.value.casefold(), version.normal.casefold()):
        return True
    facts = [reading.value for reading in find_values(correct)]
    values = list(_values(version, report))
    return any(relate(value, fact) in AGREEING for fact in facts[:1] for value in values)


def _values(version: Version, report: Report) -> Iterator[Value]:
    """Yield the values of the claims that a version quotes."""
    places = {(each.source, each.start) for each in version.evidence}
    for claim in report.claims:
        if (claim.source, claim.span.start) in places:
            yield claim.value
