"""The report for a terminal or a build log.

Every line begins with a word or a rule of our own, never with source text:
build servers obey lines that begin with "::", leading spaces or not.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from checker.model.discrepancy import Discrepancy, Evidence, Severity, Version
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
    story_sentence,
    suppression_words,
)

WIDTH = 92
GUTTER = "│ "
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
LONGEST_LABEL = 200
LONGEST_TEXT = 1200


class Brush:
    """Terminal styles, or none where colour is not wanted."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour

    def paint(self, text: str, code: str) -> str:
        """Wrap text in one SGR style."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def render_text(report: Report, *, colour: bool = False) -> bytes:
    """Write the report as plain text in UTF-8, with terminal colours if asked."""
    brush = Brush(colour=colour)
    sources = {source.id: source for source in report.sources}
    lines = [f"Sources: {story_sentence(report)}"]
    story = "" if len(report.stories) > 1 else None
    for discrepancy in report.discrepancies:
        if story is not None and discrepancy.story != story:
            story = discrepancy.story
            lines += ["", f"Story: {to_line(story)}"]
        lines += ["", *_discrepancy_lines(discrepancy, sources, brush)]
    lines += [*_suppressed_lines(report), *_draft_lines(report)]
    lines += [*_agreement_lines(report, sources), *_unchecked_lines(report)]
    lines += ["", f"Result: {counts_sentence(report)}", *_recall_lines(report)]
    return ("\n".join(lines) + "\n").encode("utf-8", errors="replace")


def render_row(row: Discrepancy, report: Report, *, colour: bool = False) -> bytes:
    """Write one discrepancy of a report as `render_text` does."""
    sources = {source.id: source for source in report.sources}
    lines = [*_discrepancy_lines(row, sources, Brush(colour=colour)), ""]
    return "\n".join(lines).encode("utf-8", errors="replace")


def _discrepancy_lines(
    discrepancy: Discrepancy, sources: dict[str, Source], brush: Brush
) -> Iterator[str]:
    word = brush.paint(discrepancy.severity.value.upper(), f"1;{COLOURS[discrepancy.severity]}")
    rule = shorten(to_line(f"{discrepancy.code} {discrepancy.rule}"), LONGEST_LABEL)
    sure = f"{confidence_word(discrepancy.confidence)} confidence"
    yield f"{word} {rule} · {KIND_WORDS[discrepancy.kind]} · {sure}"
    for line in _wrap(shorten(discrepancy.question, LONGEST_TEXT), ""):
        yield GUTTER + brush.paint(line, "1")
    for version in discrepancy.versions:
        yield GUTTER.rstrip()
        yield from _version_lines(version, sources, brush)
    yield GUTTER.rstrip()
    reason = f"Why: {shorten(discrepancy.explanation, LONGEST_TEXT)}"
    yield from (GUTTER + line for line in _wrap(reason, ""))
    yield f"╰ {to_line(discrepancy.fingerprint)}"


def _version_lines(version: Version, sources: dict[str, Source], brush: Brush) -> Iterator[str]:
    value = brush.paint(shorten(to_line(version.value), LONGEST_LABEL), "1")
    yield f"{GUTTER}• {value}  ({backing(version)})"
    echoes = find_echoes(version, sources)
    for evidence in version.evidence:
        place = _place(evidence, sources.get(evidence.source))
        if evidence.source in echoes:
            yield f"{GUTTER}    repeated by {place}"
            continue
        yield f"{GUTTER}    {place}"
        for line in _wrap(_quotation(evidence), "      "):
            yield GUTTER + line


def _place(evidence: Evidence, source: Source | None) -> str:
    """Say who, when, in what part of the page, in which line of the file."""
    known = [source.name, date_words(source.published.moment)] if source else [evidence.source]
    parts = [*known, REGION_WORDS[evidence.region], f"{evidence.path}:{evidence.line}"]
    if source and source.copy_of:
        parts.insert(1, "copy")
    return " · ".join(shorten(to_line(part), LONGEST_LABEL) for part in parts if part)


def _quotation(evidence: Evidence) -> str:
    """Set the exact words in brackets inside their sentence."""
    excerpt = cut_excerpt(evidence)
    return f"“{excerpt.before}[{excerpt.exact}]{excerpt.after}”"


def _suppressed_lines(report: Report) -> Iterator[str]:
    """Name what is known or decided, where it is to be shown."""
    if report.standing.suppressed:
        yield ""
    for each in report.standing.suppressed:
        row = each.discrepancy
        answers = " | ".join(shorten(version.value, LONGEST_LABEL) for version in row.versions)
        what = f"{row.code} {row.question} {answers} ({suppression_words(each)})"
        yield f"Suppressed: {shorten(to_line(f'{row.fingerprint} {what}'), LONGEST_TEXT)}"


def _draft_lines(report: Report) -> Iterator[str]:
    """What stands behind each sentence of the draft, in its order."""
    if report.draft is None:
        return
    yield ""
    yield f"Draft: {draft_summary(report.draft)}"
    for sentence in report.draft.sentences:
        said = f"line {sentence.line}, {footing_words(sentence)}: “{sentence.text}”"
        yield from (GUTTER + line for line in _wrap(shorten(said, LONGEST_TEXT), ""))
        for evidence in _firsts(one for claim in sentence.claims for one in claim.against):
            words = f"    ≠ “{shorten(to_line(evidence.quote), LONGEST_LABEL)}”"
            yield f"{GUTTER}{words} {to_line(evidence.path)}:{evidence.line}"


def _firsts(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Each place once."""
    yield from {(one.source, one.start): one for one in evidence}.values()


def _agreement_lines(report: Report, sources: dict[str, Source]) -> Iterator[str]:
    if not report.agreements:
        return
    yield ""
    yield f"Agreed: {count_of(len(report.agreements), 'question')} with one answer"
    names = {key: source.name for key, source in sources.items()}
    for agreement in report.agreements:
        who = ", ".join(names.get(key, key) for key in agreement.sources)
        backed = f"{agreement.independent} independent: {who}"
        value = shorten(agreement.value, LONGEST_LABEL)
        line = f"{shorten(agreement.question, LONGEST_LABEL)} {value} ({backed})"
        yield from (GUTTER + part for part in _wrap(line, "  "))


def _unchecked_lines(report: Report) -> Iterator[str]:
    """Name what was not read, what has no date, and what only repeats another."""
    names = {source.id: source.name for source in report.sources}
    for unread in report.unread:
        advice = f" ({to_line(unread.remedy)})" if unread.remedy else ""
        yield f"Not read: {to_line(unread.path)}: {to_line(unread.reason)}{advice}"
    for source in report.sources:
        if source.published.moment is None and not source.is_draft:
            yield f"Undated: {to_line(source.path)}"
        if descent := descent_words(source, names):
            yield f"Not independent: {to_line(f'{source.path}: {descent}')}"


def _recall_lines(report: Report) -> Iterator[str]:
    """Say what silence means: how much was understood at all."""
    sentences = sum(c.sentences for c in report.coverage)
    understood = sum(c.sentences_with_claims for c in report.coverage)
    figures = sum(c.figures - c.figures_with_claims for c in report.coverage)
    yield (
        f"Understood: claims in {understood:,} of {count_of(sentences, 'sentence')}; "
        f"{count_of(figures, 'figure')} without a claim. {to_line(report.run.recall_note)}".rstrip()
    )


def _wrap(text: str, indent: str) -> list[str]:
    """Fold harmless text to the width of a terminal."""
    folded = textwrap.wrap(to_line(text), WIDTH, initial_indent=indent, subsequent_indent=indent)
    return folded or [indent]
