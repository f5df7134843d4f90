"""Claims made by hand from what alignment looks at: the question, the figure, the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from checker.align.likeness import reasons, weigh
from checker.align.pairs import Pairs, Sides
from checker.align.side import read_sides
from checker.align.story import Story, read_story
from checker.align.weighing import weighing_of
from checker.model.claim import Attribute, Claim, Modality, Question
from checker.model.span import Span
from checker.model.value import Name, NameKind, Term, Value
from checker.values.name import name_key
from checker.values.scan import find_values
from tests.rules.claims import day_of

LISTS = ("qualifiers", "participants", "context", "nearby")


def claim(words: str, source: str = "a", at: int = 0, **said: Any) -> Claim:
    """A claim of `words` at an offset; what else is said goes into its question.

    `when` and `as_of` are days; without `context`, subject and event stand for it.
    """
    attribute = Attribute(said.pop("attribute", "count"))
    as_of, modality = said.pop("as_of", None), Modality(said.pop("modality", "done"))
    when = said.pop("when", None)
    said.setdefault("context", [w for w in (said.get("subject"), said.get("event")) if w])
    lists = {name: tuple(sorted(said.pop(name, ()))) for name in LISTS}
    span = Span(source=source, start=at, end=at + len(words))
    return Claim(
        id=f"{source}:{at}:{attribute}",
        question=Question(
            attribute=attribute, when=day_of(when) if when else None, **lists, **said
        ),
        value=value_of(words, attribute),
        modality=modality,
        as_of=day_of(as_of) if as_of else None,
        span=span,
        words=words,
        sentence=Span(source=source, start=at, end=at + 100),
        found_by="test",
    )


def value_of(words: str, attribute: Attribute) -> Value:
    if attribute is Attribute.NAME:
        return Name(text=words, key=name_key(words), what=NameKind.PERSON)
    if attribute is Attribute.ACTION:
        return Term(text=words, head=words)
    return find_values(words, date(2021, 3, 4))[0].value


def person(words: str, source: str = "a", at: int = 0) -> Claim:
    """A person's name as a source writes it."""
    return claim(words, source, at, attribute="name", subject=name_key(words))


def sides_of(*claims: Claim) -> Sides:
    """The sides of claims of a story of their own."""
    story = nobody_else()
    return Sides(read_sides(claims, story), story)


def pair_of(*claims: Claim) -> Pairs:
    """The first two of some claims, to be compared."""
    return Pairs(sides_of(*claims), np.array([0]), np.array([1]))


def alike(left: Claim, right: Claim) -> float:
    """The likeness of two claims of a story of their own; 0 where they are vetoed."""
    way = weighing_of(left.question.attribute)
    return float(weigh([(0, 1)], sides_of(left, right), way, 0.0).score.sum())


def why_alike(left: Claim, right: Claim) -> tuple[str, ...]:
    """What speaks most for two claims."""
    (why,) = reasons([(0, 1)], sides_of(left, right), weighing_of(left.question.attribute))
    return why


def nobody_else() -> Story:
    """A story that knows nothing of its words."""
    return read_story(())
