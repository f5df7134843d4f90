"""Sources give different ages for one person.

Ages are pooled by the person who has them: by name, as the one boy or girl of the
story, or by what the same clause says of them. A later source may give a later age,
and what somebody was "at the time" is no age of today.

Conflict:
    Anna Meier, 43, | the 44-year-old Ms. Meier
Agreement:
    aged five | the five-year-old
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.lexicon import load
from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Answer, Finding, Kind
from checker.model.source import RegionKind, Source
from checker.model.value import Hedge, Quantity, Relation
from checker.rules.age_bearers import NOMINAL, NOUNS, Pool, pool_ages
from checker.rules.answers import answers_of
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of
from checker.values.name import fold
from checker.values.phrases import alternatives
from checker.values.relate import relate

_AGES = load("ages")
_BEFORE = re.compile(rf"\b(?:{alternatives(_AGES['other_time_before']['words'])})\W*$")
_AFTER = re.compile(rf"^\W*(?:{alternatives(_AGES['other_time_after']['words'])})\b")
_WITHIN = ("at the age", "age ")
_REGIONS = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION})
_AROUND = 24
# Ages of one person differ by little or by a digit; else they are two persons, or an
# old story of one. The bar is higher where the name does not stand beside the age.
_NEAR_NAMED = 12
_NEAR = 2
_DAYS_A_YEAR = 365.25
_MONTH = 30


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every person who is given two ages."""
    texts = {source.id: source.text for source in sources}
    ages = [c for c in claims_of(clusters, Attribute.AGE) if _of_today(c, texts)]
    pools = pool_ages(ages, claims_of(clusters, Attribute.NAME), sources)
    pooled = {claim.id for pool in pools for claim in pool.claims}
    for pool in (*pools, *_nameless(clusters, ages, pooled)):
        yield from _compare(pool, texts, named=pool.claims[0].id in pooled)


def _of_today(claim: Claim, texts: dict[str, str]) -> bool:
    """Leave out ranges, and ages of another time: "at the age of 12", "was 43 when"."""
    value, text = claim.value, texts.get(claim.source, "")
    if not isinstance(value, Quantity) or value.low is None or claim.region not in _REGIONS:
        return False
    before = fold(text[max(0, claim.span.start - _AROUND) : claim.span.start])
    after = fold(text[claim.span.end : claim.span.end + _AROUND])
    other_time = _BEFORE.search(before) or _AFTER.search(after)
    written = fold(claim.words).startswith(_WITHIN)
    return value.hedge is Hedge.EXACT and not other_time and not written


def _nameless(
    clusters: Sequence[ClaimCluster], ages: Sequence[Claim], pooled: set[str]
) -> Iterator[Pool]:
    """ "a 38-year-old man" and "a 39-year-old man" of whom one and the same is said."""
    kept = {claim.id for claim in ages} - pooled
    for cluster in clusters:
        claims = [claim for claim in cluster.claims if claim.id in kept]
        for noun in sorted({claim.question.subject for claim in claims} & (NOUNS | NOMINAL)):
            of_noun = [claim for claim in claims if claim.question.subject == noun]
            if cluster.attribute is Attribute.AGE and len(of_noun) > 1:
                yield Pool(noun, of_noun)


def _compare(pool: Pool, texts: dict[str, str], *, named: bool) -> Iterator[Finding]:
    answers = answers_of(pool.claims)
    surname = pool.bearer.rpartition(" ")[2]
    clashing = sorted(
        {
            i
            for pair in combinations(range(len(answers)), 2)
            if _clash(*(answers[i] for i in pair), named=named)
            and _plausible(*(answers[i] for i in pair), surname, texts)
            for i in pair
        }
    )
    if not clashing:
        return
    told = tuple(answers[i] for i in clashing)
    who = pool.bearer if pool.bearer not in NOMINAL else ""
    yield Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"age|{who or 'unnamed'}",
        question=f"How old is {_title(who)}?" if who else "How old?",
        kind=Kind.CONFLICT,
        confidence=0.85 if named else 0.5,
        explanation=" ≠ ".join(answer.claims[0].words for answer in told),
        answers=told,
    )


def _title(who: str) -> str:
    return who if who.startswith("the ") or who in NOUNS else who.title()


def _clash(left: Answer, right: Answer, *, named: bool) -> bool:
    """Say whether no one person can have both ages."""
    one, other = left.claims[0], right.claims[0]
    if relate(one.value, other.value) is not Relation.DISJOINT:
        return False
    gap = _gap(one, other)
    apart = [c.source for c in left.claims if c.source not in {d.source for d in right.claims}]
    if not named and not apart:
        return False
    return any(not _grown(a, b, gap) for a in left.claims for b in right.claims)


def _plausible(left: Answer, right: Answer, surname: str, texts: dict[str, str]) -> bool:
    """Say whether the ages are near enough to be one person's."""
    gap = _gap(left.claims[0], right.claims[0])
    beside = all(_beside(each.claims, surname, texts) for each in (left, right))
    return gap <= (_NEAR_NAMED if beside else _NEAR) or gap % 10 == 0


def _beside(claims: Sequence[Claim], surname: str, texts: dict[str, str]) -> bool:
    """Say whether the name stands beside the age at least once: "Meier, 43,"."""
    around = (
        texts.get(c.source, "")[max(0, c.span.start - _AROUND) : c.span.end + _AROUND]
        for c in claims
    )
    return any(surname in fold(stretch) for stretch in around)


def _gap(left: Claim, right: Claim) -> float:
    lows = [getattr(claim.value, "low", 0.0) for claim in (left, right)]
    return abs(lows[0] - lows[1])


def _grown(left: Claim, right: Claim, gap: float) -> bool:
    """Say whether a birthday or more lie between the two sources."""
    if left.as_of is None or right.as_of is None or not left.as_of.first or not right.as_of.first:
        return False
    days = abs((left.as_of.first - right.as_of.first).days)
    return days > _MONTH and gap <= days / _DAYS_A_YEAR + 1


RULE = StoryRule(code="G01", name="ages-differ", family="age", story=check)
