"""Several stories: an index with a line a story, and a page a story that leads back."""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath
from urllib.parse import unquote

import pytest

from checker.model.report import Report, Story
from checker.render.html import render_site
from checker.review import split

from .bridge import bridge_report
from .builder import moment, report, source
from .page_reader import Page
from .test_golden import GOLDEN
from .test_hostile import ATTACK, hostile_report


def storied(part: Report, key: str, title: str) -> Report:
    """A report of one story, everything in it under the story's id."""
    ids = tuple(one.id for one in part.sources)
    return part.model_copy(
        update={
            "stories": (Story(id=key, title=title, sources=ids),),
            "discrepancies": tuple(
                row.model_copy(update={"story": key}) for row in part.discrepancies
            ),
            "agreements": tuple(one.model_copy(update={"story": key}) for one in part.agreements),
        }
    )


def quiet() -> Report:
    return report([source("quiet.txt", "It rained.\n", when=moment(2021, 5, 2))])


def together(*parts: Report) -> Report:
    """One report of several stories, which follow each other in every list."""
    lists = (
        "sources", "claims", "clusters", "discrepancies", "agreements", "coverage", "stories",
    )  # fmt: skip
    joined = {name: tuple(each for part in parts for each in getattr(part, name)) for name in lists}
    return bridge_report().model_copy(update=joined)


def two_stories() -> Report:
    return together(
        storied(quiet(), "quiet", "Rain"), storied(bridge_report(), "bridge", "The bridge")
    )


def site(whole: Report, name: str = "index.html"):
    return render_site(whole, split(whole), name)


def test_a_page_each_and_an_index():
    assert set(site(two_stories())) == {
        "index.html",
        "index-stories/quiet.html",
        "index-stories/bridge.html",
    }


def test_links_lead_to_the_stories_and_back():
    pages = site(two_stories(), "our report.html")
    inner = [a["href"] for a in Page(pages["our report.html"]).all("a") if "href" in a]
    stories = {unquote(href) for href in inner if not href.startswith("#")}
    assert stories == set(pages) - {"our report.html"}
    for name in stories:
        hrefs = [unquote(a["href"]) for a in Page(pages[name]).all("a")]
        assert "../our report.html" in hrefs


def test_the_gravest_story_stands_first():
    text = re.sub(r"\s+", " ", Page(site(two_stories())["index.html"]).text)
    assert text.index("The bridge") < text.index("Rain")
    assert "6 documents about 2 stories; sources differ in 1 of them." in text
    assert "How long had the river crossing been closed?" in text
    assert "and 4 more" in text
    assert "plan.pdf" in text


def test_a_story_page_has_its_own_story_alone():
    page = Page(site(two_stories())["index-stories/bridge.html"])
    assert len(page.with_class("card")) == 6
    assert "quiet.txt" not in page.text


@pytest.mark.parametrize("name", ["index.html", "index-stories/quiet.html"])
def test_pages_equal_their_golden_files(name):
    golden = GOLDEN / f"site-{PurePosixPath(name).name}"
    written = site(two_stories())[name]
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(written)
    assert written.decode() == golden.read_text(encoding="utf-8")


def test_hostile_titles_are_inert():
    whole = together(storied(quiet(), "quiet", ATTACK), storied(hostile_report(), "x", ATTACK))
    page = Page(site(whole)["index.html"])
    assert not page.unbalanced
    assert len(page.all("script")) == 1
    assert not page.all("img")
