"""Roles: what office or part a person has: "Mayor Anna Meier", "Meier, the pilot,"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.extract.frame import Found, frame_of
from checker.extract.mentions import Mention
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.syntax import is_content
from checker.model.claim import Attribute
from checker.model.value import NameKind, Term

if TYPE_CHECKING:
    from checker.extract.parse import Word

LONGEST_ROLE = 10


def find(passage: Passage) -> Iterator[Found]:
    """Yield roles with the person who has them."""
    for mention in passage.mentions:
        if mention.what is not NameKind.PERSON:
            continue
        head = passage.doc[mention.first : mention.last].root
        for first, last in (*_before(mention, passage), *_beside(head)):
            term = _term(first, last, passage)
            if term is not None:
                start = passage.doc[first].idx
                yield Found(
                    Attribute.ROLE,
                    term,
                    start,
                    start + len(term.text),
                    frame_of(head, head, passage),
                    PATTERN.name,
                    head,
                )


def _before(mention: Mention, passage: Passage) -> Iterator[tuple[int, int]]:
    """ "police chief Anna Meier": nouns that lean on the name from the left."""
    first = mention.first
    while first > 0 and passage.doc[first - 1].dep_ in {"compound", "amod", "nmod"}:
        if mention.first - first >= LONGEST_ROLE:
            break
        first -= 1
    if first < mention.first:
        yield first, mention.first


def _beside(head: Word) -> Iterator[tuple[int, int]]:
    """ "Anna Meier, the mayor of Ulm": an apposition, or the complement of "is"."""
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield _noun_phrase(child)
    if head.dep_ == "appos" and head.head.pos_ == "NOUN":
        yield _noun_phrase(head.head, before=head.i)
    if head.dep_ == "nsubj" and head.head.lemma_ in {"be", "become"}:
        for child in head.head.children:
            if child.dep_ == "attr" and child.pos_ == "NOUN":
                yield _noun_phrase(child)


def _noun_phrase(noun: Word, before: int | None = None) -> tuple[int, int]:
    first, last = noun.left_edge.i, noun.right_edge.i + 1
    if before is not None:
        last = min(last, before)
    return max(first, noun.i - 4), min(last, noun.i + 6)


def _term(first: int, last: int, passage: Passage) -> Term | None:
    tokens = passage.doc[first:last]
    while len(tokens) and not (tokens[-1].is_alpha and not tokens[-1].is_stop):
        tokens = tokens[:-1]
    words = tuple(t.lemma_.lower() for t in tokens if is_content(t) or t.pos_ == "PROPN")
    if not words or not tokens[0].is_alpha:
        return None
    return Term(text=tokens.text, head=tokens.root.lemma_.lower(), words=words)


PATTERN = Pattern("role", find)
