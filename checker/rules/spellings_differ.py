"""One bearer's name is spelled in two ways.

Names are compared word by word. Two that share a word and differ in a few letters of
another belong to one bearer ("Nora Fayad", "Nora Faiad"); single words must be long,
nearly equal, and one of them rare. Accepted variants of transliteration are a matter
of style and reported as imprecision.

Conflict:
    Harbour Bridges Company | Harbour Bridge Company
Agreement:
    Nora Fayad | Ms. Fayad
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Name, NameKind, Relation
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of
from checker.values.name import country_of, fold, relate_names, spelling_distance

# Shorter words differ by a letter without being one name ("Iran", "Iraq").
SHORTEST_WORD = 5
FARTHEST = 2
# A slip is rare beside the right spelling.
SLIP_SHARE = 0.34
_INFLECTIONS = ("s", "es", "n", "an", "ian", "ese", "ish", "ern", "er", "ers", "i", "ans", "ns")


def check(
    clusters: Sequence[ClaimCluster], _sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every bearer whose name is spelled in two ways."""
    spellings = _spellings(clusters)
    for left, right in _near_pairs(sorted(spellings)):
        finding = _judge(spellings[left], spellings[right])
        if finding is not None:
            yield finding


def _spellings(clusters: Sequence[ClaimCluster]) -> dict[str, list[Claim]]:
    """Claims of names by folded spelling, possessives off."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims_of(clusters, Attribute.NAME):
        value = claim.value
        if isinstance(value, Name) and not _shouted(value.text):
            folded = fold(value.text).removesuffix("'s").removeprefix("the ").strip()
            if folded and not country_of(value.text):
                found[folded].append(claim)
    return found


def _shouted(text: str) -> bool:
    return text.isupper() and len(text) > SHORTEST_WORD


def _near_pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs that share a word, or that are single words with one beginning or end."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        words = name.split()
        keys = set(words) if len(words) > 1 else {f"^{name[:3]}", f"${name[-3:]}"}
        for key in keys:
            blocks[f"{len(words)}:{key}"].append(name)
    seen = {pair for block in blocks.values() for pair in combinations(block, 2)}
    yield from sorted(pair for pair in seen if _one_word_apart(*pair))


def _one_word_apart(left: str, right: str) -> bool:
    mine, other = left.split(), right.split()
    apart = [(a, b) for a, b in zip(mine, other, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    if (a, b) == (mine[-1], other[-1]) and _is_demonym(a, b):
        return False
    return _slip(a, b, alone=len(mine) == 1)


def _slip(left: str, right: str, *, alone: bool) -> bool:
    """Say whether two words differ as a slip of the pen does."""
    if not left.isalpha() or not right.isalpha() or country_of(left) or country_of(right):
        return False
    if min(len(left), len(right)) < (SHORTEST_WORD if alone else 4):
        return False
    if alone and _inflected(left, right):
        return False
    farthest = 1 if alone else FARTHEST
    return spelling_distance(left, right) <= farthest


def _is_demonym(left: str, right: str) -> bool:
    """ "Central America" and "Central American" are the place and its adjective."""
    short, long = sorted((left, right), key=len)
    return long in {short + "n", short + "an", short + "ns", short + "ans", short + "ian"}


def _inflected(left: str, right: str) -> bool:
    """ "American" and "Americans" are two words with one stem."""
    short, long = sorted((left, right), key=len)
    return long.startswith(short) and long[len(short) :] in _INFLECTIONS


def _judge(left: Sequence[Claim], right: Sequence[Claim]) -> Finding | None:
    few, many = sorted((left, right), key=lambda claims: (len(claims), claims[0].words))
    one_word = " " not in fold(few[0].words)
    if one_word and len(few) > SLIP_SHARE * len(many):
        return None
    mine, other = few[0].value, many[0].value
    if not isinstance(mine, Name) or not isinstance(other, Name):
        return None
    # Two spellings in one document are a slip even where either is an accepted one.
    in_one = {claim.source for claim in few} & {claim.source for claim in many}
    variant = relate_names(mine, other) is Relation.OVERLAP and not in_one
    if one_word and NameKind.PERSON not in {mine.what, other.what} and variant:
        return None
    kind = Kind.IMPRECISION if variant else Kind.CONFLICT
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"name|{min(mine.key, other.key)}",
        question=f"How is the name spelled: {other.text}?",
        kind=kind,
        confidence=0.55 if one_word else 0.75,
        explanation=f"{few[0].words} ≠ {many[0].words}",
        answers=(answer(many, other.text), answer(few, mine.text)),
    )


RULE = StoryRule(code="N01", name="spellings-differ", family="name", story=check)
