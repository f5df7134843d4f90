"""Signs that two claims are not about one thing: a part, another fate, a stage, another act.

Each says it for all of some pairs at once, and is symmetric in the two sides.
"""

from __future__ import annotations

import numpy as np

from checker.align import traits
from checker.align.pairs import Flags, Pairs
from checker.model.claim import Attribute
from checker.model.value import Relation
from checker.values.acts import relate_acts
from checker.values.relate import relate

# A kind that makes up more than this of the whole may be another word for it.
NEARLY_ALL = 0.9


def incomparable(pairs: Pairs) -> Flags:
    """ "12 tonnes" and "12 km": values that no relation holds between."""
    found = ~pairs.same(traits.scale)
    left, right = (pairs.sides.column(traits.value),) * 2
    for row in np.flatnonzero(pairs.either(traits.is_open_scale)).tolist():
        mine, other = left[pairs.left[row]], right[pairs.right[row]]
        found[row] = relate(mine, other) is Relation.INCOMPARABLE
    return found


def opposed_words(pairs: Pairs) -> Flags:
    """ "adult tickets" and "child tickets": opposed words exclude each other."""
    found = np.zeros(len(pairs), dtype=bool)
    opposites = pairs.sides.column(traits.opposites)
    for row in np.flatnonzero(pairs.flags(traits.opposites)[0]).tolist():
        other = pairs.sides.each[pairs.right[row]]
        found[row] = not opposites[pairs.left[row]].isdisjoint(other.qualifiers)
    return found


def other_country(pairs: Pairs) -> Flags:
    """ "30 Irish climbers" and "40 Danish climbers": both are narrowed to a country each."""
    return pairs.disjoint(traits.countries)


def other_stage(pairs: Pairs) -> Flags:
    """ "the initial offer" and "the new offer" are two offers."""
    return ~pairs.same(traits.stage)


def nothing_in_common(pairs: Pairs) -> Flags:
    """Both are narrowed, by nothing in common: "flood victims", "crash victims"."""
    return pairs.disjoint(traits.qualifiers)


def excluding_acts(pairs: Pairs) -> Flags:
    """ "12 mines were closed", "30 mines reopened": such acts befell two lots."""
    found = pairs.both(traits.event)
    acts = pairs.sides.column(traits.event)
    for row in np.flatnonzero(found).tolist():
        mine, other = acts[pairs.left[row]], acts[pairs.right[row]]
        found[row] = relate_acts(mine, other) is Relation.DISJOINT
    return found


def other_act(pairs: Pairs) -> Flags:
    """What was done and what is planned are one question only where the act is one."""
    return (
        pairs.both(traits.answers(Attribute.ACTION)) & pairs.one(traits.is_done) & ~one_act(pairs)
    )


def one_act(pairs: Pairs) -> Flags:
    """Whether the predicates are one concept, or of one kind of event, or left open."""
    kind = pairs.count_shared(traits.kinds) > 0
    return ~pairs.both(traits.event) | pairs.same(traits.happening) | kind


def other_fate(pairs: Pairs) -> Flags:
    """ "12 people were killed", "30 people were injured": two tolls."""
    return pairs.both(traits.befell) & ~pairs.same(traits.happening)


def other_victims(pairs: Pairs) -> Flags:
    """ "killed 12 miners", "injured 30 miners": some were, and others were not."""
    acts = pairs.both(traits.answers(Attribute.ACTION))
    return acts & other_fate(pairs) & ~pairs.either(traits.is_patient_named)


def part_of_whole(pairs: Pairs) -> Flags:
    """ "16 hikers" and "19 people" died: the few of a kind are part of all."""
    left, right = pairs.numbers(traits.middle)
    whole, _ = pairs.flags(traits.anybody)
    smaller = np.where(whole, right < NEARLY_ALL * left, left < NEARLY_ALL * right)
    return np.asarray(pairs.one(traits.anybody) & smaller)


def other_doer(pairs: Pairs) -> Flags:
    """ "Meier scored 23 points", "Huber scored ten": two named doers, two questions."""
    return pairs.disjoint(traits.doer)
