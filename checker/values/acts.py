"""Verbs of one kind of event, and whether two of them can both be true of it."""

from __future__ import annotations

from checker.lexicon import load
from checker.model.value import Relation

# lemma → (kind of event, number of the group within it); a lemma of two kinds has two.
_PLACES: dict[str, set[tuple[str, int]]] = {}
for _kind, _groups in load("acts")["siblings"].items():
    for _number, _group in enumerate(_groups):
        for _lemma in _group.split("/"):
            _PLACES.setdefault(_lemma, set()).add((_kind, _number))


def kinds_of(verb: str) -> frozenset[str]:
    """The kinds of event that a verb is a way of: "expel" → departure."""
    return frozenset(kind for kind, _ in _PLACES.get(verb, ()))


def relate_acts(left: str, right: str) -> Relation:
    """Say whether two verbs tell the same of one event, exclude each other, or neither."""
    if left == right:
        return Relation.SAME
    mine, other = _PLACES.get(left, set()), _PLACES.get(right, set())
    if mine & other:
        return Relation.SAME
    if {kind for kind, _ in mine} & {kind for kind, _ in other}:
        return Relation.DISJOINT
    return Relation.INCOMPARABLE
