"""A sentence was taken over with a word of it changed.

Copy is edited as it travels from desk to desk. Sentences of two sources that are the
same but for a number, a negation, a month or weekday, or a word that weakens ("possible")
are reported; so, softly, are those with one word of matter put for another. Spelling,
inflection, contractions, synonyms, small words and verbs of saying are a desk's style.

Conflict:
    the bridge was not inspected last spring | the bridge was inspected last spring
Agreement:
    it's the tallest centre in town, he said | it is the tallest center in town, he says
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Answer, Finding, Kind, Severity
from checker.model.source import RegionKind, Source
from checker.rules.answers import answer
from checker.rules.edit_kinds import Change, change_of
from checker.rules.shape import StoryRule
from checker.rules.word_edits import (
    Edit,
    Word,
    edits,
    forms_in,
    most_shared,
    pointed,
    sharing,
    windows,
    words_in,
)

# Sentences with so many words in a row in common may be one.
SHINGLE = 4
# A run in more sentences than these is a phrase of the whole story.
CROWD = 30
FEWEST_WORDS = 8
# Least share of the longer sentence that is the same, in order.
LEAST_SHARED = 0.75
# More places than these were not edited in passing: it was written anew.
MOST_EDITS = 3
# Words that must be the same just before or just after the changed one.
NEAR = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by one of its claims, the forms of its words, and the text of its source."""

    claim: Claim
    forms: list[str]
    text: str

    @property
    def words(self) -> list[Word]:
        """The words where they stand: asked of the few sentences that are laid side by side."""
        return words_in(self.text, self.claim.sentence.start, self.claim.sentence.end)


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every change of a word, once however many copies show it."""
    by_id = {source.id: source for source in sources}
    sentences = _sentences(clusters, by_id)
    told: set[tuple[str, ...]] = set()

    def apart(a: int, b: int) -> bool:
        return sentences[a].claim.source != sentences[b].claim.source

    for a, b in sharing([s.forms for s in sentences], SHINGLE, CROWD, apart):
        left, right = sentences[a], sentences[b]
        if not _may_be_one(left.forms, right.forms):
            continue
        for edit, change in _changes(left.words, right.words):
            mine, other = _answer(left, edit.left, by_id), _answer(right, edit.right, by_id)
            key = tuple(sorted((_said(left, edit.left), _said(right, edit.right))))
            if mine is not None and other is not None and key not in told:
                told.add(key)
                yield _finding(change, key, (mine, other))


def _sentences(clusters: Sequence[ClaimCluster], sources: Mapping[str, Source]) -> list[Sentence]:
    first: dict[tuple[str, int], Claim] = {}
    for cluster in clusters:
        if cluster.attribute is Attribute.PUBLISHED:
            continue
        for claim in cluster.claims:
            if claim.region is not RegionKind.BODY and claim.region is not RegionKind.CAPTION:
                continue
            sentence = claim.sentence
            known = first.setdefault((sentence.source, sentence.start), claim)
            if claim.id < known.id:
                first[sentence.source, sentence.start] = claim
    found = []
    for _, claim in sorted(first.items()):
        text = sources[claim.source].text
        words = forms_in(text, claim.sentence.start, claim.sentence.end)
        if len(words) >= FEWEST_WORDS:
            found.append(Sentence(claim, words, text))
    return found


def _may_be_one(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether enough words are the same: in what order is dearer to find out."""
    short, long = sorted((len(left), len(right)))
    least = LEAST_SHARED * long
    return short >= least and most_shared(left, right) >= least


def _changes(left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[Edit, Change]]:
    found, shared = edits(left, right)
    if shared < LEAST_SHARED * max(len(left), len(right)) or len(found) > MOST_EDITS:
        return
    for number, edit in enumerate(found):
        change = change_of(edit, left, right)
        if change is not None and _set_in(found, number, len(left)):
            yield edit, change


def _set_in(found: Sequence[Edit], number: int, length: int) -> bool:
    """Say whether the words just before and just after the change are the same."""
    before = found[number - 1].left[1] if number else 0
    after = found[number + 1].left[0] if number + 1 < len(found) else length
    first, last = found[number].left
    return first - before >= NEAR and after - last >= NEAR


def _said(sentence: Sentence, place: tuple[int, int]) -> str:
    return " ".join(sentence.forms[slice(*place)]) or "–"


def _answer(
    sentence: Sentence, place: tuple[int, int], sources: Mapping[str, Source]
) -> Answer | None:
    source = sources[sentence.claim.source]
    said = _said(sentence, place)
    spots = windows(sentence.words, [place], source.text)
    claims = [pointed(sentence.claim, source, spot, said) for spot in spots]
    return answer(claims, said) if claims else None


def _finding(change: Change, key: tuple[str, ...], answers: tuple[Answer, Answer]) -> Finding:
    return Finding(
        code=RULE.code,
        family=change.family,
        key=f"edited|{'|'.join(key)}",
        question="Which word stood in the sentence?",
        kind=change.kind,
        confidence=change.confidence,
        explanation=f"“{answers[0].normal}” ≠ “{answers[1].normal}” in one sentence",
        answers=answers,
        severity=Severity.WARNING if change.kind is not Kind.WORDING else None,
    )


RULE = StoryRule(code="K03", name="edited-in-passing", family="other", story=check)
