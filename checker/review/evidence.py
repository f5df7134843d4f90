"""A claim's words and where they stand, as a person or another program needs them."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.discrepancy import Evidence
from checker.model.source import Source
from checker.model.span import Span

CONTEXT = 32  # code points before and after, as text-quote selectors have them
LONGEST_QUOTE = 120  # code points; evidence points at the answer, not at the paragraph
LONGEST_SENTENCE = 1_000  # code points; a table scraped into one line has no full stop


def evidence_of(claim: Claim, source: Source) -> Evidence:
    """Return the quotation of a claim; one that is too long ends at a word."""
    text, start = source.text, claim.span.start
    end = _quote_end(text, start, claim.span.end)
    line, column = place_in(text, start)
    sentence = _sentence(claim, end)
    return Evidence(
        source=source.id,
        path=source.path,
        member=source.member,
        place=source.place_at(start),
        start=start,
        end=end,
        line=line,
        column=column,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        sentence=source.quote(sentence),
        sentence_start=sentence.start,
        region=claim.region,
        found_by=claim.found_by,
    )


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column, both from 1, where lines end in LF, CR LF or CR."""
    breaks = text.count("\n", 0, offset) + text.count("\r", 0, offset)
    breaks -= text.count("\r\n", 0, offset)
    last = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    return breaks + 1, offset - last


def _sentence(claim: Claim, end: int) -> Span:
    """Return the sentence of a claim, cut around its quotation where it is endless."""
    whole = claim.sentence
    if whole.end - whole.start <= LONGEST_SENTENCE:
        return whole
    margin = (LONGEST_SENTENCE - LONGEST_QUOTE) // 2
    return Span(
        source=whole.source,
        start=max(whole.start, claim.span.start - margin),
        end=min(whole.end, end + margin),
    )


def _quote_end(text: str, start: int, end: int) -> int:
    """Return where a quotation that may be too long is to end."""
    if end - start <= LONGEST_QUOTE:
        return end
    longest = text[start : start + LONGEST_QUOTE + 1]
    whole_words = longest[: longest.rfind(" ")] if " " in longest else longest[:LONGEST_QUOTE]
    return start + len(whole_words.rstrip() or longest[:LONGEST_QUOTE])
