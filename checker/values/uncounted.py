"""Numbers that count nothing, or something else than they seem to."""

from __future__ import annotations

import re

from checker.lexicon import load
from checker.values.label import is_label
from checker.values.numeral import Number
from checker.values.year import is_year

_LEXICON = load("figures")
_AFTER_ONE = frozenset(_LEXICON["after_one"]["words"])
_BEFORE_ONE = frozenset(_LEXICON["before_one"]["words"])
_AFTER_SCORE = frozenset(_LEXICON["after_score"]["words"])
_IN_MILLIONS = frozenset(_LEXICON["in_millions"]["words"])
_NEXT_WORD = re.compile(r"[\s-]+([a-z]+)")
_CAPITAL = re.compile(r"[A-Z][a-z]+\s$")
_LAST_WORD = re.compile(r"([a-z]+)\s$")
# "4000-5000 geese": nobody scores so high.
_NO_SCORE = 1000
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|2100")


def is_uncounted(text: str, lowered: str, match: re.Match[str]) -> bool:
    """Numbers that count nothing: "Flight 12 left", "no one saw it", "in 2008", "5G"."""
    start = match.start()
    if match["sign"] or match["minus"]:
        return False
    if match["unit"] == "g" and text[match.end() - 1] == "G":
        return True
    if _YEAR.fullmatch(match["low"]) and not match["unit"]:
        return is_year(lowered, start, match.end("low"))
    if match["low"] == "one" and not match["unit"] and not match["high"]:
        following = _NEXT_WORD.match(lowered, match.end())
        before = _LAST_WORD.search(lowered, max(0, start - 8), start)
        # "Air Force One", "Capital One".
        if text[start].isupper() and _CAPITAL.search(text, max(0, start - 20), start):
            return True
        if (following and following[1] in _AFTER_ONE) or (before and before[1] in _BEFORE_ONE):
            return True
    return is_label(lowered, start)


def counts_millions(text: str, end: int) -> bool:
    """Tell millions, "44m users", from metres, "44m deep", by what follows."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and following[1] in _IN_MILLIONS


def is_score(lowered: str, match: re.Match[str], low: Number, high: Number) -> bool:
    """Two figures with a hyphen and no unit: "won 3-1", "a 5-4 ruling", "the 737-800"."""
    if match["unit"] or match["sign"] or match["between"].strip() not in {"-", "–", "—"}:
        return False
    if not match["low"].isdigit() or low.low >= _NO_SCORE:
        return False
    following = _NEXT_WORD.match(lowered, match.end())
    return (
        low.low >= high.low
        or following is None
        or following[1] in _AFTER_SCORE
        or high.low > 20 * max(low.low, 1.0)
    )
