"""One bearer's name is spelled in two ways.

Names are compared word by word. Two that share a word and differ in a few letters of
another belong to one bearer ("Nora Fayad", "Nora Faiad"), and so do institutions that
differ in a plural or in a small word; single words must be long, nearly equal, and one
of them rare or told of in the same setting. Accepted variants of transliteration and
of house style are reported softly.

Conflict:
    Harbour Bridges Company | Harbour Bridge Company
Agreement:
    Nora Fayad | Ms. Fayad
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from checker.model.claim import Attribute
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Relation
from checker.rules.answers import answer
from checker.rules.near_names import near_pairs
from checker.rules.shape import StoryRule
from checker.rules.spellings import Spelling, pluralised, spellings_of, together, two_persons
from checker.rules.story import claims_of
from checker.values.name import is_nickname, relate_names
from checker.values.spelling import differing, is_house_style, is_plural, is_silent, joined

# A report shows so many answers at most.
MOST_SPELLINGS = 8


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every bearer whose name is spelled in two ways or more."""
    spellings = spellings_of(claims_of(clusters, Attribute.NAME))
    texts = {source.id: source.text for source in sources}
    groups: list[list[Spelling]] = []
    for left, right in near_pairs(spellings):
        others = together(left, right) or two_persons(left, right)
        if not others and not pluralised(left, right, texts):
            groups = _join(groups, left, right)
    for group in groups:
        yield _finding(group)


def _join(groups: list[list[Spelling]], left: Spelling, right: Spelling) -> list[list[Spelling]]:
    """Put a pair with the groups that know either: one name may have three spellings."""
    met = [group for group in groups if left in group or right in group]
    joined = {s.words: s for s in (*(s for group in met for s in group), left, right)}
    return [*(group for group in groups if group not in met), list(joined.values())]


def _finding(group: Iterable[Spelling]) -> Finding:
    ranked = sorted(group, key=lambda s: (-len(s.claims), s.words))[:MOST_SPELLINGS]
    soft = all(_soft(left, right) for left, right in combinations(ranked, 2))
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"name|{min(s.name.key for s in ranked)}",
        question=f"How is the name spelled: {ranked[0].name.text}?",
        kind=Kind.IMPRECISION if soft else Kind.CONFLICT,
        confidence=_sure(*ranked[:2]),
        explanation=" ≠ ".join(s.claims[0].words for s in reversed(ranked)),
        answers=tuple(answer(s.claims, s.name.text) for s in ranked),
    )


def _soft(left: Spelling, right: Spelling) -> bool:
    """Say whether both spellings are accepted ones.

    Two in one document are a slip even where either is accepted.
    """
    if joined(left.words) == joined(right.words):
        return True
    variant = relate_names(left.name, right.name) is Relation.OVERLAP
    apart = list(product(_beyond(left, right), _beyond(right, left)))
    if any(is_house_style(*pair) for pair in apart):
        return True
    # "Sergej Kern" and "Sergei Kern": a desk settles on one; "Bob" and "Robert" are both his.
    persons = left.is_person and right.is_person and len(left.words) > 1
    if persons and not any(is_nickname(*pair) and not is_silent(*pair) for pair in apart):
        return False
    return variant and not left.sources & right.sources


def _beyond(spelling: Spelling, other: Spelling) -> list[str]:
    """The words that the other spelling does not have."""
    return [word for word in spelling.words if word not in other.words]


def _sure(left: Spelling, right: Spelling) -> float:
    """A person's name of some words is surer than a plural, a lone word the least sure."""
    if len(left.words) == 1 or len(left.words) != len(right.words):
        return 0.8
    plural = any(is_plural(*pair) for pair in differing(left.words, right.words))
    return 0.6 if plural and not (left.is_person or right.is_person) else 0.85


RULE = StoryRule(code="N01", name="spellings-differ", family="name", story=check)
