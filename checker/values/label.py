"""Numbers that are names: "Flight 12", "page 5", "Chapter 7"."""

from __future__ import annotations

import re

from checker.lexicon import load
from checker.values.phrases import alternatives

_WORDS = load("figures")["labels"]["words"]
_LABEL = re.compile(rf"(?<!\w){alternatives(_WORDS)}[\s-]$")
_REACH = 2 + max(map(len, _WORDS))


def is_label(lowered: str, start: int) -> bool:
    """Say whether a word that takes a number as its name stands before an offset."""
    return _LABEL.search(lowered, max(0, start - _REACH), start) is not None
