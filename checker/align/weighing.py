"""How the claims of an attribute are weighed: by a fitted table or by hand-set weights."""

from __future__ import annotations

from enum import StrEnum

from checker.model.claim import Attribute


class Weighing(StrEnum):
    """A way of weighing; the fitted ones are called like their tables."""

    FIGURES = "figures"
    TIMES = "times"
    BY_HAND = "default"


ATTRIBUTES = {
    Weighing.FIGURES: frozenset(
        {
            Attribute.AGE,
            Attribute.COUNT,
            Attribute.DURATION,
            Attribute.MEASURE,
            Attribute.MONEY,
            Attribute.SHARE,
        }
    ),
    Weighing.TIMES: frozenset({Attribute.CLOCK, Attribute.DATE}),
}


def weighing_of(attribute: Attribute) -> Weighing:
    """The way in which claims of an attribute are weighed."""
    return next((way for way, those in ATTRIBUTES.items() if attribute in those), Weighing.BY_HAND)
