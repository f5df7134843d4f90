"""The report as GitHub Markdown, for a step summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model.discrepancy import Discrepancy, Evidence, Version
from checker.model.report import Report
from checker.model.source import Source
from checker.render.echoes import find_echoes
from checker.render.excerpt import cut_excerpt
from checker.render.inert import shorten, to_line
from checker.render.words import (
    KIND_WORDS,
    REGION_WORDS,
    backing,
    confidence_word,
    count_of,
    counts_sentence,
    date_words,
    descent_words,
    draft_summary,
    footing_words,
    join_words,
    story_sentence,
    suppression_words,
)

# GitHub drops a step summary above 1 MiB; the rest is kept for the closing lines.
LIMIT_BYTES = 1_000_000

LONGEST_LABEL = 300
LONGEST_TEXT = 1200
MOST_SUPPRESSED = 200
MOST_SENTENCES = 300

# What has a meaning in GitHub Markdown: emphasis, code, links, tables, HTML, mathematics,
# mentions, issue numbers. Entities cannot form structure, whatever stands around them.
ACTIVE = re.compile(r"[&<>|`*_\[\]~\\#@$]")

# Addresses become links without any markup.
BARE_LINK = re.compile(r"(?P<scheme> :// ) | (?P<host> www\. )", re.VERBOSE | re.IGNORECASE)

MARKS = {"error": "🟥", "warning": "🟧", "note": "🟦"}


def render_markdown(report: Report) -> bytes:
    """Write the report as Markdown in UTF-8, at most 1 MiB."""
    sources = {source.id: source for source in report.sources}
    head = [
        "## Where the sources differ",
        "",
        f"{escape(story_sentence(report))} **{counts_sentence(report)}**",
    ]
    tail = [
        *_suppressed_lines(report),
        *_draft_lines(report),
        *_agreement_lines(report, sources),
        *_unchecked_lines(report),
    ]
    blocks = [_block(d, sources) for d in report.discrepancies]
    kept = _fitting(blocks, LIMIT_BYTES - _size([*head, *tail]))
    if kept < len(blocks):
        left = count_of(len(blocks) - kept, "discrepancy")
        tail.insert(0, f"\n_{left} more: this summary is limited to 1 MiB._")
    return ("\n".join([*head, *blocks[:kept], *tail]) + "\n").encode("utf-8", errors="replace")


def escape(text: str) -> str:
    """Make source text stand for itself in Markdown, on one line."""
    entities = ACTIVE.sub(lambda m: f"&#{ord(m.group())};", to_line(text))
    return BARE_LINK.sub(lambda m: "&#58;//" if m["scheme"] else "www&#46;", entities)


def _block(discrepancy: Discrepancy, sources: dict[str, Source]) -> str:
    """One discrepancy: its question, a table of versions, the reason."""
    severity = discrepancy.severity.value
    lines = [
        "",
        f"### {MARKS[severity]} {severity}: {escape(shorten(discrepancy.question, LONGEST_LABEL))}",
        "",
        "| Answer | Backed by | In the words of |",
        "| --- | --- | --- |",
        *(_row(version, sources) for version in discrepancy.versions),
        "",
        f"Why it is shown: {escape(shorten(discrepancy.explanation, LONGEST_TEXT))}",
        "",
        f"Rule {escape(discrepancy.code)} {escape(discrepancy.rule)} · "
        f"{KIND_WORDS[discrepancy.kind]} · {confidence_word(discrepancy.confidence)} confidence · "
        f"{escape(discrepancy.fingerprint)}",
    ]
    return "\n".join(lines)


def _row(version: Version, sources: dict[str, Source]) -> str:
    echoes = find_echoes(version, sources)
    quotations = "<br>".join(
        _quotation(e, sources.get(e.source), repeated=e.source in echoes) for e in version.evidence
    )
    value = escape(shorten(version.value, LONGEST_LABEL))
    return f"| **{value}** | {backing(version)} | {quotations} |"


def _quotation(evidence: Evidence, source: Source | None, *, repeated: bool) -> str:
    """Write the exact words in bold in their sentence; a repetition names its place alone."""
    who = [source.name, date_words(source.published.moment)] if source else [evidence.source]
    parts = [*who, REGION_WORDS[evidence.region], f"{evidence.path}:{evidence.line}"]
    place = escape(", ".join(part for part in parts if part))
    if repeated:
        return f"repeated by {place}"
    excerpt = cut_excerpt(evidence)
    before, after = escape_edge(excerpt.before), escape_edge(excerpt.after)
    return f"“{before}**{escape(excerpt.exact)}**{after}” — {place}"


def escape_edge(text: str) -> str:
    """Escape the text beside a quotation and keep the space at its edges."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{escape(text)}{after}"


def _suppressed_lines(report: Report) -> Iterator[str]:
    """What is known or decided, where it is to be shown."""
    if report.standing.suppressed:
        yield "\n### Known or decided\n"
    for each in report.standing.suppressed[:MOST_SUPPRESSED]:
        row = each.discrepancy
        answers = " | ".join(version.value for version in row.versions)
        told = f"{row.code} {row.question} {answers} ({suppression_words(each)})"
        yield f"- {escape(shorten(told, LONGEST_LABEL))}"
    left = len(report.standing.suppressed) - MOST_SUPPRESSED
    if left > 0:
        yield f"- {left:,} more"


def _draft_lines(report: Report) -> Iterator[str]:
    """What stands behind each sentence of the draft, as a table."""
    if report.draft is None:
        return
    yield "\n### The draft\n"
    yield f"{draft_summary(report.draft)}\n"
    yield "| Line | Sentence | Stands | Others have |"
    yield "| --- | --- | --- | --- |"
    for sentence in report.draft.sentences[:MOST_SENTENCES]:
        against = {e.quote: e for claim in sentence.claims for e in claim.against}
        others = "<br>".join(
            f"“{escape(shorten(quote, LONGEST_LABEL))}” — {escape(f'{e.path}:{e.line}')}"
            for quote, e in against.items()
        )
        said = escape(shorten(sentence.text, LONGEST_LABEL))
        yield f"| {sentence.line} | {said} | {footing_words(sentence)} | {others} |"


def _agreement_lines(report: Report, sources: dict[str, Source]) -> Iterator[str]:
    if not report.agreements:
        return
    yield "\n### What independent sources share\n"
    yield "| Question | Answer | Backed by |"
    yield "| --- | --- | --- |"
    for agreement in report.agreements:
        who = join_words([sources[k].name if k in sources else k for k in agreement.sources])
        cells = (agreement.question, agreement.value, f"{agreement.independent} independent: {who}")
        yield f"| {' | '.join(escape(shorten(cell, LONGEST_LABEL)) for cell in cells)} |"


def _unchecked_lines(report: Report) -> Iterator[str]:
    """What was not understood, not read, undated or not independent."""
    names = {source.id: source.name for source in report.sources}
    sentences = sum(c.sentences for c in report.coverage)
    understood = sum(c.sentences_with_claims for c in report.coverage)
    figures = sum(c.figures - c.figures_with_claims for c in report.coverage)
    yield "\n### What was not understood\n"
    yield f"- Claims were found in {understood:,} of {count_of(sentences, 'sentence')}."
    yield f"- {count_of(figures, 'figure')} without a claim."
    if report.run.recall_note:
        yield f"- {escape(report.run.recall_note)}"
    for unread in report.unread:
        advice = f" ({unread.remedy})" if unread.remedy else ""
        yield f"- Not read: {escape(f'{unread.path}: {unread.reason}{advice}')}"
    for source in report.sources:
        if source.published.moment is None and not source.is_draft:
            yield f"- Undated: {escape(source.path)}"
        if descent := descent_words(source, names):
            yield f"- {escape(f'{source.path}: {descent}')}"


def _fitting(blocks: list[str], room: int) -> int:
    """Count the first blocks that fit into `room` bytes."""
    for kept, block in enumerate(blocks):
        room -= _size([block])
        if room < 0:
            return kept
    return len(blocks)


def _size(lines: list[str]) -> int:
    return sum(len(line.encode("utf-8", errors="replace")) + 1 for line in lines)
