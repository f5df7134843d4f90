"""Pairs of sides, column by column, so that thousands of them are compared at once.

A trait is a function of one side, worked out once for each; a feature or a veto is a
function of pairs, which sets a column of the left beside one of the right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from checker.align.given import read_given
from checker.align.side import Side
from checker.align.story import Story

Pair: TypeAlias = tuple[int, int]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Places: TypeAlias = NDArray[np.int64]
Trait: TypeAlias = Callable[[Side], Any]


class Sides:
    """The sides that are compared, with what the story and its sources say of them.

    Columns are kept by trait; so a trait is a function of a module or a method of the
    story, never one made on the way.
    """

    def __init__(self, sides: Sequence[Side], story: Story) -> None:
        self.each = sides
        self.story = story
        self.given = read_given(sides)
        self._kept: dict[tuple[Trait, str], Any] = {}

    def column(self, trait: Trait) -> list[Any]:
        """A trait of every side."""
        column: list[Any] = self._once(trait, "column", lambda: [trait(side) for side in self.each])
        return column

    def flags(self, trait: Trait) -> Flags:
        """Whether each side has something."""
        flags: Flags = self._once(trait, "flags", lambda: np.array(self.column(trait), bool))
        return flags

    def numbers(self, trait: Trait) -> Floats:
        """A trait that is a number."""
        numbers: Floats = self._once(trait, "numbers", lambda: np.array(self.column(trait), float))
        return numbers

    def sizes(self, trait: Trait) -> Floats:
        """How much is in a trait that is a set."""
        sizes: Floats = self._once(
            trait, "sizes", lambda: np.array([len(told) for told in self.column(trait)], float)
        )
        return sizes

    def codes(self, trait: Trait) -> Places:
        """A number that sides share where the trait is equal."""
        codes: Places = self._once(trait, "codes", lambda: _codes(self.column(trait)))
        return codes

    def rarity(self, side: Side) -> float:
        """How much it tells that two claims are about this side's subject (−1 to 1)."""
        return self.story.rarity(side.claim)

    def bearer_of_agent(self, side: Side) -> str:
        """The full name of whoever did it, as far as the story has one."""
        return self.story.bearer(side.claim.question.agent)

    def mass_nearby(self, side: Side) -> float:
        """How much the words around the answer weigh together."""
        return self.story.mass(side.nearby)

    def _once(self, trait: Trait, form: str, make: Callable[[], Any]) -> Any:
        found = self._kept.get((trait, form))
        if found is None:
            found = self._kept[trait, form] = make()
        return found


def _codes(column: list[Any]) -> Places:
    known: dict[Any, int] = {}
    return np.array([known.setdefault(told, len(known)) for told in column], dtype=np.int64)


class Pairs:
    """Some pairs of sides: `left` and `right` are places among them, row by row."""

    def __init__(self, sides: Sides, left: Places, right: Places) -> None:
        self.sides = sides
        self.left = left
        self.right = right
        self._kept: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self.left)

    def only(self, kept: Flags) -> Pairs:
        """Those pairs that a flag is set for."""
        return Pairs(self.sides, self.left[kept], self.right[kept])

    def once(self, feature: Callable[[Pairs], Floats]) -> Floats:
        """A feature that others are made of, worked out once."""
        if feature not in self._kept:
            self._kept[feature] = feature(self)
        return self._kept[feature]  # type: ignore[no-any-return]

    def flags(self, trait: Trait) -> tuple[Flags, Flags]:
        """Whether the left has something, and the right."""
        column = self.sides.flags(trait)
        return column[self.left], column[self.right]

    def numbers(self, trait: Trait) -> tuple[Floats, Floats]:
        """A number of the left and of the right."""
        column = self.sides.numbers(trait)
        return column[self.left], column[self.right]

    def mean(self, trait: Trait) -> Floats:
        """The mean of a number of the left and of the right."""
        left, right = self.numbers(trait)
        return (left + right) / 2

    def sizes(self, trait: Trait) -> tuple[Floats, Floats]:
        """The size of a set of the left and of the right."""
        column = self.sides.sizes(trait)
        return column[self.left], column[self.right]

    def each(self, trait: Trait) -> Iterator[tuple[Any, Any]]:
        """A trait of the left and of the right, pair by pair."""
        told = self.sides.column(trait).__getitem__
        return zip(map(told, self.left.tolist()), map(told, self.right.tolist()), strict=True)

    def same(self, trait: Trait) -> Flags:
        """Whether both sides have a trait alike."""
        codes = self.sides.codes(trait)
        return np.asarray(codes[self.left] == codes[self.right])

    def both(self, trait: Trait) -> Flags:
        """Whether both sides have something."""
        left, right = self.flags(trait)
        return left & right

    def either(self, trait: Trait) -> Flags:
        """Whether one side has something, or both have."""
        left, right = self.flags(trait)
        return left | right

    def one(self, trait: Trait) -> Flags:
        """Whether one side has something and the other has not."""
        left, right = self.flags(trait)
        return left ^ right

    def count_shared(self, trait: Trait) -> Floats:
        """How much two sets have in common."""
        # The sets themselves are not kept: what is held by the thousand is walked through
        # again and again by the collector of garbage.
        if (trait, "shared") not in self._kept:
            counts = [len(left & right) for left, right in self.each(trait)]
            self._kept[trait, "shared"] = np.array(counts, dtype=float)
        return self._kept[trait, "shared"]  # type: ignore[no-any-return]

    def mass_shared(self, trait: Trait) -> Floats:
        """How much the words weigh that two sets have in common."""
        mass = self.sides.story.mass
        return np.array([mass(left & right) for left, right in self.each(trait)], dtype=float)

    def part_shared(self, trait: Trait) -> Floats:
        """What two sets have in common as a share of the smaller; 0 where one is empty."""
        return self.count_shared(trait) / np.maximum(np.minimum(*self.sizes(trait)), 1.0)

    def disjoint(self, trait: Trait) -> Flags:
        """Whether both sets hold something and nothing in common."""
        return np.asarray(self.both(trait) & (self.count_shared(trait) == 0))
