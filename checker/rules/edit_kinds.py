"""What a changed word changes: a number, a negation, a date, a certainty, or a matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose

from checker.model.discrepancy import Kind
from checker.rules.likewise import HEDGES, NEGATIONS, content, number_of
from checker.rules.word_edits import Edit, Word, matters
from checker.values.calendar_words import MONTHS, WEEKDAYS

# "60m" for "200ft": a conversion is rounded.
CONVERTED = 0.04
# Shorter words are abbreviations or belong to a phrase.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Change:
    """The family that a changed word belongs to, and how much it matters."""

    family: str
    kind: Kind
    confidence: float


# A rule that knows figures or dates says it better, where it sees them.
NEGATED = Change("negation", Kind.CONFLICT, 0.75)
COUNTED = Change("quantity", Kind.CONFLICT, 0.45)
DATED = Change("date", Kind.CONFLICT, 0.45)
WEAKENED = Change("status", Kind.IMPRECISION, 0.6)
RENAMED = Change("name", Kind.WORDING, 0.4)
REWORDED = Change("other", Kind.WORDING, 0.4)


def change_of(edit: Edit, left: Sequence[Word], right: Sequence[Word]) -> Change | None:
    """What an edit changes; None where it is a desk's style."""
    mine, other = list(left[slice(*edit.left)]), list(right[slice(*edit.right)])
    if not mine or not other:
        return _dropped([word.form for word in mine or other])
    if len(mine) > 1 or len(other) > 1 or not matters(edit, left, right):
        return None
    return _replaced(mine[0], other[0])


def _dropped(words: list[str]) -> Change | None:
    """A word that one sentence lacks: only a negation or a hedge changes what is said."""
    matter = content(words)
    if len(matter) != 1:
        return None
    if matter[0] in NEGATIONS:
        return NEGATED
    return WEAKENED if matter[0] in HEDGES else None


def _replaced(left: Word, right: Word) -> Change | None:
    if not content([left.form]) or not content([right.form]):
        return None
    mine, other = number_of(left.form), number_of(right.form)
    if mine is not None and other is not None:
        return None if isclose(mine, other, rel_tol=CONVERTED) else COUNTED
    if mine is not None or other is not None:
        return None
    for table in (WEEKDAYS, MONTHS):
        if left.form in table and right.form in table:
            return DATED
    if min(len(left.form), len(right.form)) < _SHORTEST:
        return None
    capitals = {left.written[0].isupper(), right.written[0].isupper()}
    if capitals == {True}:
        return RENAMED
    return REWORDED if capitals == {False} else None
