"""How real a clause is said to be: done, planned, possible, alleged, denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.extract.syntax import is_passive
from checker.lexicon import load
from checker.model.claim import Modality

if TYPE_CHECKING:
    from checker.extract.parse import Word

_TABLE = load("modality")
# Lemma or adverb → the modality that it lends to the clause under it.
VERBS: dict[str, Modality] = {
    lemma: Modality(name) for name, lemmas in _TABLE["verbs"].items() for lemma in lemmas
}
ADVERBS: dict[str, Modality] = {
    word: Modality(name) for name, words in _TABLE["adverbs"].items() for word in words
}
AUXILIARIES: dict[str, Modality] = {
    word: Modality(name) for name, words in _TABLE["auxiliaries"].items() for word in words
}
NEGATIVE_VERBS = frozenset(_TABLE["negative_verbs"]["lemmas"])
PASSIVE_ALLEGED = frozenset(_TABLE["passive_alleged"]["lemmas"])
_ABOVE = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl"})


def is_negated(verb: Word) -> bool:
    """Say whether a clause is negated: "was not made", "failed to arrive", "no one died"."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ == "never"):
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and _is_none(child):
            return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in NEGATIVE_VERBS


def _is_none(noun: Word) -> bool:
    return noun.lower_ in {"none", "nobody", "nothing"} or any(
        child.dep_ == "det" and child.lower_ == "no" for child in noun.children
    )


def modality_of(verb: Word) -> Modality:
    """Say how real a verb's clause is, by its auxiliaries, adverbs and the verbs above it."""
    for word in (verb, *_verbs_above(verb)):
        own = _own_modality(word, word != verb)
        if own is not Modality.DONE:
            return own
    return Modality.DONE


def _own_modality(verb: Word, governs: bool) -> Modality:
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in AUXILIARIES:
            return AUXILIARIES[child.lower_]
        if child.dep_ == "advmod" and child.lower_ in ADVERBS:
            return ADVERBS[child.lower_]
        if child.dep_ == "mark" and child.lower_ in {"if", "whether"}:
            return Modality.ASKED
    if governs and verb.lemma_ in PASSIVE_ALLEGED and is_passive(verb):
        return Modality.ALLEGED
    if governs:
        return VERBS.get(verb.lemma_, Modality.DONE)
    return Modality.DONE


def _verbs_above(verb: Word) -> list[Word]:
    """The chain of verbs that a clause hangs on: "is expected to agree to leave"."""
    chain = []
    while verb.dep_ in _ABOVE or verb.dep_ == "conj":
        if verb.head == verb:
            break
        climbs_conjunction = verb.dep_ == "conj"
        verb = verb.head
        if verb.pos_ in {"VERB", "AUX", "ADJ"} and not climbs_conjunction:
            chain.append(verb)
    return chain[:4]
