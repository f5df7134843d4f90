"""Whether the words before a time in its sentence look ahead or back."""

from __future__ import annotations

import re

from checker.lexicon import load
from checker.model.claim import Claim
from checker.model.source import Source

_TENSES = load("happenings")["tenses"]


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


_AHEAD = re.compile(rf"(?<!\w)(?:{_any_of(_TENSES['ahead'])})(?!\w)", re.IGNORECASE)
_PAST = re.compile(rf"(?<!\w)(?:{_any_of(_TENSES['past'])}|\w{{2,20}}ed)(?!\w)", re.IGNORECASE)
# "on a Friday" is any Friday, and "Saturday's final" may be ahead.
_ANY_DAY = re.compile(r"(?<!\w)an?\s$", re.IGNORECASE)
_POSSESSIVE = ("'s", "’s")


def looks_ahead(source: Source, claim: Claim) -> bool:
    """Say whether a time is one of what "will be" or "is expected"."""
    return _AHEAD.search(_before(source, claim)) is not None


def tells_past(source: Source, claim: Claim) -> bool:
    """Say whether a time is one that a past verb stands before: "she said on Monday"."""
    before = _before(source, claim)
    behind = source.text[claim.span.end : claim.span.end + 2]
    return (
        _PAST.search(before) is not None
        and _AHEAD.search(before) is None
        and _ANY_DAY.search(before) is None
        and behind not in _POSSESSIVE
    )


def _before(source: Source, claim: Claim) -> str:
    return source.text[min(claim.sentence.start, claim.span.start) : claim.span.start]
