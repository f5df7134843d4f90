"""Hedges around a figure: "about", "at least", "more than", "or so"."""

from __future__ import annotations

import re

from checker.lexicon import load
from checker.model.value import Hedge
from checker.values.phrases import alternatives, spaced

_LEXICON = load("hedges")


def _forms(table: str) -> dict[str, Hedge]:
    return {word: Hedge(name) for name, words in _LEXICON[table].items() for word in words}


_BEFORE = _forms("before")
_AFTER = _forms("after")
_CLOSING = _forms("closing")
# Whatever parts the words of a hedge: "or-so" is "or so".
_SPACED = {spaced(word): hedge for word, hedge in (_BEFORE | _AFTER | _CLOSING).items()}
_LONGEST = 2 + max(map(len, _BEFORE))

# The word before a figure shows at once that most figures have no hedge.
_LAST_WORDS = frozenset(hedge.split()[-1] for hedge in _BEFORE) | {"the", "a", "an", "another"}

_BEFORE_RE = re.compile(rf"(?<![\w-])({alternatives(_BEFORE)})(?:\s(?:the|a|an|another))?\s*$")
_AFTER_RE = re.compile(
    rf"\s?(?:(?P<plain>{alternatives(_AFTER)})(?!\w|\sthan\b|\s[\d$£€])"
    rf"|(?P<closing>{alternatives(_CLOSING)})(?=\s?(?:[.,;:)!?]|$)))"
)


def hedge_before(lowered: str, start: int) -> tuple[int, Hedge | None]:
    """The hedge that ends where a figure starts: (where the hedge starts, which)."""
    words = lowered[max(0, start - _LONGEST) : start].split()
    if not words or words[-1].lstrip('("“‘—–') not in _LAST_WORDS:
        return start, None
    match = _BEFORE_RE.search(lowered, max(0, start - _LONGEST - 8), start)
    if match is None:
        return start, None
    return match.start(1), _SPACED[spaced(match[1])]


def hedge_after(lowered: str, end: int) -> tuple[int, Hedge | None]:
    """The hedge that starts where a figure ends: (where the hedge ends, which)."""
    match = _AFTER_RE.match(lowered, end)
    if match is None:
        return end, None
    return match.end(), _SPACED[spaced(match[0])]


def bounds(low: float, high: float, hedge: Hedge) -> tuple[float | None, float | None]:
    """Open the end that a hedge leaves open."""
    if hedge in {Hedge.AT_LEAST, Hedge.MORE_THAN}:
        return low, None
    if hedge in {Hedge.AT_MOST, Hedge.LESS_THAN}:
        return None, high
    return low, high


def settle(before: Hedge | None, after: Hedge | None, *, vague: bool, ranged: bool) -> Hedge:
    """One hedge out of what stands before and after a figure and what the figure itself is."""
    if before is Hedge.ABOUT and after is not None:
        return after
    return before or after or (Hedge.RANGE if ranged else Hedge.VAGUE if vague else Hedge.EXACT)
