"""Questions about a parse: who does it, to what, in which clause, under which verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.extract.parse import Word

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
# Verbs that carry no event of their own: "made the statement", "has nine rooms".
LIGHT = frozenset(
    [
        "be",
        "come",
        "do",
        "get",
        "give",
        "go",
        "have",
        "include",
        "involve",
        "keep",
        "let",
        "make",
        "number",
        "take",
        "total",
    ]
)
_CLIMBS = frozenset({"conj", "xcomp"})


def children(token: Word, deps: frozenset[str]) -> Iterator[Word]:
    """Yield the children of a token that stand in one of the relations."""
    return (child for child in token.children if child.dep_ in deps)


def subject_of(verb: Word) -> Word | None:
    """Find who a verb is about, over conjunctions, control and relative clauses."""
    for _ in range(6):
        own = next(children(verb, SUBJECTS | PASSIVE_SUBJECTS), None)
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ in {"relcl", "acl"}:
            # "a bridge opened in 2019": the noun is what the participle is about.
            return verb.head
        if verb.dep_ not in _CLIMBS and verb.dep_ != "advcl":
            return None
        # "opened in 2019 and is 210 m long": the second verb has no subject of its own.
        verb = verb.head
    return None


def _antecedent(subject: Word, verb: Word) -> Word:
    """Put the noun of a relative clause in place of "who" and "which"."""
    if subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return subject


def is_passive(verb: Word) -> bool:
    """Say whether the verb is passive: "was expelled", "soldiers hurt in the blast"."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    return bool(verb.dep_ == "acl" and verb.tag_ == "VBN")


def agent_of(verb: Word) -> Word | None:
    """Find who acts: the subject of an active verb, the "by" phrase of a passive one."""
    if not is_passive(verb):
        return subject_of(verb)
    for by in verb.children:
        if by.dep_ == "agent":
            return next(children(by, frozenset({"pobj"})), None)
    return None


def patient_of(verb: Word) -> Word | None:
    """Find what is acted on: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return subject_of(verb)
    own = next(children(verb, OBJECTS), None)
    if own is not None:
        return own
    # "seized and searched the ship": the object stands with the last of the verbs.
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ == "VERB":
            return next(children(other, OBJECTS), None)
    return None


def governor(token: Word) -> Word | None:
    """Climb from a noun to the verb of its clause; None in a verbless line."""
    for _ in range(12):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def noun_governor(token: Word) -> Word:
    """The noun that a modifier belongs to: "three-year strike" gives "strike"."""
    while token.dep_ in {"compound", "nummod", "quantmod", "amod", "npadvmod"} and (
        token.head != token
    ):
        token = token.head
    return token


def main_verb(verb: Word) -> Word:
    """Go down from a verb of intent to what is intended: "plans to exchange"."""
    for _ in range(3):
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
        if inner is None:
            return verb
        verb = inner
    return verb


def objects_of_preposition(token: Word, words: frozenset[str]) -> Iterator[Word]:
    """Yield the nouns that hang on a token by one of some prepositions."""
    for preposition in token.children:
        if preposition.dep_ in {"prep", "agent"} and preposition.lower_ in words:
            yield from children(preposition, frozenset({"pobj"}))


def modifiers(noun: Word) -> Iterator[Word]:
    """Yield the words that narrow a noun: adjectives, compounds, owners, "of" phrases."""
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "poss", "nmod"}:
            yield child
            yield from modifiers(child)
        elif child.dep_ == "prep" and child.lower_ in {"of", "from", "in", "for", "on", "to"}:
            yield from (t for t in child.children if t.dep_ == "pobj")


def is_content(token: Word) -> bool:
    """Say whether a word carries matter of its own."""
    return token.is_content and token.lemma_ not in LIGHT
