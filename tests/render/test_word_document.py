"""The Word document: comments stand on the disputed words."""

from __future__ import annotations

import io

import docx

from checker.render import render

from .bridge import DESK, SOURCES, UNREAD, bridge_report, discrepancies, drafted_report
from .builder import discrepancy, evidence, report, source, version
from .opened import opened
from .test_hostile import hostile_report


def comments(whole):
    lines = opened("docx", render(whole, "docx")).splitlines()
    return [line for line in lines if line.startswith("comment on ")]


def test_a_comment_each_on_its_own_words():
    told = comments(bridge_report())
    places = [(e, d) for d in discrepancies() for v in d.versions for e in v.evidence]
    assert len(told) == len(places)
    for place, row in places:
        assert [
            c for c in told if c.startswith(f"comment on “{place.quote}”") and row.question in c
        ]


def test_texts_are_whole():
    document = docx.Document(io.BytesIO(render(bridge_report(), "docx")))
    written = {paragraph.text for paragraph in document.paragraphs}
    for one in SOURCES:
        assert {line for line in one.text.splitlines() if line.strip()} <= written


def test_a_draft_stands_alone_with_its_footing():
    lines = opened("docx", render(drafted_report(), "docx")).splitlines()
    assert sum(line in {f"¶ {one.name}" for one in (*SOURCES, DESK)} for line in lines) == 1
    assert "comment on “900 tonnes”: Without a source" in lines
    assert [line for line in lines if "Backed by 2 independent sources" in line]


def test_remarks_on_the_same_and_on_nested_words():
    text = source("a.txt", "The hall burnt for 5 hours.\nIt rained.\n")
    rule = bridge_report().run.rules[0]
    rows = [
        discrepancy(1, rule, "First?", "-", version("5", evidence(text, "5"))),
        discrepancy(2, rule, "Second?", "-", version("5 hours", evidence(text, "5 hours"))),
        discrepancy(3, rule, "Third?", "-", version("5 hours", evidence(text, "5 hours"))),
        discrepancy(4, rule, "Lines?", "-", version("x", evidence(text, "hours.\nIt rained"))),
    ]
    told = comments(report([text], rows))
    anchors = {line.partition("”")[0].removeprefix("comment on “") for line in told}
    assert len(told) == 4
    assert anchors == {"5", "5 hours", "hours.It rained"}


def test_hostile_text_makes_a_document_that_opens():
    document = docx.Document(io.BytesIO(render(hostile_report(), "docx")))
    assert "⟨U+202E⟩" in "".join(paragraph.text for paragraph in document.paragraphs)


def test_nothing_disputed_is_a_document_too():
    document = docx.Document(io.BytesIO(render(report([], unread=UNREAD), "docx")))
    assert "No document could be read." in [paragraph.text for paragraph in document.paragraphs]
