"""Which spellings of a story may be one name's: those a slip, a plural or a small word apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from checker.rules.spellings import Spelling, Words, near_setting, same_setting
from checker.values.name import spelling_distance
from checker.values.spelling import (
    PARTICLES,
    differing,
    is_adjective,
    is_inflected,
    is_joined_otherwise,
    is_slip,
    joined,
    names_place,
)

# A slip is rare beside the right spelling.
SLIP_SHARE = 0.34
# A small word tells institutions apart only where the rest of the name is long.
LONG_NAME = 4
# Lone words this long seldom differ by a letter by chance.
LONG_WORD = 6


def near_pairs(spellings: Mapping[Words, Spelling]) -> list[tuple[Spelling, Spelling]]:
    """Pairs of spellings that may be one name's, in order."""
    told = Counter(word for s in spellings.values() for word in s.words for _ in s.claims)
    blocks: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(spellings):
        for key in _keys(words):
            blocks[key].append(words)
    seen = sorted({pair for block in blocks.values() for pair in combinations(block, 2)})
    pairs = ((spellings[left], spellings[right]) for left, right in seen)
    return [pair for pair in pairs if _one_name(*pair, told)]


def _keys(words: Words) -> set[str]:
    """What two spellings of one name share: a word, the initials, a beginning or an end."""
    whole = f"={joined(words)}"
    if len(words) == 1:
        return {whole, f"^{words[0][:3]}", f"{words[0][-3:]}$"}
    return {whole, *words, "".join(word[0] for word in words) + "."}


def _one_name(left: Spelling, right: Spelling, told: Mapping[str, int]) -> bool:
    short, long = sorted((left.words, right.words), key=len)
    if is_joined_otherwise(" ".join(short), " ".join(long)):
        return True
    if len(long) == 1:
        return _one_word(left, right, told)
    if len(short) == len(long):
        return _apart(short, long)
    # "Harbor Line" in "Harbour Line Ferry": a name may go on.
    return len(long) - len(short) == 1 < len(short) and any(
        _apart(short, part) and not is_inflected(short[-1], part[-1])
        for part in (long[:-1], long[1:])
        if all(is_slip(*pair, 0) or is_adjective(*pair) for pair in differing(short, part))
    )


def _one_word(left: Spelling, right: Spelling, told: Mapping[str, int]) -> bool:
    """Say whether two lone words are one name: a slip, rare or told of in one setting.

    A short one must be a person's, slipped inside one document: "Ida Lock … Locke said".
    """
    mine, other = left.words[0], right.words[0]
    slipped = left.sources & right.sources and (left.is_person or right.is_person)
    if not is_slip(mine, other, 1 if slipped else 0) or is_inflected(mine, other):
        return False
    if spelling_distance(mine, other) > 1:
        return False
    few, many = sorted((told[mine], told[other]))
    if few <= SLIP_SHARE * many or same_setting(left, right):
        return True
    return min(len(mine), len(other)) >= LONG_WORD and near_setting(left, right)


def _apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether two names of some words differ by slips, a plural or a small word."""
    apart = differing(left, right)
    shared = len(left) - len(apart)
    if len(apart) == 1 and shared >= LONG_NAME - 1 and PARTICLES.issuperset(apart[0]):
        return True
    if (left[-1], right[-1]) in apart and is_adjective(left[-1], right[-1]):
        return False
    if not apart or any(names_place(word) for pair in apart for word in pair):
        return False
    # "Hedwig Olsen" and "Hedvig Olson": two words, each by a letter.
    return len(apart) <= 2 and all(
        is_slip(a, b, shared if len(apart) == 1 else 0) for a, b in apart
    )
