"""Report → the view of the whole page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model.report import Coverage, Report
from checker.model.standing import Standing
from checker.render.html.cards import view_card, view_rule
from checker.render.html.directory import Directory, label
from checker.render.html.draft import DraftView, view_draft
from checker.render.html.ledger import LedgerView, view_ledger
from checker.render.html.marks import find_marks
from checker.render.html.masthead import made_sentence, verdict, view_counts, view_facts, view_gaps
from checker.render.html.sources import SourceView, share, view_sources
from checker.render.html.texts import choose_texts, texts_left_out
from checker.render.html.timeline import TimelineView, view_timeline
from checker.render.html.view import (
    CardView,
    CountView,
    FactView,
    FamilyView,
    GapView,
    MeasureView,
    RuleView,
)
from checker.render.inert import Inert, make_inert, shorten, to_visible
from checker.render.words import count_of, story_sentence

# More questions than this make their list so long that it stands between page and reader.
GLANCE_OPEN_UP_TO = 12
LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page.

    `settled` are the cards of what is decided or known already; `kept` are all
    decisions that the run knows, in JSON of ASCII characters.
    """

    title: str
    home: str
    about: Inert
    story: str
    verdict: str
    counts: tuple[CountView, ...]
    gaps: tuple[GapView, ...]
    cards: tuple[CardView, ...]
    settled: tuple[CardView, ...]
    settled_words: str
    kept: str
    glance: str
    families: tuple[FamilyView, ...]
    draft: DraftView | None
    ledger: LedgerView
    timeline: TimelineView | None
    sources: tuple[SourceView, ...]
    texts_left_out: str
    measures: tuple[MeasureView, ...]
    recall_note: Inert
    made: Inert
    facts: tuple[FactView, ...]
    settings: Inert
    rules: tuple[RuleView, ...]


def view_page(report: Report, home: str = "") -> PageView:
    """Turn a report into strings, ready for the template; `home` leads to all stories."""
    marks = choose_texts(report, find_marks(report))
    directory = Directory(report.sources, marks)
    found = len(report.discrepancies)
    about = report.stories[0].title if len(report.stories) == 1 else ""
    return PageView(
        title=_title(report, about),
        home=home,
        about=label(about),
        story=story_sentence(report),
        verdict=verdict(report),
        counts=tuple(view_counts(report)),
        gaps=tuple(view_gaps(report, directory)),
        cards=tuple(_open_cards(report, directory)),
        settled=tuple(_settled_cards(report, directory)),
        settled_words=count_of(len(report.standing.suppressed), "question"),
        kept=_kept(report.standing),
        glance="open" if found <= GLANCE_OPEN_UP_TO else "closed",
        families=tuple(_families(report)),
        draft=view_draft(report, directory),
        ledger=view_ledger(report, directory),
        timeline=view_timeline(report, directory),
        sources=tuple(view_sources(report, marks, directory)),
        texts_left_out=texts_left_out(len(report.sources) - len(marks)),
        measures=tuple(_measures(report.coverage)),
        recall_note=make_inert(report.run.recall_note),
        made=made_sentence(report.run),
        facts=tuple(view_facts(report)),
        settings=make_inert(report.run.settings),
        rules=tuple(view_rule(rule) for rule in report.run.rules),
    )


def _title(report: Report, about: str) -> str:
    """The name of the browser's tab: how many discrepancies, and in what."""
    found = count_of(len(report.discrepancies), "discrepancy")
    if about:
        return f"{found}: {to_visible(shorten(about, LONGEST_TITLE))}"
    return f"{found} in {count_of(len(report.sources), 'document')}"


def _open_cards(report: Report, directory: Directory) -> Iterator[CardView]:
    rules = {rule.code: rule for rule in report.run.rules}
    for number, row in enumerate(report.discrepancies, 1):
        yield view_card(number, row, directory, rules)


def _settled_cards(report: Report, directory: Directory) -> Iterator[CardView]:
    """The cards of suppressed rows, numbered on from the open ones."""
    rules = {rule.code: rule for rule in report.run.rules}
    for number, each in enumerate(report.standing.suppressed, len(report.discrepancies) + 1):
        yield view_card(number, each.discrepancy, directory, rules, suppressed=each)


def _kept(standing: Standing) -> str:
    """Every decision of the run, so that the page's download loses none of them."""
    decided = [each.decision for each in standing.suppressed if each.decision]
    known = [*decided, *standing.expired, *standing.unused]
    return json.dumps([each.model_dump(mode="json", exclude_defaults=True) for each in known])


def _families(report: Report) -> Iterator[FamilyView]:
    rows = [*report.discrepancies, *(each.discrepancy for each in report.standing.suppressed)]
    for key in sorted({row.family for row in rows}):
        yield FamilyView(key, label(key.replace("-", " ")))


def _measures(coverage: tuple[Coverage, ...]) -> Iterator[MeasureView]:
    sentences = sum(c.sentences for c in coverage)
    with_claims = sum(c.sentences_with_claims for c in coverage)
    figures = sum(c.figures for c in coverage)
    used = sum(c.figures_with_claims for c in coverage)
    yield _measure("Sentences in which a claim was found", with_claims, sentences)
    yield _measure("Figures that belong to a claim", used, figures)


def _measure(name: str, part: int, whole: int) -> MeasureView:
    percent = share(part, whole)
    return MeasureView(name, f"{part:,} of {whole:,} ({percent} %)", percent)
