"""Traits of one side that comparisons ask for: each a function of the side alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import timedelta
from functools import cache
from operator import attrgetter

from checker.align.side import Side
from checker.lexicon import load
from checker.model.claim import Attribute, Modality
from checker.model.source import RegionKind
from checker.model.value import Clock, Duration, Hedge, Moment, Quantity
from checker.values.concepts import OUTCOMES
from checker.values.name import is_country

# News is written within weeks of its event; what is dated earlier is background.
LONG_AGO = timedelta(days=60)
STAGES = {stage: frozenset(words) for stage, words in load("scopes")["stage"].items()}
OPPOSED: dict[str, str] = {
    word: other
    for pair in load("opposed_qualifiers")["pairs"]["list"]
    for word, other in (pair.split("/"), reversed(pair.split("/")))
}

# What `Side` holds.
source = attrgetter("source")
attribute = attrgetter("attribute")
subject = attrgetter("subject")
concept = attrgetter("concept")
event = attrgetter("event")
happening = attrgetter("happening")
kinds = attrgetter("kinds")
anybody = attrgetter("anybody")
person = attrgetter("person")
qualifiers = attrgetter("qualifiers")
some = attrgetter("some")
names = attrgetter("names")
nearby = attrgetter("nearby")
beside = attrgetter("beside")
middle = attrgetter("middle")
place = attrgetter("place")

# What its claim holds.
claim = attrgetter("claim")
value = attrgetter("claim.value")
modality = attrgetter("claim.modality")
negated = attrgetter("claim.negated")
agent = attrgetter("claim.question.agent")
patient = attrgetter("claim.question.patient")


def concepts(side: Side) -> frozenset[str]:
    """What its sentence speaks of."""
    return side.profile.concepts


def norm(side: Side) -> float:
    """The length of the weighted vector of its sentence."""
    return side.profile.norm


def sentence(side: Side) -> Hashable:
    """The sentence that it stands in."""
    where = side.claim.sentence
    return where.source, where.start, where.end


def subject_given(side: Side) -> bool:
    """Say whether it says what it is about."""
    return bool(side.subject)


def is_title(side: Side) -> bool:
    """Say whether the claim stands in a headline."""
    return side.claim.region is RegionKind.TITLE


@cache
def answers(asked: Attribute) -> Callable[[Side], bool]:
    """Return the trait of answering what is asked: how many, how long, how old."""
    return lambda side: side.attribute is asked


def is_done(side: Side) -> bool:
    """Say whether it is told as done."""
    return side.claim.modality is Modality.DONE


def befell(side: Side) -> bool:
    """Say whether it tells what befell people: "34 killed"."""
    return side.happening in OUTCOMES


def counts_nothing(side: Side) -> bool:
    """ "caption 12 of 23": a number of nothing that is named and no toll."""
    return not side.subject and not befell(side)


def is_background(side: Side) -> bool:
    """ "The fire of 2009 killed 13": told as of long ago, beside the story's own event."""
    when, as_of = side.claim.question.when, side.claim.as_of
    if when is None or as_of is None or when.last is None or as_of.first is None:
        return False
    return when.last < as_of.first - LONG_AGO


def stage(side: Side) -> str:
    """ "the initial offer" and "the new offer" are two offers."""
    if not side.qualifiers:
        return ""
    return next((name for name, words in STAGES.items() if words & side.qualifiers), "")


def opposites(side: Side) -> frozenset[str]:
    """What words of the other side would exclude a word of this: "adult", "child"."""
    return frozenset(OPPOSED[word] for word in side.qualifiers if word in OPPOSED)


def countries(side: Side) -> frozenset[str]:
    """The countries that it is narrowed to: "30 Irish climbers"."""
    return frozenset(word for word in side.qualifiers if is_country(word))


def doer(side: Side) -> frozenset[str]:
    """The words of a doer's name; nothing where the doer has none."""
    question = side.claim.question
    named = question.agent in question.participants
    return frozenset(question.agent.split()) if named else frozenset()


def is_patient_named(side: Side) -> bool:
    """Say whether whoever it was done to has a name."""
    question = side.claim.question
    return question.patient in question.participants


def is_hedged(side: Side) -> bool:
    """Say whether a figure is "about", "over", "at least" or vaguer."""
    return getattr(side.claim.value, "hedge", Hedge.EXACT) is not Hedge.EXACT


def is_vague(side: Side) -> bool:
    """Say whether a figure is no more than "dozens"."""
    return getattr(side.claim.value, "hedge", Hedge.EXACT) is Hedge.VAGUE


def unit(side: Side) -> str:
    """The unit as it is written."""
    value = side.claim.value
    return str(getattr(value, "written_unit", getattr(value, "unit", "")))


def scale(side: Side) -> Hashable:
    """What a value is measured on: those of two scales cannot be compared.

    None where only the two values together tell: dates without a year, zones of time.
    """
    match side.claim.value:
        case Quantity() as figure:
            return figure.unit, figure.ordinal
        case Duration():
            return "duration"
        case Moment() as moment if moment.first is not None or moment.last is not None:
            return "moment"
        case Clock() as clock if not clock.zone:
            return "clock"
    return None


def is_open_scale(side: Side) -> bool:
    """Say whether only the two values together tell whether they can be compared."""
    return scale(side) is None


def clock_grain(side: Side) -> int | None:
    """How finely a time of day is given, in minutes."""
    return side.claim.value.grain if isinstance(side.claim.value, Clock) else None


def is_moment(side: Side) -> bool:
    """Say whether the value is a date."""
    return isinstance(side.claim.value, Moment)


def day_grain(side: Side) -> str:
    """How finely a date is given."""
    return side.claim.value.grain.value if isinstance(side.claim.value, Moment) else ""


def is_resolved(side: Side) -> bool:
    """Say whether it is known from when on a date holds."""
    return isinstance(side.claim.value, Moment) and side.claim.value.first is not None


def is_relative(side: Side) -> bool:
    """Say whether a date leans on the day of writing: "yesterday"."""
    return isinstance(side.claim.value, Moment) and side.claim.value.relative


def has_weekday(side: Side) -> bool:
    """Say whether a date has its day of the week."""
    return isinstance(side.claim.value, Moment) and side.claim.value.weekday is not None


def has_year(side: Side) -> bool:
    """Say whether a date has its year in words."""
    return isinstance(side.claim.value, Moment) and side.claim.value.year is not None


def month_and_day(side: Side) -> Hashable:
    """The month and day that a date gives in words."""
    value = side.claim.value
    return (value.month, value.day) if isinstance(value, Moment) else None


def has_month(side: Side) -> bool:
    """Say whether a date has its month in words."""
    return isinstance(side.claim.value, Moment) and side.claim.value.month is not None


def when(side: Side) -> Moment | None:
    """The time that the sentence gives the event."""
    return side.claim.question.when


def is_when_relative(side: Side) -> bool:
    """Say whether that time leans on the day of writing."""
    told = side.claim.question.when
    return told is not None and told.relative
