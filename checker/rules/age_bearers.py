"""Whose age it is: claims of ages pooled by the person who has them, across a story.

A person is known by name, in full or by a surname that only one person of the story
bears, or as the one boy or girl that several sources speak of ("the boy").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.lexicon import load
from checker.model.claim import Claim
from checker.model.source import Source
from checker.model.value import Name, NameKind, Relation
from checker.rules.ages import age_of
from checker.values.name import country_of, fold, relate_names, spelling_distance
from checker.values.phrases import alternatives

_AGES = load("ages")
CHILDREN, BOYS, GIRLS = (frozenset(_AGES[t]["words"]) for t in ("children", "boys", "girls"))
NOUNS = CHILDREN | frozenset(_AGES["adults"]["words"]) | frozenset(_AGES["kin"]["words"])
# "the six-year-old": the parser makes "old" a noun.
NOMINAL = frozenset({"", "old"})
_GROWN_UP = 18.0
# A child is the story's own where a source speaks of "the boy" so often.
_OFTEN = 2
_THE_CHILD = re.compile(rf"\bthe (?:\w+ )?(?P<noun>{alternatives(_AGES['children']['words'])})\b")
_MANY = re.compile(rf"\b(?P<noun>{alternatives(_AGES['children']['words'])})s\b")


@dataclass(slots=True)
class Pool:
    """A person and the ages that the story gives them."""

    bearer: str
    claims: list[Claim] = field(default_factory=list)


def pool_ages(
    ages: Iterable[Claim], names: Iterable[Claim], sources: Sequence[Source]
) -> list[Pool]:
    """Pool ages by person; ages of nobody who can be told from others are left out."""
    full = _full_names(names)
    ages = list(ages)
    aged = {claim.source for claim in ages}
    leads = {source.id: lead_child(source.text) for source in sources if source.id in aged}
    named: dict[str, list[Claim]] = defaultdict(list)
    children: dict[str, list[Claim]] = defaultdict(list)
    for claim in ages:
        name = _name_of(claim, full)
        child = _child(claim, leads.get(claim.source, ""))
        if name:
            named[name].append(claim)
        elif child:
            children[child].append(claim)
    pools = _merge(named)
    for child, claims in sorted(children.items()):
        pool = _only_child(pools, leads, child) or Pool(f"the {child}")
        pool.claims.extend(claims)
        if pool not in pools:
            pools.append(pool)
    return pools


def _full_names(names: Iterable[Claim]) -> Mapping[str, frozenset[str]]:
    """Surname → the full names of persons that end in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in names:
        value = claim.value
        if isinstance(value, Name) and value.what is NameKind.PERSON and " " in value.key:
            found[value.key.rpartition(" ")[2]].add(value.key)
    return {surname: frozenset(keys) for surname, keys in found.items()}


def _name_of(claim: Claim, full: Mapping[str, frozenset[str]]) -> str:
    """The name key of the person, in full where the story knows one such person only."""
    key = claim.question.subject
    if key in NOUNS or key not in claim.question.participants or country_of(key.title()):
        return ""
    bearers = full.get(key, frozenset())
    return min(bearers) if len(bearers) == 1 else key


def lead_child(text: str) -> str:
    """ "boy" or "girl" where a text is about one of them; "" where it is not."""
    folded = fold(text)
    boys, girls = (_times(_THE_CHILD, folded, nouns) for nouns in (BOYS, GIRLS))
    many = _times(_MANY, folded, BOYS | GIRLS)
    if max(boys, girls) < _OFTEN or min(boys, girls) or many >= max(boys, girls):
        return ""
    return "boy" if boys else "girl"


def _times(pattern: re.Pattern[str], text: str, nouns: frozenset[str]) -> int:
    return sum(match["noun"] in nouns for match in pattern.finditer(text))


def _child(claim: Claim, lead: str) -> str:
    """The child of the source that an age without a name belongs to."""
    noun = claim.question.subject
    if not lead or age_of(claim) >= _GROWN_UP:
        return ""
    other = GIRLS if lead == "boy" else BOYS
    return lead if noun in NOMINAL | CHILDREN - other else ""


def _merge(named: Mapping[str, list[Claim]]) -> list[Pool]:
    """Put the claims of one person together, however the name is written."""
    pools: list[Pool] = []
    for name in sorted(named, key=lambda n: (-len(n.split()), n)):
        fitting = [pool for pool in pools if same_person(name, pool.bearer)]
        # "Meier" beside Anna and Otto Meier is either of the two.
        if len(fitting) == 1:
            fitting[0].claims.extend(named[name])
        elif not fitting:
            pools.append(Pool(name, list(named[name])))
    return pools


def same_person(left: str, right: str) -> bool:
    """Say whether two name keys may stand for one person: a variant, or a slip apart."""
    mine, other = left.split(), right.split()
    if mine[-1] == other[-1]:
        names = (Name(text=key.title(), key=key, what=NameKind.PERSON) for key in (left, right))
        if relate_names(*names) is not Relation.DISJOINT:
            return True
    shared = set(mine) & set(other)
    return bool(shared) and len(mine) == len(other) and spelling_distance(left, right) == 1


def _only_child(pools: Sequence[Pool], leads: Mapping[str, str], child: str) -> Pool | None:
    """The one named child of the sources that are about "the boy"."""
    fitting = [pool for pool in pools if any(_is_child(c, leads, child) for c in pool.claims)]
    return fitting[0] if len(fitting) == 1 else None


def _is_child(claim: Claim, leads: Mapping[str, str], child: str) -> bool:
    return leads.get(claim.source) == child and age_of(claim) < _GROWN_UP
