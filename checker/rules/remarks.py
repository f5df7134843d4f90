"""Whether two quotations are one remark, and at which places its words were changed."""

from __future__ import annotations

from collections.abc import Sequence

from checker.rules.likewise import content
from checker.rules.word_edits import Edit, Word, edits, forms, matters, most_shared

# Least share of the shorter quotation that must be found in the other, in order.
LEAST_SHARED = 0.6
# "I am … and I did …" is shared by any two remarks: so many words of matter, too.
LEAST_CONTENT = 3
# Words in the middle that were changed; a whole other clause is another remark.
MOST_CHANGED = 5
# Small words dropped at two places or more, so many in all, make another wording.
FEWEST_DROPPED = 3
ARTICLES = frozenset(["a", "an", "the"])
# Words that must be the same just before and after a change, together.
FEWEST_AROUND = 3


def changed_places(left: Sequence[Word], right: Sequence[Word]) -> list[Edit]:
    """The places where words inside both quotations were changed."""
    least = LEAST_SHARED * min(len(left), len(right))
    common = set(content(_plain(left))) & set(content(_plain(right)))
    if len(common) < LEAST_CONTENT or most_shared(forms(left), forms(right)) < least:
        return []
    found, shared = edits(left, right)
    if shared < least:
        return []
    inner = [edit for edit in found if _is_inner(edit, left, right)]
    swapped = [edit for edit in inner if _is_swap(edit) and _is_set_in(edit, found, len(left))]
    replaced = [edit for edit in swapped if matters(edit, left, right)]
    dropped = [edit for edit in inner if not _is_swap(edit)]
    return replaced or (dropped if _turned(dropped, left, right) else [])


def _plain(words: Sequence[Word]) -> list[str]:
    """The words that are no names: any two remarks may name the "Harbour Protection Act"."""
    return [word.form for word in words if not word.written[0].isupper()]


def _is_inner(edit: Edit, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Say whether words stand on both sides of both: no quotation merely begins here."""
    (i, j), (k, m) = edit.left, edit.right
    inside = 0 < i <= j < len(left) and 0 < k <= m < len(right)
    return inside and max(j - i, m - k) <= MOST_CHANGED


def _is_swap(edit: Edit) -> bool:
    return edit.left[0] < edit.left[1] and edit.right[0] < edit.right[1]


def _is_set_in(edit: Edit, found: Sequence[Edit], length: int) -> bool:
    """Say whether enough words around a change are the same on both sides."""
    first, last = edit.left
    before = max((e.left[1] for e in found if e.left[1] <= first and e != edit), default=0)
    after = min((e.left[0] for e in found if e.left[0] >= last and e != edit), default=length)
    return first - before + after - last >= FEWEST_AROUND


def _turned(dropped: Sequence[Edit], left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Say whether small words were dropped at several places: the phrase was turned.

    "the conditions in which they are kept" against "the conditions they are kept in".
    """
    words = [
        word
        for edit in dropped
        for word in forms(left[slice(*edit.left)]) + forms(right[slice(*edit.right)])
        if word not in ARTICLES
    ]
    return len(dropped) > 1 and len(words) >= FEWEST_DROPPED
