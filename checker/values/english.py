"""Forms of English words for the questions that people read."""

from __future__ import annotations

import re

from checker.lexicon import load

_TABLE = load("irregular")
_PARTICIPLES = _TABLE["past_participles"]
_PLURALS = _TABLE["plurals"]
_STATES = frozenset(_TABLE["states"]["words"])
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")


def past_participle(verb: str) -> str:
    """ "recall" → "recalled", "send back" → "sent back"; states stay as they are."""
    word, _, particle = verb.partition(" ")
    return f"{_participle(word)} {particle}".strip()


def _participle(word: str) -> str:
    if word in _STATES or word in _PARTICIPLES:
        return str(_PARTICIPLES.get(word, word))
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ied"
    return word + word[-1] + "ed" if _DOUBLED.match(word) else word + "ed"


def plural(noun: str) -> str:
    """ "bridge" → "bridges", "person" → "people"."""
    if noun in _PLURALS:
        return str(_PLURALS[noun])
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
