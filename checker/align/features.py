"""What two claims share and what sets them apart, as numbers from 0 (not at all) to 1.

Symmetric in the two sides. The names are those of the fitted tables, and of the reasons
that a report gives for an alignment (`REASONS`).
"""

from __future__ import annotations

import math

from checker.align import apart
from checker.align.given import Given
from checker.align.side import Side, is_hedged
from checker.align.story import Story
from checker.model.claim import Attribute
from checker.model.value import Clock, Hedge, Moment

Features = dict[str, float]

REASONS = {
    "agent": "same doer",
    "context": "the sentences share words",
    "event": "same event",
    "kind_of_event": "same kind of event",
    "names": "same names",
    "near_figures": "figures of like size",
    "nearby": "the words around are alike",
    "nearby_many": "the words around are alike",
    "other_figures": "same figures beside",
    "patient": "same one concerned",
    "rare": "each source gives one such figure",
    "same_time": "same time",
    "subject": "same thing",
    "supported": "several sources give it",
    "told_alike": "told in the same words",
    "toll": "toll of the event",
}
# Differences beyond these say nothing more.
_MOST_RATIO = 5.0
_MOST_SHARED = 4
_MOST_DAYS = 4000.0
_DAY = 1440.0


def shared_features(left: Side, right: Side, story: Story) -> Features:
    """What the sentences of two claims of any attribute share."""
    mine, other = left.claim.question, right.claim.question
    names = left.names & right.names
    shared = left.nearby & right.nearby
    lighter = min(story.mass(left.nearby), story.mass(right.nearby))
    outcomes = left.befell and right.befell
    return {
        "agent": float(bool(mine.agent) and mine.agent == other.agent),
        "background_both": float(apart.is_background(left) and apart.is_background(right)),
        "background_one": float(apart.is_background(left) is not apart.is_background(right)),
        "context": cosine(left, right, story),
        "event": float(bool(left.event) and left.happening == right.happening),
        "event_missing": float(not left.event or not right.event),
        "excluding_acts": float(apart.excluding_acts(left, right)),
        "headline": float(left.title or right.title),
        "kind_of_event": float(bool(left.kinds & right.kinds)),
        "lead": float(max(left.place, right.place) < 0.15),
        "late": float(min(left.place, right.place) > 0.5),
        "modality_differs": float(left.claim.modality is not right.claim.modality),
        "names": len(names) / (min(len(left.names), len(right.names)) or 1),
        "names_many": min(len(names), 3) / 3,
        "names_none": float(bool(left.names) and bool(right.names) and not names),
        "nearby": story.mass(shared) / lighter if lighter else 0.0,
        "nearby_many": min(len(shared), _MOST_SHARED) / _MOST_SHARED,
        "negated_one": float(left.claim.negated is not right.claim.negated),
        "one_source": float(left.source == right.source),
        "other_doer": float(apart.other_doer(left, right)),
        "other_fate": float(outcomes and left.happening != right.happening),
        "other_time": float(apart.other_time(left, right)),
        "patient": float(bool(mine.patient) and mine.patient == other.patient),
        "place_apart": abs(left.place - right.place),
        "qualifiers": len(left.qualifiers & right.qualifiers)
        / (min(len(left.qualifiers), len(right.qualifiers)) or 1),
        "qualifiers_apart": float(apart.nothing_in_common(left, right)),
        "qualifiers_one": float(bool(left.qualifiers) is not bool(right.qualifiers)),
        "same_time": float(apart.same_time(left, right)),
        "subject": float(bool(left.subject) and left.concept == right.concept),
        "told_alike": told_alike(left, right, story),
        "subject_missing": (not left.subject) / 2 + (not right.subject) / 2,
    }


def figure_features(left: Side, right: Side, story: Story, given: Given) -> Features:
    """What two figures share: counts, amounts, shares, measures, lengths of time, ages."""
    small, large = sorted((left.middle, right.middle))
    ratio = math.log(large / small) if small > 0 else _MOST_RATIO
    mine, other = left.claim.value, right.claim.value
    return {
        **shared_features(left, right, story),
        **known(left, right, given),
        "anybody_apart": float(left.anybody and right.anybody and not same_fate(left, right)),
        "anybody_both": float(left.anybody and right.anybody),
        "anybody_one": float(left.anybody is not right.anybody and left.person and right.person),
        "age": float(left.attribute is Attribute.AGE),
        "bare": float(apart.counts_nothing(left) or apart.counts_nothing(right)),
        "count": float(left.attribute is Attribute.COUNT),
        "countries_apart": float(apart.other_country(left, right)),
        "duration": float(left.attribute is Attribute.DURATION),
        "hedged": (is_hedged(mine) + is_hedged(other)) / 2,
        "large": float(small >= 100),
        "measure": float(left.attribute is Attribute.MEASURE),
        "money": float(left.attribute is Attribute.MONEY),
        "near_figures": math.exp(-3 * ratio),
        "opposed": float(apart.opposed_words(left, right)),
        "other_figures": min(len((left.beside & right.beside) - {small, large}), 2) / 2,
        "part": float(apart.part_of_whole(left, right)),
        "people_one": float(left.person is not right.person),
        "rare": rare(left, right, story),
        "ratio": min(ratio, _MOST_RATIO) / _MOST_RATIO,
        "small": float(large <= 10),
        "some_both": float(left.some and right.some),
        "some_one": float(left.some is not right.some),
        "stage_apart": float(apart.stage_of(left) != apart.stage_of(right)),
        "tiny": float(small <= 2),
        "toll": float(left.befell and right.befell and left.person and right.person),
        "unit_differs": float(_unit(left) != _unit(right)),
        "vague": (_is_vague(left) + _is_vague(right)) / 2,
    }


def same_fate(left: Side, right: Side) -> bool:
    """Say whether one thing befell them, as far as the predicates tell."""
    return bool(left.event and right.event) and apart.one_act(left, right)


def told_alike(left: Side, right: Side, story: Story) -> float:
    """Where thing and event are the same, how alike the sentences are: a swapped digit is far.

    "police arrested 13 people", "police arrested 31 people".
    """
    if not left.event or left.happening != right.happening or left.concept != right.concept:
        return 0.0
    return cosine(left, right, story)


def rare(left: Side, right: Side, story: Story) -> float:
    """How nearly each source has one answer about the subject (−1 to 1).

    One document that counts a rare thing twice counts two different ones.
    """
    if left.source == right.source:
        return 0.0
    return min(story.rarity(left.claim), story.rarity(right.claim))


def known(left: Side, right: Side, given: Given) -> Features:
    """A source that gives both figures of one subject speaks of two things."""
    givers = given.givers(left), given.givers(right)
    support = sorted(map(len, givers))
    crossed = left.source != right.source
    return {
        "gives_both": ((right.middle in given.of(left)) + (left.middle in given.of(right)))
        / 2
        * crossed,
        "gives_both_somewhere": (
            (right.middle in given.anywhere(left)) + (left.middle in given.anywhere(right))
        )
        / 2
        * crossed,
        "giving_both": min(len(givers[0] & givers[1]), 3) / 3,
        "many_of_subject": min(max(len(given.of(left)), len(given.of(right))), 6) / 6,
        "supported": min(support[0], 3) / 3,
        "supported_one": min(support[1], 4) / 4,
    }


def time_features(left: Side, right: Side, story: Story, given: Given) -> Features:
    """What two dates, or two times of day, share."""
    clock = left.attribute is Attribute.CLOCK
    return {
        **shared_features(left, right, story),
        **known(left, right, given),
        **(_clock_gap(left, right) if clock else _date_gap(left, right)),
        "clock": float(clock),
        "rare": rare(left, right, story),
        "hedged": (is_hedged(left.claim.value) + is_hedged(right.claim.value)) / 2,
    }


def _clock_gap(left: Side, right: Side) -> Features:
    minutes = abs(left.middle - right.middle) % _DAY
    minutes = min(minutes, _DAY - minutes)
    return {
        "gap": min(math.log1p(minutes / 10) / math.log1p(_DAY / 20), 1.0),
        "half_day": float(minutes == _DAY / 2),
        "grain_same": float(_grain(left) == _grain(right)),
    }


def _date_gap(left: Side, right: Side) -> Features:
    mine, other = left.claim.value, right.claim.value
    if not isinstance(mine, Moment) or not isinstance(other, Moment):
        return {}
    both = mine.first is not None and other.first is not None
    days = abs(left.middle - right.middle) if both else _MOST_DAYS
    return {
        "gap": min(math.log1p(days) / math.log1p(_MOST_DAYS), 1.0),
        "grain_same": float(mine.grain is other.grain),
        "next_day": float(0.5 < days < 1.5),
        "other_year_only": float(
            None not in (mine.month, mine.year, other.year)
            and (mine.month, mine.day) == (other.month, other.day)
        ),
        "relative_both": float(mine.relative and other.relative),
        "relative_one": float(mine.relative is not other.relative),
        "weekdays": float(mine.weekday is not None and other.weekday is not None),
        "written_years": float(mine.year is not None and other.year is not None),
    }


def _grain(side: Side) -> object:
    return side.claim.value.grain if isinstance(side.claim.value, Clock) else None


def _unit(side: Side) -> str:
    value = side.claim.value
    return str(getattr(value, "written_unit", getattr(value, "unit", "")))


def _is_vague(side: Side) -> bool:
    return getattr(side.claim.value, "hedge", Hedge.EXACT) is Hedge.VAGUE


def cosine(left: Side, right: Side, story: Story) -> float:
    """How much of what two sentences speak of they share, by rarity."""
    mine, other = left.profile, right.profile
    shared = story.mass(mine.concepts & other.concepts)
    return shared / (mine.norm * other.norm) if shared else 0.0
