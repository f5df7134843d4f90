"""Names in a passage: what the parser calls entities, checked, and what it missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model.value import NameKind
from checker.values.name import country_of, name_key

if TYPE_CHECKING:
    from checker.extract.parse import Parse, Word, Words

KINDS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.PLACE,
    "EVENT": NameKind.OTHER,
    "PRODUCT": NameKind.OTHER,
    "WORK_OF_ART": NameKind.OTHER,
    "LAW": NameKind.OTHER,
}

# "Friday's" and "March" are proper nouns to the tagger, but they name times.
TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name: half-open token indices, its words, normal form and kind."""

    first: int
    last: int
    text: str
    key: str
    what: NameKind


def find_mentions(doc: Parse) -> Iterator[Mention]:
    """Yield the names of a passage in order, none overlapping another."""
    covered: set[int] = set()
    found = []
    for tokens in (*_entities(doc), *_proper_runs(doc)):
        mention = _mention(doc, tokens)
        indices = range(mention.first, mention.last) if mention else range(0)
        if mention and covered.isdisjoint(indices):
            covered.update(indices)
            found.append(mention)
    yield from sorted(found, key=lambda mention: mention.first)


def _entities(doc: Parse) -> Iterator[Words]:
    return (entity for entity in doc.ents if entity[0].ent_type_ in KINDS)


def _proper_runs(doc: Parse) -> Iterator[Words]:
    """Maximal runs of proper nouns: a bare surname is often no entity to the parser."""
    first = None
    for token in doc:
        if token.pos_ == "PROPN" and token.ent_type_ not in TIMES and token.text[:1].isupper():
            first = token.i if first is None else first
        elif first is not None:
            yield doc[first : token.i]
            first = None
    if first is not None:
        yield doc[first : len(doc)]


def _mention(doc: Parse, tokens: Words) -> Mention | None:
    first, last = tokens.start, tokens.end
    while first < last and not _carries_name(doc[first]):
        first += 1
    while last > first and not _carries_name(doc[last - 1]):
        last -= 1
    text = doc[first:last].text
    key = name_key(text) if first < last else ""
    if len(key) < 2:
        return None
    label = next((t.ent_type_ for t in doc[first:last] if t.ent_type_ in KINDS), "")
    country = country_of(text)
    what = NameKind.PLACE if country else KINDS.get(label, NameKind.OTHER)
    return Mention(first, last, text, country or key, what)


def _carries_name(token: Word) -> bool:
    """Leave "the", a possessive and stray punctuation out of a name's ends."""
    first = str(token.text[:1])
    return first.isupper() or first.isdigit() or bool(token.pos_ == "PROPN")
