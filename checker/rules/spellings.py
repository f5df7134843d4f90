"""The spellings of names in a story, and signs that two of them have two bearers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.model.claim import Claim
from checker.model.source import RegionKind
from checker.model.value import Name, NameKind
from checker.values.name import country_of, fold, spelling_distance
from checker.values.spelling import differing, is_plural

Words = tuple[str, ...]

# A run of more capitals is a headline.
LONGEST_NAME = 7
_SHOUTED = 5
# How much two sentences share that tell the same, beside the names in question.
_SHARED_NAMES = 2
_SHARED_WORDS = 4
_EDGES = " .,;:!?\"'()[]“”’‘"
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
# The singular stands for the whole name only at a clause's end: not in "Award winner".
_CLOSED = re.compile(r"\s*(?:[.,;:)!?]|$)")
_PAIRED = re.compile(r"\s+(?:and|or|&)\s")


@dataclass(slots=True, eq=False)
class Spelling:
    """A name as some sources write it: its folded words, as first written, its claims."""

    words: Words
    name: Name
    claims: list[Claim] = field(default_factory=list)

    @property
    def sources(self) -> set[str]:
        """The sources that write it so."""
        return {claim.source for claim in self.claims}

    @property
    def is_person(self) -> bool:
        """Say whether any source takes it for a person's."""
        return self.is_called(NameKind.PERSON)

    def is_called(self, what: NameKind) -> bool:
        """Say whether any of its claims is of this kind."""
        return any(isinstance(c.value, Name) and c.value.what is what for c in self.claims)


def spellings_of(claims: Iterable[Claim]) -> dict[Words, Spelling]:
    """Claims of names by folded words; headlines in capitals and countries left out."""
    found: dict[Words, Spelling] = {}
    known: dict[str, Words] = {}
    for claim in claims:
        value = claim.value
        if not isinstance(value, Name):
            continue
        words = known.get(value.text)
        if words is None:
            words = known[value.text] = _words(value.text)
        if words:
            if words not in found:
                found[words] = Spelling(words, value)
            found[words].claims.append(claim)
    return found


def _words(text: str) -> Words:
    """The folded words of a name; none where it is no name to be spelled."""
    if country_of(text) or _shouted(text):
        return ()
    words = _without_initials(_folded(text).split())
    return words if len(words) <= LONGEST_NAME else ()


def _without_initials(words: Sequence[str]) -> Words:
    """ "Ida M. Kern" is spelled like "Ida Kern"."""
    return tuple(
        w for n, w in enumerate(words) if not 0 < n < len(words) - 1 or len(w.rstrip(".")) > 1
    )


def _shouted(text: str) -> bool:
    return text.isupper() and len(text) > _SHOUTED


def _folded(text: str) -> str:
    bare = _POSSESSIVE.sub("", fold(text).strip(_EDGES)).strip(_EDGES)
    return bare.removeprefix("the ")


def together(left: Spelling, right: Spelling) -> bool:
    """Say whether one sentence holds both: then they are two, "Otto and Otta Braun"."""
    mine = {(c.source, c.sentence.start) for c in left.claims}
    return any((c.source, c.sentence.start) in mine for c in right.claims)


def same_setting(left: Spelling, right: Spelling) -> bool:
    """Say whether sentences with one and the other tell the same of the same people."""
    return _setting(left, right, _SHARED_NAMES, _SHARED_WORDS)


def near_setting(left: Spelling, right: Spelling) -> bool:
    """Say whether sentences of two documents tell something alike of one party."""
    return not left.sources & right.sources and _setting(left, right, 1, 2)


def _setting(left: Spelling, right: Spelling, names: int, words: int) -> bool:
    told = [(set(c.question.participants), set(c.question.context)) for c in right.claims]
    return any(
        len(parties.intersection(claim.question.participants)) >= names
        and len(context.intersection(claim.question.context)) >= words
        for claim in left.claims
        for parties, context in told
    )


def two_persons(left: Spelling, right: Spelling) -> bool:
    """Say whether two given names far apart in one source are two of one family."""
    if len(left.words) != len(right.words) or left.words[-1] != right.words[-1]:
        return False
    far = any(spelling_distance(a, b) > 1 for a, b in differing(left.words, right.words))
    return far and left.is_person and right.is_person and bool(left.sources & right.sources)


def pluralised(left: Spelling, right: Spelling, texts: Mapping[str, str]) -> bool:
    """Say whether a plural is grammar: "two Silver Bears", "Tempests Ida and Otto"."""
    if len(left.words) != len(right.words):
        return False
    short, long = sorted((left, right), key=lambda s: sum(map(len, s.words)))
    if not all(is_plural(*pair) for pair in differing(short.words, long.words)):
        return False
    if all(c.region is RegionKind.TITLE for c in (*short.claims, *long.claims)):
        return True
    if len(long.claims) == 1 and _PAIRED.match(_after(long.claims[0], texts)):
        return True
    if short.words[-1] == long.words[-1]:
        return False
    if len(short.claims) >= len(long.claims):
        return not long.is_called(NameKind.ORGANISATION)
    return not any(_CLOSED.match(_after(claim, texts)) for claim in short.claims)


def _after(claim: Claim, texts: Mapping[str, str]) -> str:
    return texts.get(claim.source, "")[claim.span.end : claim.span.end + 8]
