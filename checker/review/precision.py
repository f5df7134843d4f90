"""What people's decisions say of the rules: how often each of them was right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from checker.model.decision import Decision, Ruling
from checker.model.record import Record

UNKNOWN = "?"


class Precision(Record):
    """Decisions on what one rule found, by verdict.

    `precision` is the share that was no false alarm (0–1). `code` is "?" for
    decisions that do not tell their rule.
    """

    code: str
    decisions: int
    verdicts: Mapping[Ruling, int]
    precision: float


def precision_of(decisions: Iterable[Decision]) -> tuple[Precision, ...]:
    """Return the precision of each rule that was decided on, by code."""
    verdicts: dict[str, Counter[Ruling]] = defaultdict(Counter)
    for decision in decisions:
        verdicts[decision.code or UNKNOWN][decision.verdict] += 1
    return tuple(_precision(code, verdicts[code]) for code in sorted(verdicts))


def _precision(code: str, verdicts: Counter[Ruling]) -> Precision:
    total = verdicts.total()
    return Precision(
        code=code,
        decisions=total,
        verdicts={ruling: verdicts[ruling] for ruling in Ruling},
        precision=round(1 - verdicts[Ruling.FALSE_ALARM] / total, 3),
    )
