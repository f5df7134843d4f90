"""Two wordings of one sentence laid side by side: which words were changed, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from checker.model.claim import Claim
from checker.model.source import Source
from checker.model.value import Term
from checker.rules.likewise import alike, expanded, joined

# Words kept on either side of changed words, and the longest evidence.
AROUND = 3
LONGEST_WINDOW = 100

_WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in comparable form, as it is written, and its offsets in the source."""

    form: str
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """The stretch of words on the left that stands in place of one on the right."""

    left: tuple[int, int]
    right: tuple[int, int]


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets; a contraction gives the words it stands for."""
    return [
        Word(form, match.group(), match.start(), match.end())
        for match in _WORD.finditer(text, start, end)
        for form in expanded(match.group())
    ]


def forms_in(text: str, start: int, end: int) -> list[str]:
    """The comparable forms of the words between two offsets."""
    return [form for word in _WORD.findall(text, start, end) for form in expanded(word)]


def forms(words: Sequence[Word]) -> list[str]:
    """The comparable forms of some words."""
    return [word.form for word in words]


def edits(left: Sequence[Word], right: Sequence[Word]) -> tuple[list[Edit], int]:
    """Every stretch that differs, in order, and how many words are the same."""
    matcher = SequenceMatcher(None, forms(left), forms(right), autojunk=False)
    found = [Edit((i, j), (k, m)) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    return found, sum(block.size for block in matcher.get_matching_blocks())


def most_shared(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words can be the same in order at most: those that both have, in any order."""
    return (Counter(left) & Counter(right)).total()


def matters(edit: Edit, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Say whether words of matter were put for words of other matter."""
    mine, other = forms(left[slice(*edit.left)]), forms(right[slice(*edit.right)])
    return joined(mine) != joined(other) and not alike(mine, other)


def windows(
    words: Sequence[Word], places: Sequence[tuple[int, int]], text: str
) -> Iterator[tuple[int, int]]:
    """Yield offsets around each stretch of words, no longer than evidence may be."""
    for first, last in places:
        begin, end = max(0, first - AROUND), min(len(words), last + AROUND)
        while words[end - 1].end - words[begin].start > LONGEST_WINDOW and end - begin > 1:
            if end > last and end - last >= first - begin:
                end -= 1
            elif begin < first:
                begin += 1
            else:
                break
        start, stop = words[begin].start, words[end - 1].end
        if stop - start <= LONGEST_WINDOW and "\n" not in text[start:stop]:
            yield start, stop


def pointed(claim: Claim, source: Source, place: tuple[int, int], value: str) -> Claim:
    """A claim that points at some words of the sentence of another claim."""
    start, end = place
    span = claim.span.model_copy(update={"start": start, "end": end})
    words = source.text[start:end]
    return claim.model_copy(
        update={
            "id": f"{claim.source}:{start}-{end}:{claim.question.attribute}",
            "span": span,
            "words": words,
            "value": Term(text=words, head=value, words=tuple(value.split())),
        }
    )


def sharing(
    texts: Sequence[Sequence[str]], length: int, crowd: int, apart: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """Pairs of texts that have a run of `length` words in common, in order.

    Runs that more than `crowd` texts have are phrases of everybody's and pair nothing,
    so the time is near linear in the words.
    """
    blocks: dict[tuple[str, ...], list[int]] = {}
    for index, words in enumerate(texts):
        for run in set(zip(*(words[begin:] for begin in range(length)), strict=False)):
            blocks.setdefault(run, []).append(index)
    pairs = {
        (a, b)
        for block in blocks.values()
        if len(block) <= crowd
        for position, a in enumerate(block)
        for b in block[position + 1 :]
        if apart(a, b)
    }
    return sorted(pairs)
