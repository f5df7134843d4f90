"""A report against the baseline and people's decisions: what is left to report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from datetime import date
from typing import Generic, TypeVar

from checker.model.decision import Decision
from checker.model.discrepancy import Discrepancy
from checker.model.report import Report
from checker.model.standing import Known, Standing, Suppressed
from checker.review.facts import against_fact, fact_on, with_fact

E = TypeVar("E", Decision, Known)


def weigh(
    report: Report,
    decisions: Iterable[Decision] = (),
    known: Iterable[Known] = (),
    today: date | None = None,
) -> Report:
    """Return the report without what is decided or known, which its `standing` then holds.

    A decision goes before the baseline: one that has expired by `today` brings its
    discrepancy back, known or not. Without `today` nothing expires. A discrepancy
    that is known by another of its fingerprints takes that one. One that was
    confirmed with a right answer is back where a later source gainsays it.
    """
    ruled, listed = tuple(decisions), tuple(known)
    deciding, knowing = Register(report, ruled), Register(report, listed)
    rows = tuple(_by_known_name(row, deciding, knowing) for row in report.discrepancies)
    open_rows: list[Discrepancy] = []
    suppressed: list[Suppressed] = []
    expired: list[Decision] = []
    facts = tuple(each for each in ruled if each.holds_on(today))
    for row, found in zip(rows, report.discrepancies, strict=True):
        entry = knowing.entry_on(found)
        decision = deciding.entry_on(found) or (None if entry else fact_on(row, facts, report))
        if decision is not None and decision.holds_on(today):
            gainsaid = against_fact(row, decision, report)
            if gainsaid:
                open_rows.append(gainsaid)
            else:
                suppressed.append(Suppressed(discrepancy=row, decision=decision))
        elif decision is None and entry is not None:
            suppressed.append(Suppressed(discrepancy=row))
        else:
            open_rows.append(with_fact(row, ruled))
            expired += [decision] if decision else []
    standing = Standing(
        suppressed=tuple(suppressed),
        expired=tuple(dict.fromkeys(expired)),
        unused=tuple(_unused(report, ruled, deciding.met | {e.decision for e in suppressed})),
        stale=tuple(_stale(report, listed, knowing)),
    )
    return report.model_copy(update={"discrepancies": tuple(open_rows), "standing": standing})


def without_suppressed(report: Report) -> Report:
    """Return the report without its suppressed rows, for outputs that hide them."""
    hidden = report.standing.model_copy(update={"suppressed": ()})
    return report.model_copy(update={"standing": hidden})


def of_named_stories(report: Report) -> Report:
    """Return a report of some stories of many: what names no story may be met by the others."""
    standing = report.standing
    kept = {
        "unused": tuple(each for each in standing.unused if each.story),
        "stale": tuple(each for each in standing.stale if each.story),
    }
    return report.model_copy(update={"standing": standing.model_copy(update=kept)})


class Register(Generic[E]):
    """Entries by fingerprint, asked what they say of the discrepancies of one report.

    `met` holds the entries that some discrepancy was found under. An entry that
    names a story of the run speaks of that story only; where its story is not
    there, its folder may have been renamed, and it speaks of all.
    """

    def __init__(self, report: Report, entries: Sequence[E]) -> None:
        self._stories = {story.id for story in report.stories}
        self._names: dict[str, list[str]] = defaultdict(list)
        for name, other in report.namesakes:
            self._names[name].append(other)
        self._entries: dict[str, list[E]] = defaultdict(list)
        for entry in entries:
            self._entries[entry.fingerprint].append(entry)
        self.met: set[E] = set()

    def entry_on(self, row: Discrepancy) -> E | None:
        """Return the entry on a discrepancy, under its own fingerprint first."""
        for name in (row.fingerprint, *self._names.get(row.fingerprint, ())):
            for entry in self._entries.get(name, ()):
                if entry.story == row.story or entry.story not in self._stories:
                    self.met.add(entry)
                    return entry
        return None


def _by_known_name(
    row: Discrepancy, deciding: Register[Decision], knowing: Register[Known]
) -> Discrepancy:
    """Return a discrepancy under the fingerprint that people know it by."""
    entry = deciding.entry_on(row) or knowing.entry_on(row)
    if entry is None or entry.fingerprint == row.fingerprint:
        return row
    return row.model_copy(update={"fingerprint": entry.fingerprint})


def _unused(
    report: Report, decisions: Iterable[Decision], met: Set[Decision | None]
) -> Iterable[Decision]:
    """Decisions that nothing meets, of stories that were looked at."""
    stories = _looked_at(report)
    return (each for each in decisions if each not in met and each.story in stories)


def _stale(report: Report, entries: Iterable[Known], knowing: Register[Known]) -> Iterable[Known]:
    """Entries that nothing meets, of rules and stories that were looked at."""
    codes = {rule.code for rule in report.run.rules}
    stories = _looked_at(report)
    return (
        entry
        for entry in entries
        if entry not in knowing.met and entry.code in codes and entry.story in stories
    )


def _looked_at(report: Report) -> set[str]:
    """Return the stories that were compared, and "" for what names none where all were."""
    compared = {each for story in report.stories for each in story.sources}
    whole = not compared or all(source.id in compared for source in report.sources)
    return {story.id for story in report.stories} | ({""} if whole else set())
