"""Whether two wordings say the same: spelling, inflection, contraction, synonym."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.lexicon import load
from checker.values.concepts import concept_of
from checker.values.name import country_of
from checker.values.scan import find_values
from checker.values.spelling import is_house_style, is_inflected

_TABLE = load("edits")
SMALL = frozenset(_TABLE["small"]["words"])
HEDGES = frozenset(_TABLE["hedges"]["words"])
NEGATIONS = frozenset(_TABLE["negations"]["words"])
_CONTRACTIONS: dict[str, str] = dict(_TABLE["contractions"])
_SHORTENED = [
    (ending, full)
    for ending, full in _CONTRACTIONS.items()
    if not ending[0].isalpha() or ending == "n't"
]
_SYNONYMS: dict[str, str] = {
    word: group for group, words in _TABLE["synonyms"].items() for word in words
}
_SAYING = frozenset(load("attribution")["saying"]["lemmas"])
_LEMMAS: dict[str, str] = {
    form: lemma for lemma, form in load("irregular")["past_participles"].items()
} | {"said": "say", "told": "tell"}
_ENDINGS = ("'s", "s", "es", "d", "ed", "ing", "ly", "n")
# "Oct" for "October": so many letters at least.
_SHORTEST_ABBREVIATION = 3


# A story has its words over and over; a hundred thousand of them take some ten megabytes.
@lru_cache(maxsize=100_000)
def expanded(word: str) -> tuple[str, ...]:
    """The words that a written word stands for, lower case: "they've" → they, have."""
    lowered = word.lower().replace("’", "'").replace("-", "")
    whole = _CONTRACTIONS.get(lowered)
    if whole is not None:
        return tuple(whole.split())
    for ending, full in _SHORTENED:
        stem = lowered.removesuffix(ending)
        if stem and stem != lowered:
            return stem, full
    return (lowered.removesuffix("'s"),)


def joined(words: Sequence[str]) -> str:
    """Words without what stands between them: "e mail", "email"."""
    return "".join(words).replace(".", "").replace(",", "")


def content(words: Sequence[str]) -> list[str]:
    """The words that carry matter."""
    return [word for word in words if word not in SMALL]


def alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether one of two wordings holds all the matter of the other."""
    short, long = sorted((content(left), content(right)), key=len)
    return all(any(_same(word, other) for other in long) for word in short)


@lru_cache(maxsize=4096)
def _same(left: str, right: str) -> bool:
    if left == right or is_house_style(left, right) or is_inflected(left, right):
        return True
    short, long = sorted((left, right), key=len)
    if len(short) >= _SHORTEST_ABBREVIATION and long.startswith(short):
        return True
    country = country_of(left.title())
    if country and country == country_of(right.title()):
        return True
    if number_of(left) is not None:
        return number_of(left) == number_of(right)
    return not _meanings(left).isdisjoint(_meanings(right))


def _meanings(word: str) -> frozenset[str]:
    return frozenset(
        "say" if lemma in _SAYING else _SYNONYMS.get(lemma, concept_of(lemma))
        for lemma in _lemmas(word)
    )


def _lemmas(word: str) -> Iterator[str]:
    yield word
    if word in _LEMMAS:
        yield _LEMMAS[word]
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield stem
            yield stem + "e"
            if stem.endswith("i"):
                yield stem[:-1] + "y"


@lru_cache(maxsize=4096)
def number_of(word: str) -> float | None:
    """The number that a word stands for: "eight", "8"."""
    for reading in find_values(word):
        value = reading.value
        if value.kind == "quantity" and (reading.start, reading.end) == (0, len(word)):
            return value.low
    return None
