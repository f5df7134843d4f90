"""The baseline and people's decisions in a run: applied, and told on standard error."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from checker.cli.terminal import complain

if TYPE_CHECKING:
    from checker.model.decision import Decision
    from checker.model.report import Report
    from checker.model.standing import Standing
    from checker.settings import Settings


def weigh_run(report: Report, settings: Settings) -> Report:
    """Return the report without what the files of the claims folder settle."""
    from checker import review  # noqa: PLC0415

    decisions = review.load_decisions(settings.claims_dir)
    known = review.load_baseline(settings.claims_dir)
    return review.weigh(report, decisions, known, day_of_run(settings, decisions))


def has_facts(settings: Settings) -> bool:
    """Say whether something was confirmed, against which the claims of a run are to be held."""
    from checker import review  # noqa: PLC0415
    from checker.model.decision import Ruling  # noqa: PLC0415

    decisions = review.load_decisions(settings.claims_dir)
    return any(decision.verdict is Ruling.CONFIRMED for decision in decisions)


def day_of_run(settings: Settings, decisions: Iterable[Decision]) -> date | None:
    """Return the day on which decisions are judged to hold.

    The one place where the clock is read: here at the edge, once, and only where
    some decision has a last day.
    """
    if settings.today is not None or not any(decision.expires for decision in decisions):
        return settings.today
    return date.today()


def tell_standing(standing: Standing, *, shown: bool) -> None:
    """Tell what is hidden, what has expired, and which entries meet nothing."""
    decided = sum(each.decision is not None for each in standing.suppressed)
    known = len(standing.suppressed) - decided
    if standing.suppressed and not shown:
        complain(
            f"{known} known and {decided} decided discrepancies are not shown; "
            "--show-suppressed shows them"
        )
    for decision in standing.expired:
        complain(
            f"decision {decision.fingerprint} expired on {decision.expires}: {decision.question} "
            f"({decision.verdict}: {decision.reason})"
        )
    for decision in standing.unused:
        complain(f"decision {decision.fingerprint} meets nothing in this run: {decision.question}")
    for entry in standing.stale:
        complain(
            f"baseline entry {entry.fingerprint} meets nothing any more: {entry.question}; "
            "`checker baseline update` drops it, --allow-stale lets it be"
        )
