"""A copy beside its original: what was taken out, what was put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from checker.render.html.documents import plain_words
from checker.render.inert import Inert
from checker.render.words import count_of

# Longer texts would take seconds; a reader of one would rather use a tool for it.
MOST_WORDS = 20_000

# Words kept at either end of a passage that both have.
KEPT = 8
LONGEST_ALIKE = 3 * KEPT


@dataclass(frozen=True, slots=True)
class Change:
    """Words that both have ("same"), one alone ("gone", "new"), or that are left out ("skip")."""

    kind: str
    text: Inert


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The changes in order, and their number in words."""

    summary: str
    changes: tuple[Change, ...]


def view_comparison(original: str, copy: str) -> ComparisonView | None:
    """Compare two texts word by word; nothing where they are too long for that."""
    left, right = original.split(), copy.split()
    if max(len(left), len(right)) > MOST_WORDS:
        return None
    codes = Indel.opcodes(left, right)
    gone = sum(c.src_end - c.src_start for c in codes if c.tag == "delete")
    new = sum(c.dest_end - c.dest_start for c in codes if c.tag == "insert")
    changes: list[Change] = []
    for code in codes:
        if code.tag == "equal":
            changes.extend(_alike(left[code.src_start : code.src_end]))
        elif code.tag == "delete":
            changes.append(_change("gone", left[code.src_start : code.src_end]))
        else:
            changes.append(_change("new", right[code.dest_start : code.dest_end]))
    return ComparisonView(
        summary=f"{count_of(gone, 'word')} left out, {count_of(new, 'word')} added",
        changes=tuple(changes),
    )


def _alike(words: Sequence[str]) -> Iterator[Change]:
    """Words that both have, without the middle of a long passage."""
    if len(words) <= LONGEST_ALIKE:
        yield _change("same", words)
        return
    yield _change("same", words[:KEPT])
    yield Change("skip", plain_words(f"{count_of(len(words) - 2 * KEPT, 'word')} alike"))
    yield _change("same", words[-KEPT:])


def _change(kind: str, words: Sequence[str]) -> Change:
    return Change(kind, plain_words(" ".join(words)))
