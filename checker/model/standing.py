"""How the discrepancies of a run stand to what is known and decided."""

from __future__ import annotations

from checker.model.decision import Decision
from checker.model.discrepancy import Discrepancy
from checker.model.record import Record


class Known(Record):
    """One line of `claims/baseline.jsonl`: a discrepancy that was there before.

    `versions` are the normal forms of its answers, sorted; `story` is the id of its
    story. There is no time and no place in it, so that it changes only where the
    discrepancy does.
    """

    fingerprint: str
    code: str
    question: str
    versions: tuple[str, ...]
    story: str = ""


class Suppressed(Record):
    """A discrepancy that is not reported, and why: a decision, or else the baseline."""

    discrepancy: Discrepancy
    decision: Decision | None = None


class Standing(Record):
    """What the files of known and decided matters say of a run.

    `suppressed` rows are hidden and fail nothing; `expired` are decisions that no
    longer hold and whose discrepancy is back; `unused` decisions and `stale`
    entries of the baseline meet nothing in this run.
    """

    suppressed: tuple[Suppressed, ...] = ()
    expired: tuple[Decision, ...] = ()
    unused: tuple[Decision, ...] = ()
    stale: tuple[Known, ...] = ()
