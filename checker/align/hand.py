"""What two claims that give neither figure nor time share, as the hand-set weights ask for it."""

from __future__ import annotations

import numpy as np

from checker.align import apart, traits
from checker.align.features import Feature, cosine, rare
from checker.align.pairs import Flags, Floats, Pairs

# Shares of what two sides have in common where one of them leaves it open.
_OPEN, _BOTH_OPEN, _KIND, _ANYBODY = 0.3, 0.6, 0.8, 0.8
_SAME_CONCEPT = 0.9


def _same_subject(pairs: Pairs) -> Floats:
    left, right = pairs.flags(traits.subject)
    anybody, person = pairs.flags(traits.anybody), pairs.flags(traits.person)
    people = (anybody[0] & person[1]) | (anybody[1] & person[0])
    told = [
        left & pairs.same(traits.subject),
        ~left & ~right,
        pairs.same(traits.concept),
        people,
        left & right,
    ]
    return np.select(told, [1.0, _BOTH_OPEN, _SAME_CONCEPT, _ANYBODY, 0.0], default=_OPEN)


def _same_event(pairs: Pairs) -> Floats:
    told = [
        ~pairs.both(traits.event),
        pairs.same(traits.event),
        pairs.same(traits.happening),
        pairs.count_shared(traits.kinds) > 0,
    ]
    return np.select(told, [_OPEN, 1.0, _SAME_CONCEPT, _KIND], default=0.0)


def _narrowed_apart(pairs: Pairs) -> Flags:
    return apart.other_stage(pairs) | apart.nothing_in_common(pairs)


def _same_doer(pairs: Pairs) -> Flags:
    """Whether one did it, by part of a name or the whole of it."""
    return pairs.flags(traits.agent)[0] & pairs.same(pairs.sides.bearer_of_agent)


BY_HAND: dict[str, Feature] = {
    "subject": _same_subject,
    "event": _same_event,
    "qualifiers": lambda p: p.part_shared(traits.qualifiers),
    "opposed": _narrowed_apart,
    "names": lambda p: p.part_shared(traits.names),
    "context": cosine,
    "one_source": lambda p: p.same(traits.source),
    "rare": rare,
    "agent": _same_doer,
}
