"""The sources: a row each of who, when and whose text, and the text with its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.model.report import Coverage, Report
from checker.model.source import Source
from checker.render.html.comparison import ComparisonView, view_comparison
from checker.render.html.directory import Directory, label
from checker.render.html.documents import LineView, room_for_each, view_lines
from checker.render.html.marks import Mark, disputed_answers
from checker.render.html.view import Reference, SourceLink
from checker.render.inert import Inert
from checker.render.links import web_address
from checker.render.words import (
    DATE_ORIGIN_WORDS,
    confidence_word,
    count_of,
    date_words,
    descent_words,
)

# Each comparison of a copy takes time and room; so many are enough for one page.
MOST_COMPARISONS = 40
MOST_REFERENCES = 8


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source; `badge` marks a new one and the draft; the bar's width runs from 0 to 100."""

    link: SourceLink
    badge: str
    text_anchor: str
    title: Inert
    path: Inert
    url: str
    url_text: Inert
    date: Inert
    date_origin: str
    descent: Inert
    credits: Inert
    understood: str
    understood_width: str
    figures: str
    disputed: tuple[Reference, ...]
    more: str
    lines: tuple[LineView, ...]
    comparison: ComparisonView | None
    original: Inert


def view_sources(
    report: Report, marks: Mapping[str, Sequence[Mark]], directory: Directory
) -> Iterator[SourceView]:
    """Lay every source out, in the order of the report; `marks` are of those with their text."""
    coverage = {entry.source: entry for entry in report.coverage}
    disputed = disputed_answers(report)
    room = room_for_each(len(report.sources))
    copies = [source.id for source in report.sources if source.copy_of and source.id in marks]
    compared = set(copies[:MOST_COMPARISONS])
    for source in report.sources:
        empty = Coverage(
            source=source.id, sentences=0, sentences_with_claims=0, figures=0, figures_with_claims=0
        )
        shown = source.id in marks
        yield _view_source(
            source,
            report,
            coverage.get(source.id, empty),
            disputed.get(source.id, ()),
            directory,
            view_lines(source, marks[source.id], directory, room) if shown else (),
            _compare(source, directory) if source.id in compared else None,
        )


def share(part: int, whole: int) -> str:
    """Give a share in whole per cent; never 100 while something is missing."""
    return str(part * 100 // whole) if whole else "0"


def _view_source(
    source: Source,
    report: Report,
    coverage: Coverage,
    disputed: Sequence[Reference],
    directory: Directory,
    lines: tuple[LineView, ...],
    comparison: ComparisonView | None,
) -> SourceView:
    whole = coverage.sentences
    link = directory.link(source.id)
    left = len(disputed) - MOST_REFERENCES
    return SourceView(
        link=link,
        badge=_badge(source, report),
        text_anchor=f"{link.anchor}-text",
        title=label(source.title),
        path=label(source.location),
        url=web_address(source.url),
        url_text=label(source.url),
        date=label(date_words(source.published.moment)),
        date_origin=_date_origin(source),
        descent=label(descent_words(source, directory.names)),
        credits=label(", ".join(credit.outlet for credit in source.credits)),
        understood=f"{coverage.sentences_with_claims:,} of {count_of(whole, 'sentence')}",
        understood_width=share(coverage.sentences_with_claims, whole),
        figures=_figures_left(coverage),
        disputed=tuple(disputed[:MOST_REFERENCES]),
        more=f"and {left} more" if left > 0 else "",
        lines=lines,
        comparison=comparison,
        original=label(directory.names.get(source.copy_of or "", "")),
    )


def _badge(source: Source, report: Report) -> str:
    """What a source is in this run: the draft, or one that the run was asked about."""
    if source.is_draft:
        return "the draft"
    return "new" if source.id in report.new_sources else ""


def _compare(source: Source, directory: Directory) -> ComparisonView | None:
    original = directory.sources.get(source.copy_of or "")
    return view_comparison(original.text, source.text) if original else None


def _date_origin(source: Source) -> str:
    """Say where the date was read, and how sure that is where it is not sure."""
    where = DATE_ORIGIN_WORDS[source.published.origin]
    sure = confidence_word(source.published.confidence)
    return f"{where}, {sure} confidence" if where and sure != "high" else where


def _figures_left(coverage: Coverage) -> str:
    left = coverage.figures - coverage.figures_with_claims
    return f"{count_of(left, 'figure')} without a claim" if left else ""
