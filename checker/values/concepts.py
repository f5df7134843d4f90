"""Lemma → concept: words that news uses for one and the same thing."""

from __future__ import annotations

from checker.lexicon import load

_TABLE = load("concepts")
_CONCEPTS: dict[str, str] = {
    lemma: concept for concept, lemmas in _TABLE["concepts"].items() for lemma in lemmas
}
GENERIC_PERSONS = frozenset(_TABLE["persons"]["generic"])
PERSON_KINDS = frozenset(_TABLE["persons"]["kinds"])
OUTCOMES = frozenset(_TABLE["outcomes"]["concepts"])
OUTCOME_NOUNS = frozenset(_TABLE["outcomes"]["nouns"])
OUTCOME_STATES = frozenset(_TABLE["outcomes"]["states"])
# How a claim's qualifiers mark the figure of a part, "five of the dead": extraction
# writes it, alignment compares no such figure.
SOME_OF = "(some of)"


def concept_of(lemma: str) -> str:
    """The concept that a lemma stands for; the lemma itself where it has none."""
    return _CONCEPTS.get(lemma, lemma)


def is_anybody(lemma: str) -> bool:
    """Say whether a noun stands for anybody at all; so does no noun ("58 were hurt")."""
    return not lemma or lemma in GENERIC_PERSONS or concept_of(lemma) == "person"


def is_person(lemma: str) -> bool:
    """Say whether a noun stands for persons of some kind or any."""
    return is_anybody(lemma) or concept_of(lemma) in PERSON_KINDS
