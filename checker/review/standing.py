"""A report against the baseline and people's decisions: what is left to report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from checker.model.decision import Decision
from checker.model.discrepancy import Discrepancy
from checker.model.report import Report
from checker.model.standing import Known, Standing, Suppressed


def weigh(
    report: Report,
    decisions: Iterable[Decision] = (),
    known: Iterable[Known] = (),
    today: date | None = None,
) -> Report:
    """Return the report without what is decided or known, which its `standing` then holds.

    A decision goes before the baseline: one that has expired by `today` brings its
    discrepancy back, known or not. Without `today` nothing expires.
    """
    by_print = {decision.fingerprint: decision for decision in decisions}
    entries = {entry.fingerprint: entry for entry in known}
    open_rows: list[Discrepancy] = []
    suppressed: list[Suppressed] = []
    for row in report.discrepancies:
        decision = by_print.get(row.fingerprint)
        if decision is not None and decision.holds_on(today):
            suppressed.append(Suppressed(discrepancy=row, decision=decision))
        elif decision is None and row.fingerprint in entries:
            suppressed.append(Suppressed(discrepancy=row))
        else:
            open_rows.append(row)
    standing = Standing(
        suppressed=tuple(suppressed),
        expired=tuple(_expired(open_rows, by_print.values())),
        unused=tuple(_unused(report, by_print.values())),
        stale=tuple(_stale(report, entries.values(), by_print.keys())),
    )
    return report.model_copy(update={"discrepancies": tuple(open_rows), "standing": standing})


def without_suppressed(report: Report) -> Report:
    """Return the report without its suppressed rows, for outputs that hide them."""
    hidden = report.standing.model_copy(update={"suppressed": ()})
    return report.model_copy(update={"standing": hidden})


def _expired(rows: Iterable[Discrepancy], decisions: Iterable[Decision]) -> Iterable[Decision]:
    """Decisions whose discrepancy is open all the same."""
    back = {row.fingerprint for row in rows}
    return (decision for decision in decisions if decision.fingerprint in back)


def _unused(report: Report, decisions: Iterable[Decision]) -> Iterable[Decision]:
    """Decisions on what this run did not find."""
    found = {row.fingerprint for row in report.discrepancies}
    return (decision for decision in decisions if decision.fingerprint not in found)


def _stale(report: Report, entries: Iterable[Known], decided: Iterable[str]) -> Iterable[Known]:
    """Entries that nothing meets, of rules and stories that were looked at."""
    met = {row.fingerprint for row in report.discrepancies} | set(decided)
    codes = {rule.code for rule in report.run.rules}
    stories = {story.id for story in report.stories} or {""}
    return (
        entry
        for entry in entries
        if entry.fingerprint not in met and entry.code in codes and entry.story in stories
    )
