"""One remark is quoted in two wordings.

Quotations that share most of their words are one remark. Changed words inside the
marks are reported; a quotation that is only shorter, or cut at another place, agrees.

Conflict:
    "a historic moment for us all" | "a historic juncture for us all"
Agreement:
    "a historic moment for us all" | "a historic moment"
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Quote
from checker.rules.answers import answer
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of

# Two quotations with this many words of three in a row in common are one remark.
SHINGLE = 3
# Least share of the shorter quotation that must be found in the other, in order.
LEAST_SHARED = 0.6
# Words in the middle that were changed; a whole other clause is another remark.
MOST_CHANGED = 4
_TRIVIAL = frozenset(["a", "an", "the", "that", "and", "s", "is", "are", "have", "had", "will"])


@dataclass(frozen=True, slots=True)
class Change:
    """The words that stand in place of each other."""

    left: tuple[str, ...]
    right: tuple[str, ...]


def check(
    clusters: Sequence[ClaimCluster], _sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every remark with two wordings."""
    quotes = [c for c in claims_of(clusters, Attribute.QUOTE) if isinstance(c.value, Quote)]
    quotes.sort(key=lambda c: (c.span.source, c.span.start))
    told: set[tuple[str, ...]] = set()
    for left, right in _sharing(quotes):
        change = _change(left, right)
        if change is None:
            continue
        key = tuple(sorted((" ".join(change.left), " ".join(change.right))))
        if key not in told:
            told.add(key)
            yield _finding(left, right, change)


def _sharing(quotes: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(quotes):
        words = _words(claim)
        for shingle in {words[i : i + SHINGLE] for i in range(len(words) - SHINGLE + 1)}:
            blocks[shingle].append(index)
    pairs = {
        (a, b)
        for block in blocks.values()
        for position, a in enumerate(block)
        for b in block[position + 1 :]
        if quotes[a].source != quotes[b].source or quotes[a].span != quotes[b].span
    }
    for a, b in sorted(pairs):
        yield quotes[a], quotes[b]


def _words(claim: Claim) -> tuple[str, ...]:
    return claim.value.words if isinstance(claim.value, Quote) else ()


def _change(left: Claim, right: Claim) -> Change | None:
    mine, other = _words(left), _words(right)
    matcher = SequenceMatcher(None, mine, other, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    if shared < LEAST_SHARED * min(len(mine), len(other)) or len(blocks) < 2:  # noqa: PLR2004
        return None
    for tag, i, j, k, m in matcher.get_opcodes():
        inner = 0 < i and j < len(mine) and 0 < k and m < len(other)
        if tag == "replace" and inner and max(j - i, m - k) <= MOST_CHANGED:
            change = Change(mine[i:j], other[k:m])
            if set(change.left) - _TRIVIAL and set(change.right) - _TRIVIAL:
                return change
    return None


def _finding(left: Claim, right: Claim, change: Change) -> Finding:
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"quote|{left.question.agent or right.question.agent}",
        question="What were the words?",
        kind=Kind.CONFLICT,
        confidence=0.7,
        explanation=f"“{' '.join(change.left)}” ≠ “{' '.join(change.right)}”",
        answers=(
            answer([left], " ".join(change.left)),
            answer([right], " ".join(change.right)),
        ),
    )


RULE = StoryRule(code="K01", name="quotation-altered", family="quote", story=check)
