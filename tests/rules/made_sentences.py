"""Stories of a few made sentences: sources, and claims that point into them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model.claim import Attribute, Claim, Question
from checker.model.cluster import ClaimCluster
from checker.model.source import Source
from checker.model.span import Span
from checker.model.value import Quote, Term, Value
from checker.rules.shape import Rule


def told(rule: Rule, sources: Sequence[Source], claims: Sequence[Claim]) -> list[set[str]]:
    """What each finding of a rule puts beside each other, in the words of its evidence."""
    clusters = [
        ClaimCluster(key=str(n), attribute=c.question.attribute, claims=(c,), likeness=1.0)
        for n, c in enumerate(claims)
    ]
    findings = rule.check(clusters, sources)
    return [{c.words for a in f.answers for c in a.claims} for f in findings]


def source(name: str, text: str) -> Source:
    """A source of one sentence."""
    return Source(id=name, path=f"{name}.txt", text=text, origin=name)


def sentence_claim(document: Source) -> Claim:
    """A claim on the first letters of a source's only sentence."""
    return _claim(document, 0, 1, Attribute.ACTION, Term(text="x", head="x"))


def quote_claim(document: Source, words: str) -> Claim:
    """A claim of the quotation that a source holds."""
    start = document.text.index(words)
    value = Quote(text=words, words=tuple(words.lower().split()))
    return _claim(document, start, start + len(words), Attribute.QUOTE, value)


def cause_claim(
    document: Source, opening: str, head: str, words: Sequence[str], parties: Sequence[str]
) -> Claim:
    """A claim of the cause that begins with some words and ends with the sentence."""
    start = document.text.index(opening)
    value = Term(text=document.text[start:], head=head, words=tuple(sorted(words)))
    claim = _claim(document, start, len(document.text), Attribute.CAUSE, value)
    asked = claim.question.model_copy(update={"participants": tuple(parties)})
    return claim.model_copy(update={"question": asked})


def _claim(document: Source, start: int, end: int, what: Attribute, value: Value) -> Claim:
    return Claim(
        id=f"{document.id}:{start}-{end}:{what}",
        question=Question(attribute=what),
        value=value,
        span=Span(source=document.id, start=start, end=end),
        words=document.text[start:end],
        sentence=Span(source=document.id, start=0, end=len(document.text)),
        found_by="test",
    )
