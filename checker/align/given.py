"""Which figures the sources of a story give, and of what.

Two figures that one source gives of a subject are figures of two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.align.side import Side
from checker.model.claim import Attribute

Figure = tuple[Attribute, str, float]


def _sets() -> defaultdict[tuple[str, Attribute, str], set[float]]:
    return defaultdict(set)


@dataclass(slots=True)
class Given:
    """Figures by source, by source and subject, and the sources of each figure."""

    by_subject: defaultdict[tuple[str, Attribute, str], set[float]] = field(default_factory=_sets)
    by_source: defaultdict[tuple[str, Attribute], set[float]] = field(
        default_factory=lambda: defaultdict(set)
    )
    by_figure: defaultdict[Figure, set[str]] = field(default_factory=lambda: defaultdict(set))

    def of(self, side: Side) -> set[float]:
        """The figures that the side's source gives of the side's subject."""
        return self.by_subject[side.source, side.attribute, side.concept]

    def anywhere(self, side: Side) -> set[float]:
        """The figures of the attribute that the side's source gives of whatever."""
        return self.by_source[side.source, side.attribute]

    def givers(self, side: Side) -> set[str]:
        """The sources that give the side's figure in its unit."""
        return self.by_figure[side.attribute, side.unit, side.middle]


def read_given(sides: Iterable[Side]) -> Given:
    """Gather the figures of all claims."""
    given = Given()
    for side in sides:
        given.by_subject[side.source, side.attribute, side.concept].add(side.middle)
        given.by_source[side.source, side.attribute].add(side.middle)
        given.by_figure[side.attribute, side.unit, side.middle].add(side.source)
    return given
