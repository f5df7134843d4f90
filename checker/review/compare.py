"""Two reports of one corpus: what is new, gone, moved or changed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from checker.model.record import Record

# Fields of `run` that explain a difference, in the words of the explanation.
CAUSES = {
    "version": "program",
    "language_model": "language model",
    "settings": "settings",
    "today": "day of the run",
}


class _Told(BaseModel):
    """Part of a JSON report of any version: what is not needed is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class ToldPlace(_Told):
    """Where a quotation stands."""

    path: str
    line: int
    column: int


class ToldVersion(_Told):
    """An answer."""

    value: str
    normal: str
    sources: tuple[str, ...]
    evidence: tuple[ToldPlace, ...]


class ToldRow(_Told):
    """A discrepancy."""

    fingerprint: str
    code: str
    severity: str
    kind: str
    question: str
    versions: tuple[ToldVersion, ...]
    story: str = ""


class ToldSuppressed(_Told):
    """A discrepancy that is known or decided."""

    discrepancy: ToldRow


class ToldStanding(_Told):
    """What is known or decided, as far as it was to be shown."""

    suppressed: tuple[ToldSuppressed, ...] = ()


class ToldSource(_Told):
    """A source, and a digest of its text where the report has one."""

    id: str
    path: str
    digest: str = ""


class ToldRule(_Told):
    """A rule that was run."""

    code: str


class ToldRun(_Told):
    """How a report was made."""

    version: str
    language_model: str
    settings: str
    today: str
    rules: tuple[ToldRule, ...]


class ToldReport(_Told):
    """A JSON report as far as two of them are compared."""

    schema_version: str
    run: ToldRun
    sources: tuple[ToldSource, ...]
    discrepancies: tuple[ToldRow, ...]
    standing: ToldStanding = ToldStanding()


class Change(StrEnum):
    """What became of a discrepancy."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    CHANGED = "changed"


class Difference(Record):
    """One discrepancy that two reports tell differently, and why they do."""

    change: Change
    fingerprint: str
    code: str
    severity: str
    question: str
    why: str


def compare(old: ToldReport, new: ToldReport) -> tuple[Difference, ...]:
    """Return the differences of two reports: new ones, gone ones, then the rest.

    A row that has another fingerprint or place and the same answers has moved; one
    with another severity, kind or set of sources has changed.
    """
    before, after = _rows(old), _rows(new)
    pairs = [(row, before[key]) for key, row in after.items() if key in before]
    appeared = [row for key, row in after.items() if key not in before]
    vanished = [row for key, row in before.items() if key not in after]
    for row in list(appeared):
        match = next((other for other in vanished if _matter(other) == _matter(row)), None)
        if match:
            pairs.append((row, match))
            appeared.remove(row)
            vanished.remove(match)
    return (
        *(_difference(Change.NEW, row, _why(row, old, new)) for row in appeared),
        *(_difference(Change.GONE, row, _why(row, old, new)) for row in vanished),
        *(each for row, former in pairs for each in _between(former, row)),
    )


def _rows(report: ToldReport) -> dict[tuple[str, str], ToldRow]:
    """All rows by story and fingerprint, suppressed or not."""
    hidden = (each.discrepancy for each in report.standing.suppressed)
    return {(row.story, row.fingerprint): row for row in (*report.discrepancies, *hidden)}


def _matter(row: ToldRow) -> tuple[str, frozenset[str]]:
    return row.code, frozenset(version.normal for version in row.versions)


def _between(former: ToldRow, row: ToldRow) -> Iterator[Difference]:
    """Say how one matter is told otherwise."""
    if former.fingerprint != row.fingerprint:
        why = f"known as {former.fingerprint} before"
        yield _difference(Change.MOVED, row, why)
    elif _places(former) != _places(row):
        yield _difference(Change.MOVED, row, "other places in the documents")
    told = [
        f"{name} was {was}, is {now}"
        for name, was, now in (
            ("severity", former.severity, row.severity),
            ("kind", former.kind, row.kind),
            ("sources", _givers(former), _givers(row)),
        )
        if was != now
    ]
    if told:
        yield _difference(Change.CHANGED, row, "; ".join(told))


def _places(row: ToldRow) -> set[tuple[str, int, int]]:
    return {(e.path, e.line, e.column) for version in row.versions for e in version.evidence}


def _givers(row: ToldRow) -> str:
    return ", ".join(sorted({each for version in row.versions for each in version.sources}))


def _why(row: ToldRow, old: ToldReport, new: ToldReport) -> str:
    """Name what differs between the runs and touches this row, the nearest cause first."""
    reasons = [
        *_changed_sources(row, old, new),
        *_changed_rules(row, old, new),
        *(
            f"{word}: {was} → {now}"
            for field, word in CAUSES.items()
            if (was := getattr(old.run, field)) != (now := getattr(new.run, field))
        ),
    ]
    return "; ".join(reasons) or "other documents of its story, or what is known and decided"


def _changed_sources(row: ToldRow, old: ToldReport, new: ToldReport) -> Iterator[str]:
    before = {source.id: source.digest for source in old.sources}
    after = {source.id: source.digest for source in new.sources}
    for each in sorted({each for version in row.versions for each in version.sources}):
        if each not in before:
            yield f"source {each} is new"
        elif each not in after:
            yield f"source {each} is gone"
        elif before[each] and after[each] and before[each] != after[each]:
            yield f"source {each} has changed"


def _changed_rules(row: ToldRow, old: ToldReport, new: ToldReport) -> Iterable[str]:
    before, after = ({rule.code for rule in told.run.rules} for told in (old, new))
    if row.code not in before:
        return [f"rule {row.code} was not run before"]
    return [] if row.code in after else [f"rule {row.code} was not run now"]


def _difference(change: Change, row: ToldRow, why: str) -> Difference:
    return Difference(
        change=change,
        fingerprint=row.fingerprint,
        code=row.code,
        severity=row.severity,
        question=row.question,
        why=why,
    )
