"""Two spellings: a slip of the pen, a house style, a plural, or two words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.lexicon import load
from checker.values.name import country_of, spelling_distance
from checker.values.phrases import alternatives

_TABLE = load("spellings")
_HOUSE: dict[str, str] = dict(_TABLE["house"])
_HOUSE_RE = re.compile(alternatives(_HOUSE))
_ADJECTIVES = frozenset(_TABLE["adjectives"]["endings"])
_INFLECTIONS = frozenset(_TABLE["inflections"]["endings"])
PARTICLES = frozenset(_TABLE["particles"]["words"])

_DOTS = re.compile(r"[.']")
_JOINTS = re.compile(r"[\s-]+")

# Shorter words differ by a letter without being one name ("Iran", "Iraq").
SHORTEST_ALONE = 5
SHORTEST = 4
SHORTEST_GIVEN = 3
# Two letters apart only in longer words, or beside two words that are the same.
LONG_ENOUGH = 6
FARTHEST = 2


def is_slip(left: str, right: str, shared: int) -> bool:
    """Say whether two folded words differ as a slip of the pen does.

    `shared` is how many words of their names are the same: a word alone must be
    longer and nearer.
    """
    short, long = sorted((left, right), key=len)
    if not (left.isalpha() and right.isalpha()) or left == right:
        return False
    if len(short) < (SHORTEST if shared else SHORTEST_ALONE):
        return bool(shared) and is_silent(short, long)
    distance = spelling_distance(left, right)
    if distance <= 1 or not shared:
        return distance <= 1
    kept = left[0] == right[0] and (shared > 1 or len(long) >= LONG_ENOUGH)
    prefixed = long.endswith(short) and len(short) >= LONG_ENOUGH
    return distance <= FARTHEST and (kept or prefixed)


def is_silent(left: str, right: str) -> bool:
    """ "Jon" and "John", "Ann" and "Anne": a letter that is not heard."""
    short, long = sorted((left, right), key=len)
    return len(short) >= SHORTEST_GIVEN and any(
        letter in "he" and long[:n] + long[n + 1 :] == short for n, letter in enumerate(long)
    )


def is_joined_otherwise(left: str, right: str) -> bool:
    """ "Kellerbach-Post", "Kellerbach Post", "Kellerbachpost"; dots alone are no matter."""
    plain = [_DOTS.sub("", name) for name in (left, right)]
    bare = joined([left])
    return bare == joined([right]) and plain[0] != plain[1] and len(bare) >= LONG_ENOUGH


def is_house_style(left: str, right: str) -> bool:
    """ "Centre" and "Center", "Organisation" and "Organization"."""
    return _american(left) == _american(right)


def _american(word: str) -> str:
    return _HOUSE_RE.sub(lambda match: _HOUSE[match[0]], word)


def is_inflected(left: str, right: str) -> bool:
    """ "American" and "Americans" are two words with one stem."""
    short, long = sorted((left, right), key=len)
    # A doubled last letter is spelling: no plural is made of "Progres" by an s.
    if long == short + short[-1:]:
        return False
    return long.startswith(short) and long[len(short) :] in _INFLECTIONS


def is_adjective(left: str, right: str) -> bool:
    """ "Central America" and "Central American" are the place and its adjective."""
    short, long = sorted((left, right), key=len)
    return long.startswith(short) and long[len(short) :] in _ADJECTIVES


def is_plural(left: str, right: str) -> bool:
    """ "Bridge" and "Bridges"."""
    short, long = sorted((left, right), key=len)
    return long in {f"{short}s", f"{short}es"} and not short.endswith("s")


def differing(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    """The words in which two names of equal length differ."""
    return [(a, b) for a, b in zip(left, right, strict=True) if a != b]


def names_place(word: str) -> bool:
    """Say whether a folded word is a country's name or what its people are called."""
    return bool(country_of(word.title()))


def joined(words: Sequence[str]) -> str:
    """A name without what joins its words."""
    return _JOINTS.sub("", _DOTS.sub("", "".join(words)))
