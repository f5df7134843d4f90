"""One remark is quoted in two wordings.

Quotations that share most of their words are one remark. Changed words inside the
marks are reported; a quotation that is only shorter, cut at another place, spelt in
another house's way or contracted agrees. The evidence is the changed words with a few
around them.

Conflict:
    "a proud moment for us all" | "a proud occasion for us all"
Agreement:
    "a proud moment for us all" | "a proud moment"
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
from checker.rules.remarks import changed_places
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of
from checker.rules.word_edits import (
    Edit,
    Word,
    forms,
    pointed,
    sharing,
    windows,
    words_in,
)

# Two quotations with this many words in a row in common may be one remark.
SHINGLE = 3
# A run that more quotations have is a saying.
CROWD = 40
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
        changed = changed_places(left.words, right.words)
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
        confidence=0.6,
        explanation=f"“{answers[0].normal}” ≠ “{answers[1].normal}”",
        answers=answers,
    )


RULE = StoryRule(code="K01", name="quotation-altered", family="quote", story=check)
