"""The draft on the page: each sentence with its footing, who says otherwise, who the same."""

from __future__ import annotations

import re

from checker.model.discrepancy import Version
from checker.render import render
from checker.render.words import backing

from .bridge import DESK, bridge_report, drafted_report
from .page_reader import Page


def page():
    return Page(render(drafted_report(), "html"))


def test_no_draft_no_section():
    sections = Page(render(bridge_report(), "html")).all("section")
    assert "draft" not in [section.get("id") for section in sections]


def test_sentences_stand_in_their_order():
    classes = [a["class"].split()[-1] for a in page().with_class("sentence")]
    assert classes == ["contradicted", "backed", "unsourced"]


def test_what_is_said_for_and_against():
    text = re.sub(r"\s+", " ", page().text)
    tally = "3 sentences with a claim: 1 contradicted, 1 without a source, 1 backed."
    assert tally in text
    assert "1B “ten years” Port Radio, Northern Digest" in text
    assert "backed by 2 independent sources" in text


def test_words_of_the_draft_are_all_there():
    text = re.sub(r"\s+", " ", page().text)
    for line in DESK.text.splitlines():
        assert line in text


def test_text_and_markdown_tell_it_too():
    text = render(drafted_report(), "text").decode()
    assert "│ line 1, contradicted: “Lantern Bridge, 210 metres long, opened on Tuesday" in text
    assert "│     ≠ “ten years” stories/bridge/port-radio.md:1" in text
    table = render(drafted_report(), "markdown").decode()
    assert "| 3 | It weighs 900 tonnes. | without a source |  |" in table


def test_the_draft_is_counted_nowhere():
    text = re.sub(r"\s+", " ", page().text)
    assert "5 documents from 4 outlets, dated 15 to 18 May 2021, with 3 independent origins" in text
    assert "origins, beside the draft. They differ" in text
    assert "Undated harbour-notes.md:" in text
    alone = Version(value="x", normal="x", evidence=(), sources=("our-story",), independent=0)
    assert backing(alone) == "the draft alone"
