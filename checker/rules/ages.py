"""Ages that a source gives as of today, and the names beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.lexicon import load
from checker.model.claim import Claim
from checker.model.source import RegionKind
from checker.model.value import Hedge, Quantity
from checker.values.name import fold
from checker.values.phrases import alternatives

_AGES = load("ages")
_BEFORE = re.compile(rf"\b(?:{alternatives(_AGES['other_time_before']['words'])})\W*$")
_AFTER = re.compile(rf"^\W*(?:{alternatives(_AGES['other_time_after']['words'])})\b")
_WITHIN = ("at the age", "age ")
_REGIONS = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})
_AROUND = 24


def age_of(claim: Claim) -> float:
    """The age in years; infinite where the words give no least one."""
    value = claim.value
    if not isinstance(value, Quantity) or value.low is None:
        return float("inf")
    return value.low


def is_of_today(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Leave out ranges, and ages of another time: "at the age of 12", "was 43 when"."""
    value, text = claim.value, texts.get(claim.source, "")
    if not isinstance(value, Quantity) or value.low is None or claim.region not in _REGIONS:
        return False
    before = fold(text[max(0, claim.span.start - _AROUND) : claim.span.start])
    after = fold(text[claim.span.end : claim.span.end + _AROUND])
    other_time = _BEFORE.search(before) or _AFTER.search(after)
    written = fold(claim.words).startswith(_WITHIN)
    return value.hedge is Hedge.EXACT and not other_time and not written


def is_beside(claim: Claim, surname: str, texts: Mapping[str, str]) -> bool:
    """Say whether a name stands beside the age: "Meier, 43,"."""
    text, span = texts.get(claim.source, ""), claim.span
    return surname in fold(text[max(0, span.start - _AROUND) : span.end + _AROUND])
