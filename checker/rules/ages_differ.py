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

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Answer, Finding, Kind
from checker.model.source import Source
from checker.model.value import Relation
from checker.rules.age_bearers import NOMINAL, NOUNS, Pool, pool_ages
from checker.rules.ages import age_of, is_beside, is_of_today
from checker.rules.answers import answers_of
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of
from checker.values.relate import relate

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
    ages = [c for c in claims_of(clusters, Attribute.AGE) if is_of_today(c, texts)]
    pools = pool_ages(ages, claims_of(clusters, Attribute.NAME), sources)
    pooled = {claim.id for pool in pools for claim in pool.claims}
    kept = {claim.id for claim in ages} - pooled
    for pool in (*pools, *_nameless(clusters, kept)):
        named = pool.claims[0].id in pooled
        clashing = _clashing(pool, texts, named=named)
        if clashing:
            yield _finding(pool.bearer, clashing, 0.7 if named else 0.35)


def _nameless(clusters: Sequence[ClaimCluster], kept: set[str]) -> Iterator[Pool]:
    """ "a 38-year-old man" and "a 39-year-old man" of whom one and the same is said."""
    for cluster in clusters:
        if cluster.attribute is not Attribute.AGE:
            continue
        claims = [claim for claim in cluster.claims if claim.id in kept]
        for noun in sorted({claim.question.subject for claim in claims} & (NOUNS | NOMINAL)):
            yield Pool(noun, [claim for claim in claims if claim.question.subject == noun])


def _clashing(pool: Pool, texts: Mapping[str, str], *, named: bool) -> tuple[Answer, ...]:
    """The answers of which each is at odds with another."""
    surname = pool.bearer.rpartition(" ")[2]
    answers = answers_of(pool.claims)
    clashing = {
        i
        for (i, left), (j, right) in combinations(enumerate(answers), 2)
        if _clash(left, right, named=named) and _plausible(left, right, surname, texts)
        for i in (i, j)
    }
    return tuple(answers[i] for i in sorted(clashing))


def _clash(left: Answer, right: Answer, *, named: bool) -> bool:
    """Say whether no one person can have both ages."""
    one, other = left.claims[0], right.claims[0]
    if relate(one.value, other.value) is not Relation.DISJOINT:
        return False
    if not named and {c.source for c in left.claims} <= {c.source for c in right.claims}:
        return False
    return any(not _grown(a, b) for a in left.claims for b in right.claims)


def _plausible(left: Answer, right: Answer, surname: str, texts: Mapping[str, str]) -> bool:
    """Say whether the ages are near enough to be one person's."""
    gap = _gap(left.claims[0], right.claims[0])
    beside = all(any(is_beside(c, surname, texts) for c in a.claims) for a in (left, right))
    return gap <= (_NEAR_NAMED if beside else _NEAR) or gap % 10 == 0


def _gap(left: Claim, right: Claim) -> float:
    return abs(age_of(left) - age_of(right))


def _grown(left: Claim, right: Claim) -> bool:
    """Say whether a birthday or more lie between the two sources."""
    if left.as_of is None or right.as_of is None or not left.as_of.first or not right.as_of.first:
        return False
    days = abs((left.as_of.first - right.as_of.first).days)
    return days > _MONTH and _gap(left, right) <= days / _DAYS_A_YEAR + 1


def _finding(bearer: str, told: tuple[Answer, ...], confidence: float) -> Finding:
    who = "" if bearer in NOMINAL else bearer
    title = who if who.startswith("the ") or who in NOUNS else who.title()
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"age|{who or 'unnamed'}",
        question=f"How old is {title}?" if title else "How old?",
        kind=Kind.CONFLICT,
        confidence=confidence,
        explanation=" ≠ ".join(answer.claims[0].words for answer in told),
        answers=told,
    )


RULE = StoryRule(code="G01", name="ages-differ", family="age", story=check)
