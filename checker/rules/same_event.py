"""Whether two claims speak of one event: shared names, shared words, what happened."""

from __future__ import annotations

from checker.lexicon import load
from checker.model.claim import Claim
from checker.values.concepts import concept_of

FEWEST_PARTIES = 2
# Two sentences that share this many words besides names tell one thing; with a name, fewer do.
MANY_WORDS = 4
SOME_WORDS = 3
# "police said", "the company announced": everybody says things every day.
_SAYING = frozenset(concept_of(verb) for verb in load("happenings")["everyday"]["lemmas"])


def shared_names(left: Claim, right: Claim) -> set[str]:
    """The parties that both sentences name."""
    return set(left.question.participants) & set(right.question.participants)


def shared_words(left: Claim, right: Claim) -> set[str]:
    """The concepts that both sentences use, without those that spell shared names."""
    mine = {concept_of(word) for word in left.question.context}
    other = {concept_of(word) for word in right.question.context}
    spelled = {part for name in shared_names(left, right) for part in name.split()}
    return (mine & other) - spelled


def is_everyday(claim: Claim) -> bool:
    """Say whether a claim's predicate is one that everybody does every day."""
    return concept_of(claim.question.event) in _SAYING


def same_happening(left: Claim, right: Claim) -> bool:
    """Say whether the two predicates stand for one concept that is more than talk."""
    happened = concept_of(left.question.event) if left.question.event else ""
    return (
        bool(happened) and happened not in _SAYING and happened == concept_of(right.question.event)
    )


def one_event(left: Claim, right: Claim) -> bool:
    """Two sentences of one event name the same parties and share what happened."""
    names = shared_names(left, right)
    shared = len(shared_words(left, right)) + bool(
        left.question.event and concept_of(left.question.event) == concept_of(right.question.event)
    )
    return (len(names) >= FEWEST_PARTIES and shared >= 1) or (bool(names) and shared >= SOME_WORDS)


def one_passage(left: Claim, right: Claim) -> bool:
    """Two sentences tell one thing in nearly the same words, names or no names."""
    return one_event(left, right) or len(shared_words(left, right)) >= MANY_WORDS


def shared_name_words(left: Claim, right: Claim) -> set[str]:
    """The words that names of both sentences are made of ("north", "sea", "ferries")."""
    mine = {word for name in left.question.participants for word in name.split()}
    return mine & {word for name in right.question.participants for word in name.split()}
