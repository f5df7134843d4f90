"""Sources give different times of day for one event.

Conflict:
    docked at 8:20 a.m. | docked at 8:20 p.m.
Agreement:
    around 11 p.m. | 10:55 p.m.
"""

from __future__ import annotations

from checker.model.claim import Attribute, Claim
from checker.model.discrepancy import Verdict
from checker.rules.event_dates_differ import judge as judge_dates
from checker.rules.shape import PairRule


def judge(left: Claim, right: Claim, options: None) -> Verdict | None:
    """Object when the two stretches of the day share no minute."""
    return judge_dates(left, right, options)


RULE = PairRule(
    code="D02",
    name="clock-times-differ",
    family="time-of-day",
    attributes=frozenset({Attribute.CLOCK}),
    judge=judge,
)
