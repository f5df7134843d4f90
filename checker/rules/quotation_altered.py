"""One remark is quoted in two wordings.

Quotations that share most of their words are one remark. Changed words inside the
marks are reported; a quotation that is only shorter, cut at another place, spelt in
another house's way or contracted agrees. The evidence is the changed words with a few
around them.

Conflict:
    "a historic moment for us all" | "a historic juncture for us all"
Agreement:
    "a historic moment for us all" | "a historic moment"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Answer, Finding, Kind
from checker.model.source import Source
from checker.model.value import Quote
from checker.rules.answers import answer
from checker.rules.likewise import content
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of
from checker.rules.word_edits import (
    Edit,
    Word,
    edits,
    forms,
    matters,
    pointed,
    sharing,
    windows,
    words_in,
)

# Two quotations with this many words in a row in common may be one remark.
SHINGLE = 3
# A run that more quotations have is a saying.
CROWD = 40
# Least share of the shorter quotation that must be found in the other, in order.
LEAST_SHARED = 0.6
# "I am … and I did …" is shared by any two remarks: so many words of matter, too.
LEAST_CONTENT = 2
# Words in the middle that were changed; a whole other clause is another remark.
MOST_CHANGED = 5
# Small words dropped at two places or more, so many in all, make another wording.
FEWEST_DROPPED = 3
ARTICLES = frozenset(["a", "an", "the"])
# Evidence at this many changed places of a remark.
MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """A quotation and its words where they stand."""

    claim: Claim
    words: list[Word]


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every remark with two wordings."""
    by_id = {source.id: source for source in sources}
    remarks = [_remark(claim, by_id) for claim in claims_of(clusters, Attribute.QUOTE)]
    remarks.sort(key=lambda r: (r.claim.span.source, r.claim.span.start))
    told: set[tuple[str, ...]] = set()
    for a, b in sharing([forms(r.words) for r in remarks], SHINGLE, CROWD, lambda *_: True):
        left, right = remarks[a], remarks[b]
        changed = _changed(left.words, right.words)
        answers = _answers(left, right, changed, by_id) if changed else None
        if answers is not None:
            key = tuple(sorted(each.normal for each in answers))
            if key not in told:
                told.add(key)
                yield _finding(left.claim, right.claim, answers)


def _remark(claim: Claim, sources: dict[str, Source]) -> Remark:
    text = sources[claim.source].text
    length = len(claim.value.text) if isinstance(claim.value, Quote) else 0
    return Remark(claim, words_in(text, claim.span.start, claim.span.start + length))


def _changed(left: Sequence[Word], right: Sequence[Word]) -> list[Edit]:
    """The places where words inside both quotations were changed."""
    found, shared = edits(left, right)
    common = set(content(forms(left))) & set(content(forms(right)))
    if shared < LEAST_SHARED * min(len(left), len(right)) or len(common) < LEAST_CONTENT:
        return []
    inner = [edit for edit in found if _is_inner(edit, left, right)]
    replaced = [edit for edit in inner if matters(edit, left, right) and _is_swap(edit)]
    dropped = [edit for edit in inner if not _is_swap(edit)]
    return replaced or (dropped if _turned(dropped, left, right) else [])


def _is_inner(edit: Edit, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Say whether words stand on both sides of both: no quotation merely begins here."""
    (i, j), (k, m) = edit.left, edit.right
    inside = 0 < i <= j < len(left) and 0 < k <= m < len(right)
    return inside and max(j - i, m - k) <= MOST_CHANGED


def _is_swap(edit: Edit) -> bool:
    return edit.left[0] < edit.left[1] and edit.right[0] < edit.right[1]


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


def _answers(
    left: Remark, right: Remark, changed: Sequence[Edit], sources: dict[str, Source]
) -> tuple[Answer, Answer] | None:
    mine = _answer(left, [e.left for e in changed], sources)
    other = _answer(right, [e.right for e in changed], sources)
    return (mine, other) if mine is not None and other is not None else None


def _answer(
    remark: Remark, places: Sequence[tuple[int, int]], sources: dict[str, Source]
) -> Answer | None:
    source = sources[remark.claim.source]
    said = " … ".join(" ".join(forms(remark.words[i:j])) for i, j in places)
    spots = list(windows(remark.words, places, source.text))[:MOST_PLACES]
    claims = [pointed(remark.claim, source, spot, said) for spot in spots]
    return answer(claims, said) if claims else None


def _finding(left: Claim, right: Claim, answers: tuple[Answer, Answer]) -> Finding:
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"quote|{left.question.agent or right.question.agent}",
        question="What were the words?",
        kind=Kind.CONFLICT,
        confidence=0.7,
        explanation=f"“{answers[0].normal}” ≠ “{answers[1].normal}”",
        answers=answers,
    )


RULE = StoryRule(code="K01", name="quotation-altered", family="quote", story=check)
