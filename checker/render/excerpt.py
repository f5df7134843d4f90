"""A quotation inside its sentence, cut to a length that people read."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.discrepancy import Evidence

# A newspaper sentence rarely passes 250 characters; what is longer is a table or
# a navigation bar without full stops, of which only the surroundings matter.
CONTEXT = 220
LONGEST_EXACT = 280


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The exact words and what stands before and after them in the sentence."""

    before: str
    exact: str
    after: str


def cut_excerpt(evidence: Evidence) -> Excerpt:
    """Split a sentence around its quotation; the quotation alone where they do not fit."""
    start = evidence.start - evidence.sentence_start
    end = evidence.end - evidence.sentence_start
    if start < 0 or evidence.sentence[start:end] != evidence.quote:
        return Excerpt("", _middle_out(evidence.quote), "")
    return Excerpt(
        _cut_start(evidence.sentence[:start]),
        _middle_out(evidence.quote),
        _cut_end(evidence.sentence[end:]),
    )


def _cut_start(text: str) -> str:
    """Keep the end of a text, from a word's beginning where one is near."""
    if len(text) <= CONTEXT:
        return text.lstrip()
    kept = text[-CONTEXT:]
    _, space, rest = kept.partition(" ")
    return "… " + (rest if space and rest else kept)


def _cut_end(text: str) -> str:
    """Keep the beginning of a text, to a word's end where one is near."""
    if len(text) <= CONTEXT:
        return text.rstrip()
    kept = text[:CONTEXT]
    start, space, _ = kept.rpartition(" ")
    return (start if space and start else kept) + " …"


def _middle_out(text: str) -> str:
    """Keep both ends of a quotation that is far too long."""
    if len(text) <= LONGEST_EXACT:
        return text
    half = LONGEST_EXACT // 2
    return f"{text[:half]} … {text[-half:]}"
