"""Numbers in words: "twenty-one", "two hundred and five thousand", "nine point four"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.lexicon import load
from checker.values.numeral import Number
from checker.values.phrases import alternatives

_LEXICON = load("numbers")
ONES: dict[str, int] = dict(_LEXICON["ones"])
TENS: dict[str, int] = dict(_LEXICON["tens"])
SCALES: dict[str, int] = dict(_LEXICON["scales"])

SCALE = alternatives(SCALES)
SMALL = alternatives([*ONES, *TENS])
_AND = "(?:" + "|".join(f"(?<={word})" for word in sorted(SCALES)) + r")\s{1,2}and\s{1,2}"
# "a hundred and three quarters", "three and one half": the last words are a part.
_NO_PART = (
    r"(?!(?:two|three|four|five|six|seven|eight|nine)[\s-]"
    rf"{alternatives(f'{part}s' for part in _LEXICON['fractions'])}\b"
    r"|one[\s-](?:half|quarter|third|fourth)\b)"
)
# "hundred" stands alone before another scale only: "hundred thousand".
WORDS = (
    rf"(?:{SMALL}|an?\s{SCALE}|hundred(?=\s(?:thousand|million)\b))"
    rf"(?:(?:\s{{1,3}}|-|{_AND}){_NO_PART}(?:{SMALL}|{SCALE})\b){{0,9}}"
)
# "nine point nought four".
POINT = rf"\spoint(?:[\s-]{SMALL}\b){{1,6}}"


def parse_words(words: str) -> Number | None:
    """Read number words with single spaces; None where they make no number."""
    whole, _, decimals = words.partition(" point ")
    parts = [word for word in whole.split() if word not in {"a", "an", "and"}]
    value = sum_words(parts)
    if value is None or not parts:
        return None
    if decimals:
        return _with_decimals(value, decimals.split())
    return Number(value, value, _grain(parts))


def last_scale(parts: Sequence[str]) -> float:
    """The scale that ends number words: a million in "two million", else 1."""
    return float(SCALES.get(parts[-1], 1)) if parts else 1.0


def _grain(parts: Sequence[str]) -> float:
    last = last_scale(parts)
    return last if last >= 1_000_000 else 1.0


def _with_decimals(value: float, words: Sequence[str]) -> Number | None:
    digits = _digits(words)
    if not digits:
        return None
    total = float(f"{value:.0f}.{digits}")
    return Number(total, total, 10.0 ** -len(digits))


def _digits(words: Sequence[str]) -> str:
    """Digits as they are read out: "nought four" is 04, "seventy one" 71."""
    digits = ""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        joined = word in TENS and 0 < ONES.get(following, 10) < 10
        worth = TENS[word] // 10 if joined else ONES.get(word, TENS.get(word, 0))
        digits += str(worth)
    return digits


def sum_words(parts: Sequence[str]) -> float | None:
    """Add up number words; None where they do not follow each other as in one number."""
    total, group, least = 0.0, 0.0, 100.0
    ceiling = float("inf")
    for part in parts:
        worth = ONES.get(part, TENS.get(part))
        if worth is not None:
            if worth >= least or (least == 10 and worth > 9):
                return None
            group, least = group + worth, (10.0 if worth >= 20 else 0.0)
            continue
        scale = SCALES.get(part)
        if scale is None:
            return None
        if scale < 1000:
            group, least = (group or 1.0) * scale, (100.0 if scale == 100 else 0.0)
        elif scale < ceiling:
            total, group, least = total + (group or 1.0) * scale, 0.0, 100.0
            ceiling = float(scale)
        else:
            # "a hundred thousand million" is nobody's way to write.
            return None
    return total + group
