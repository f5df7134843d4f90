"""A list of words → one regex, shaped as a tree so that a mismatch is seen at its first letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def alternatives(words: Iterable[str]) -> str:
    """A regex group of words, the longest first; a space in them is white space or a hyphen."""
    return _branch(sorted({" ".join(word.split()) for word in words}))


def spaced(form: str) -> str:
    """A phrase as tables write it: single spaces for whatever parts its words."""
    return " ".join(form.replace("-", " ").split())


def _branch(words: list[str]) -> str:
    ends = "" in words
    longer = [word for word in words if word]
    if not longer:
        return ""
    twigs = []
    for sign, group in groupby(longer, key=lambda word: word[0]):
        twigs.append(_sign(sign) + _branch([word[1:] for word in group]))
    return "(?:" + "|".join(twigs) + ")" + ("?" if ends else "")


def _sign(sign: str) -> str:
    return r"[\s-]" if sign == " " else re.escape(sign)
