"""One bearer's name is spelled in two ways.

Names are compared word by word. Two that share a word and differ in a few letters of
another belong to one bearer ("Nora Fayad", "Nora Faiad"), and so do institutions that
differ in a plural or in a small word; single words must be long, nearly equal, and one
of them rare. Accepted variants of transliteration and of house style are reported
softly.

Conflict:
    Harbour Bridges Company | Harbour Bridge Company
Agreement:
    Nora Fayad | Ms. Fayad
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from checker.model.claim import Attribute
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Relation
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.spellings import (
    Spelling,
    pluralised,
    same_setting,
    spellings_of,
    together,
    two_persons,
)
from checker.rules.story import claims_of
from checker.values.name import relate_names
from checker.values.spelling import (
    PARTICLES,
    differing,
    is_adjective,
    is_house_style,
    is_inflected,
    is_plural,
    is_slip,
    names_place,
)

# A slip is rare beside the right spelling.
SLIP_SHARE = 0.34
# A small word tells institutions apart only where the rest of the name is long.
LONG_NAME = 4


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every bearer whose name is spelled in two ways or more."""
    spellings = spellings_of(claims_of(clusters, Attribute.NAME))
    texts = {source.id: source.text for source in sources}
    told = Counter(word for s in spellings.values() for word in s.words for _ in s.claims)
    groups: list[list[Spelling]] = []
    for left, right in _near_pairs(spellings, told):
        pair = [spellings[left], spellings[right]]
        if together(*pair) or two_persons(*pair) or pluralised(*pair, texts):
            continue
        met = [group for group in groups if any(s in group for s in pair)]
        groups = [group for group in groups if group not in met]
        groups.append([*(s for group in met for s in group), *pair])
    for group in groups:
        yield _finding({s.words: s for s in group}.values())


def _near_pairs(
    spellings: Mapping[tuple[str, ...], Spelling], told: Mapping[str, int]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of spellings that may be one name's."""
    blocks: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(spellings):
        for key in _keys(words):
            blocks[key].append(words)
    seen = {pair for block in blocks.values() for pair in combinations(block, 2)}
    return sorted(pair for pair in seen if _one_name(spellings, *pair, told))


def _keys(words: tuple[str, ...]) -> set[str]:
    if len(words) == 1:
        return {f"^{words[0][:3]}", f"{words[0][-3:]}$"}
    return {*words, "".join(word[0] for word in words) + "."}


def _one_name(
    spellings: Mapping[tuple[str, ...], Spelling],
    left: tuple[str, ...],
    right: tuple[str, ...],
    told: Mapping[str, int],
) -> bool:
    if len(left) == len(right) == 1:
        few, many = sorted((told[left[0]], told[right[0]]))
        if few > SLIP_SHARE * many and not same_setting(spellings[left], spellings[right]):
            return False
        return is_slip(left[0], right[0], 0) and not is_inflected(left[0], right[0])
    short, long = sorted((left, right), key=len)
    if len(short) == len(long):
        return _apart(short, long)
    # "Harbor Line" in "Harbour Line Ferry": a name may go on.
    return len(long) - len(short) == 1 < len(short) and any(
        _apart(short, part) and not is_inflected(short[-1], part[-1])
        for part in (long[:-1], long[1:])
        if all(is_slip(*pair, 0) or is_adjective(*pair) for pair in differing(short, part))
    )


def _apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether two names of some words differ by a slip, a plural or a small word."""
    apart = differing(left, right)
    shared = len(left) - len(apart)
    if len(apart) == 1 and shared >= LONG_NAME - 1 and PARTICLES.issuperset(apart[0]):
        return True
    if (left[-1], right[-1]) in apart and is_adjective(left[-1], right[-1]):
        return False
    if any(names_place(word) for pair in apart for word in pair):
        return False
    # Two words of a person's name may be spelled anew, each by a letter.
    most = 1 if shared else len(left)
    return 0 < len(apart) <= most + (shared > 0) and all(
        is_slip(a, b, shared if len(apart) == 1 else 0) for a, b in apart
    )


def _finding(group: Iterable[Spelling]) -> Finding:
    ranked = sorted(group, key=lambda s: (-len(s.claims), s.words))
    first, second = ranked[:2]
    soft = all(_soft(a, b) for a, b in combinations(ranked, 2))
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"name|{min(s.name.key for s in ranked)}",
        question=f"How is the name spelled: {first.name.text}?",
        kind=Kind.IMPRECISION if soft else Kind.CONFLICT,
        confidence=_sure(first, second),
        explanation=" ≠ ".join(s.claims[0].words for s in reversed(ranked)),
        answers=tuple(answer(s.claims, s.name.text) for s in ranked),
    )


def _soft(left: Spelling, right: Spelling) -> bool:
    """Say whether both spellings are accepted ones.

    Two in one document are a slip even where either is accepted.
    """
    variant = relate_names(left.name, right.name) is Relation.OVERLAP
    same_length = len(left.words) == len(right.words)
    apart = differing(left.words, right.words) if same_length else []
    house = any(is_house_style(*pair) for pair in apart)
    return house or (variant and not left.sources & right.sources)


def _sure(left: Spelling, right: Spelling) -> float:
    """A person's name of some words is surer than a plural, a lone word the least sure."""
    if len(left.words) == 1 or len(left.words) != len(right.words):
        return 0.55
    plural = any(is_plural(*pair) for pair in differing(left.words, right.words))
    return 0.65 if plural and not (left.persons or right.persons) else 0.75


RULE = StoryRule(code="N01", name="spellings-differ", family="name", story=check)
