"""Tables of time words, ready for use."""

from __future__ import annotations

from checker.lexicon import load
from checker.model.value import Grain
from checker.values.phrases import spaced

_LEXICON = load("times")

# Days in one unit.
DAYS: dict[str, float] = {unit: float(days) for unit, days in _LEXICON["units"].items()}
# Written form → unit.
UNITS: dict[str, str] = {
    form: unit for unit, forms in _LEXICON["unit_forms"].items() for form in forms
}
MONTHS: dict[str, int] = dict(_LEXICON["months"])
WEEKDAYS: dict[str, int] = dict(_LEXICON["weekdays"])
# How many units a word goes on.
STEPS: dict[str, int] = dict(_LEXICON["steps"])
SEASONS: dict[str, int] = dict(_LEXICON["seasons"])
# First and last hour of each part of a day.
DAYPARTS: dict[str, tuple[int, int]] = {
    part: (first, _LEXICON["dayparts_last"][part])
    for part, first in _LEXICON["dayparts_first"].items()
}
NEAR_DAYS: dict[str, int] = dict(_LEXICON["near_days"])
# Month and day, under both kinds of apostrophe.
FEASTS: dict[str, tuple[int, int]] = {
    written: divmod(when, 100)
    for feast, when in _LEXICON["feasts"].items()
    for written in (feast, feast.replace("'", "’"))
}
CLOCK_NAMES: dict[str, int] = dict(_LEXICON["clock_names"])
ZONES: tuple[str, ...] = tuple(_LEXICON["zones"]["list"])

_NUMBERS = load("numbers")
_TENS_OF_DAYS = ("twenty", "thirty")


def _day_words() -> dict[str, int]:
    """ "first" to "thirty-first", and "twenty-one" to "thirty-one"."""
    words = {word: day for word, day in _NUMBERS["ordinals"].items() if day <= 31}
    for ten in _TENS_OF_DAYS:
        for table in ("ordinals", "ones"):
            for word, unit in _NUMBERS[table].items():
                day = _NUMBERS["tens"][ten] + unit
                if 1 <= unit <= 9 and day <= 31:
                    words[f"{ten} {word}"] = day
    return words


# Days of a month in words.
DAY_WORDS: dict[str, int] = _day_words()
DECADE_WORDS: dict[str, int] = dict(_LEXICON["decades"])

GRAINS: dict[str, Grain] = {
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "weekend": Grain.DAY,
    "fortnight": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}


def month_of(word: str) -> int:
    """The number of a month as it is written: "sept." is 9."""
    return MONTHS[word.rstrip(".")]


def weekday_of(word: str) -> int:
    """The number of a weekday as it is written, 0 for Monday."""
    return WEEKDAYS[word.rstrip(".")]


def day_of(word: str) -> int:
    """The day of a month as it is written: "3", "3rd", "third", "twenty-first"."""
    if word[0].isdigit():
        return int(word.rstrip("stndrh"))
    return DAY_WORDS[spaced(word)]
