"""Report → the view of the whole page."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.report import Agreement, Coverage, Report
from checker.model.source import Source
from checker.render.cards import Directory, label, view_card, view_rule
from checker.render.inert import Inert, make_inert
from checker.render.links import web_address
from checker.render.view import (
    AgreementView,
    CountView,
    FactView,
    FamilyView,
    GapView,
    MeasureView,
    PageView,
    SourceView,
)
from checker.render.words import (
    DATE_ORIGIN_WORDS,
    SEVERITY_MEANING,
    confidence_word,
    count_of,
    date_words,
    descent_words,
    severity_counts,
    story_sentence,
)

# Fewer cards than this are seen at once; more than that make the overview itself long.
GLANCE_FROM = 3
GLANCE_OPEN_UP_TO = 12

UNDATED = "“yesterday” and “Tuesday” have no date here, and nothing is known to be older or newer"
UNDATED_REMEDY = "give its date in a front matter"


def view_page(report: Report) -> PageView:
    """Turn a report into strings, ready for the template."""
    directory = Directory(report.sources)
    rules = {rule.code: rule for rule in report.run.rules}
    found = len(report.discrepancies)
    return PageView(
        title=f"{count_of(found, 'discrepancy')} in {count_of(len(report.sources), 'document')}",
        story=story_sentence(report),
        verdict=_verdict(report),
        counts=tuple(_counts(report)),
        gaps=tuple(_gaps(report)),
        cards=tuple(view_card(d, directory, rules) for d in report.discrepancies),
        glance=_glance(found),
        families=tuple(
            FamilyView(key, label(key.replace("-", " ")))
            for key in sorted({d.family for d in report.discrepancies})
        ),
        agreements=tuple(_view_agreement(a, directory) for a in report.agreements),
        sources=tuple(_source_rows(report, directory)),
        measures=tuple(_measures(report.coverage)),
        recall_note=make_inert(report.run.recall_note),
        facts=tuple(_facts(report)),
        settings=make_inert(report.run.settings),
        rules=tuple(view_rule(rule) for rule in report.run.rules),
    )


def _verdict(report: Report) -> str:
    """Say in one neutral sentence what came out."""
    found = len(report.discrepancies)
    if not report.sources:
        return "Nothing was compared."
    if not found:
        return "No discrepancy was found among the claims that were understood."
    return f"They differ on {count_of(found, 'question')}."


def _glance(found: int) -> str:
    """Say whether the list of all questions stands open, closed, or not at all."""
    if found < GLANCE_FROM:
        return ""
    return "open" if found <= GLANCE_OPEN_UP_TO else "closed"


def _counts(report: Report) -> Iterator[CountView]:
    for severity, number in severity_counts(report).items():
        word = severity.value if number == 1 else f"{severity.value}s"
        yield CountView(severity.value, f"{number:,}", word, SEVERITY_MEANING[severity])


def _gaps(report: Report) -> Iterator[GapView]:
    """Name what was not read, and what was read without a date."""
    for unread in report.unread:
        yield GapView("Not read", label(unread.path), label(unread.reason), label(unread.remedy))
    for source in report.sources:
        if source.published.moment is None:
            yield GapView("Undated", label(source.location), label(UNDATED), label(UNDATED_REMEDY))


def _view_agreement(agreement: Agreement, directory: Directory) -> AgreementView:
    return AgreementView(
        question=label(agreement.question),
        value=label(agreement.value),
        backing=f"{agreement.independent:,} independent",
        sources=tuple(directory.link(key) for key in agreement.sources),
    )


def _source_rows(report: Report, directory: Directory) -> Iterator[SourceView]:
    coverage = {entry.source: entry for entry in report.coverage}
    for source in report.sources:
        empty = Coverage(
            source=source.id, sentences=0, sentences_with_claims=0, figures=0, figures_with_claims=0
        )
        involved = sum(
            1 for d in report.discrepancies if any(source.id in v.sources for v in d.versions)
        )
        yield _view_source(source, coverage.get(source.id, empty), involved, directory)


def _view_source(
    source: Source, coverage: Coverage, involved: int, directory: Directory
) -> SourceView:
    whole = coverage.sentences
    return SourceView(
        link=directory.link(source.id),
        title=label(source.title),
        path=label(source.location),
        url=web_address(source.url),
        url_text=label(source.url),
        date=label(date_words(source.published.moment)),
        date_origin=_date_origin(source),
        descent=label(descent_words(source, directory.names)),
        credits=label(", ".join(credit.outlet for credit in source.credits)),
        understood=f"{coverage.sentences_with_claims:,} of {count_of(whole, 'sentence')}",
        understood_width=_share(coverage.sentences_with_claims, whole),
        figures=_figures_left(coverage),
        discrepancies=f"{involved:,}",
    )


def _date_origin(source: Source) -> str:
    """Say where the date was read, and how sure that is where it is not sure."""
    where = DATE_ORIGIN_WORDS[source.published.origin]
    sure = confidence_word(source.published.confidence)
    return f"{where}, {sure} confidence" if where and sure != "high" else where


def _figures_left(coverage: Coverage) -> str:
    left = coverage.figures - coverage.figures_with_claims
    return f"{count_of(left, 'figure')} without a claim" if left else ""


def _measures(coverage: tuple[Coverage, ...]) -> Iterator[MeasureView]:
    sentences = sum(c.sentences for c in coverage)
    with_claims = sum(c.sentences_with_claims for c in coverage)
    figures = sum(c.figures for c in coverage)
    used = sum(c.figures_with_claims for c in coverage)
    yield _measure("Sentences in which a claim was found", with_claims, sentences)
    yield _measure("Figures that belong to a claim", used, figures)


def _measure(name: str, part: int, whole: int) -> MeasureView:
    share = _share(part, whole)
    return MeasureView(name, f"{part:,} of {whole:,} ({share} %)", share)


def _share(part: int, whole: int) -> str:
    """Give a share in whole per cent; never 100 while something is missing."""
    return str(part * 100 // whole) if whole else "0"


def _facts(report: Report) -> Iterator[FactView]:
    run = report.run
    yield FactView("Tool", label(f"{run.tool} {run.version}"))
    yield FactView("Language model", label(run.language_model))
    yield FactView("Today taken as", _or_dash(run.today))
    yield FactView("Rules", make_inert(f"{len(run.rules):,}"))


def _or_dash(text: str) -> Inert:
    return label(text or "not set")
