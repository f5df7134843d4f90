"""Several stories: a page with a line a story, and a page a story beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from checker.model.report import Report, Story
from checker.render.html.directory import Directory, label
from checker.render.html.masthead import view_counts, view_facts, view_gaps
from checker.render.html.page import view_page
from checker.render.html.view import CountView, FactView, GapView
from checker.render.html.write import write_page
from checker.render.inert import Inert, make_inert, shorten
from checker.render.words import count_of, date_range_words, severity_counts

Part = tuple[Story, Report]

LONGEST_QUESTION = 160
QUESTIONS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class StoryCount:
    """How many discrepancies of one severity a story has; `number` is empty for none."""

    severity: str
    number: str
    word: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """A line of the index."""

    href: str
    title: Inert
    documents: str
    dates: str
    counts: tuple[StoryCount, ...]
    settled: str
    questions: tuple[Inert, ...]
    more: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The page that leads to the stories."""

    title: str
    summary: str
    counts: tuple[CountView, ...]
    gaps: tuple[GapView, ...]
    stories: tuple[StoryView, ...]
    facts: tuple[FactView, ...]


def render_site(report: Report, parts: Iterable[Part], name: str) -> Mapping[str, bytes]:
    """Write all pages, by their place beside the index, whose file is called `name`.

    `parts` are the stories of the report, each with what it says of them.
    """
    told = list(parts)
    folder = f"{PurePath(name).stem}-stories"
    pages = {name: write_page("index.html", view_index(report, told, folder))}
    home = "../" + quote(name)
    for story, part in told:
        pages[f"{folder}/{_file(story)}"] = write_page("report.html", view_page(part, home))
    return pages


def view_index(report: Report, parts: Sequence[Part], folder: str) -> IndexView:
    """Lay the index out, the stories with the gravest discrepancies first."""
    ranked = sorted(parts, key=lambda part: _gravity(part[1]))
    return IndexView(
        title=f"{count_of(len(parts), 'story')} in {count_of(len(report.sources), 'document')}",
        summary=_summary(report, parts),
        counts=tuple(view_counts(report)),
        gaps=tuple(view_gaps(report, Directory(report.sources))),
        stories=tuple(_view_story(story, part, folder) for story, part in ranked),
        facts=tuple(view_facts(report)),
    )


def _file(story: Story) -> str:
    return f"{story.id}.html"


def _gravity(report: Report) -> tuple[int, ...]:
    return tuple(-number for number in severity_counts(report).values())


def _summary(report: Report, parts: Sequence[Part]) -> str:
    documents = count_of(len(report.sources), "document")
    differing = sum(bool(part.discrepancies) for _, part in parts)
    return (
        f"{documents} about {count_of(len(parts), 'story')}; sources differ in {differing} of them."
    )


def _view_story(story: Story, report: Report, folder: str) -> StoryView:
    questions = [row.question for row in report.discrepancies]
    left = len(questions) - QUESTIONS_SHOWN
    settled = len(report.standing.suppressed)
    moments = [s.published.moment for s in report.sources if s.published.moment]
    return StoryView(
        href=quote(f"{folder}/{_file(story)}"),
        title=label(story.title),
        documents=count_of(len(report.sources), "document"),
        dates=date_range_words(moments),
        counts=tuple(_story_counts(report)),
        settled=f"{settled:,} settled" if settled else "",
        questions=tuple(
            make_inert(shorten(question, LONGEST_QUESTION))
            for question in questions[:QUESTIONS_SHOWN]
        ),
        more=f"and {left} more" if left > 0 else "",
    )


def _story_counts(report: Report) -> Iterator[StoryCount]:
    for severity, number in severity_counts(report).items():
        word = severity.value if number == 1 else f"{severity.value}s"
        yield StoryCount(severity.value, f"{number:,}" if number else "", word)
