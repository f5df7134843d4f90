"""A source that attacks its readers renders inert in every format."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from checker.model.discrepancy import Discrepancy
from checker.model.draft import Draft, DraftClaim, DraftSentence, Footing
from checker.model.report import Agreement, RuleInfo
from checker.model.source import Unread
from checker.render import FORMATS, render
from checker.render.inert import is_unseen
from checker.render.markdown import LIMIT_BYTES

from .builder import cluster, dated, discrepancy, evidence, moment, report, source, version
from .opened import opened
from .page_reader import Page

LONG = "x" * 10_000
ATTACK = (
    "</style></script><script>alert(1)</script><img src=x onerror=alert(1)> "
    "{{ 7*7 }} {% raw %} \u202egnol\u202c \u200b\u200b\u200b \x1b[31mred\x1b[0m \x9b2J \x07 "
    "\u2028::error::broken %0A ##[error]x ##vso[task.complete]y "
    "| a | `b` [c](javascript:alert(1)) <!-- @everyone $x$ =cmd() https://evil.example "
    "' \" onmouseover=alert(1) &lt;b&gt;"
)
HOSTILE = f"::error::one\n  ::warning::two\n{ATTACK}\n{LONG} ends the {ATTACK} in 5 days {LONG}\n"


@cache
def hostile_report():
    first = source(
        "a\u202e<b>::.md",
        HOSTILE,
        publisher=ATTACK,
        title=ATTACK,
        url=f"https://evil.example/{ATTACK}",
        when=moment(2021, 5, 1),
        credit="::error::one",
    )
    second = source("\n::error::name.md", HOSTILE, url="javascript:alert(1)", copy_of=first.id)
    rule = RuleInfo(code=ATTACK, name=ATTACK, family="x", summary=ATTACK, explanation=ATTACK)
    row = discrepancy(
        1,
        rule,
        f"::error::{ATTACK}",
        f"\n::error::{ATTACK}",
        version(ATTACK, evidence(first, "5 days"), evidence(first, HOSTILE)),
        version(f"\n::stop-commands::{LONG}", evidence(second, ATTACK)),
    )
    row = Discrepancy(**dict(row) | {"fingerprint": 'v1:"><script>alert(1)</script>'})
    drafted = source("draft.md", HOSTILE, publisher=ATTACK, title=ATTACK)
    whole = report(
        [first, second, drafted],
        [row],
        [rule],
        [Agreement(question=ATTACK, value=HOSTILE, sources=(first.id,), independent=2)],
        [Unread(path=f"\n::error::{ATTACK}", reason=ATTACK, remedy=ATTACK)],
        [cluster(dated(first, "5 days", moment(2021, 5, 2)))],
    )
    return whole.model_copy(update={"draft": hostile_draft(drafted, first, row)})


def hostile_draft(drafted, other, row):
    """A draft of which every word is somebody's attack."""
    place, words = evidence(drafted, ATTACK), (evidence(other, HOSTILE), evidence(other, "5 days"))
    claim = DraftClaim(
        words=ATTACK,
        start=place.start,
        end=place.end,
        footing=Footing.CONTRADICTED,
        independent=1,
        backing=words,
        against=words,
        fingerprints=(row.fingerprint,),
    )
    whole = DraftSentence(
        text=HOSTILE,
        start=0,
        end=len(HOSTILE),
        line=1,
        footing=Footing.CONTRADICTED,
        independent=1,
        claims=(claim,),
    )
    return Draft(source=drafted.id, sentences=(whole,))


@cache
def written(format_name):
    return opened(format_name, render(hostile_report(), format_name))


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_unseen_character_is_written(format_name):
    assert {c for c in written(format_name) if is_unseen(c)} == {"\n"}


# Annotations are commands: `test_ci_formats` sees to it that they are ours alone.
@pytest.mark.parametrize("format_name", sorted(set(FORMATS) - {"html", "github"}))
def test_no_line_begins_with_a_command_of_a_build_log(format_name):
    lines = written(format_name).splitlines()
    assert not [line for line in lines if line.lstrip().startswith("::")]


def test_text_begins_every_line_with_its_own_words():
    ours = re.compile(
        r"(Sources|Draft|Agreed|Not read|Undated|Not independent|Result|Understood): "
        r"|(ERROR|WARNING|NOTE) |│|╰ |$"
    )
    assert [line for line in written("text").splitlines() if not ours.match(line)] == []
    assert "##[" not in written("text")
    assert "##vso[" not in written("text")


def test_only_our_own_colours_reach_the_terminal():
    coloured = render(hostile_report(), "text", colour=True).decode()
    assert set(re.findall(r"\x1b[^m]*m", coloured)) <= {"\x1b[0m", "\x1b[1m", "\x1b[1;31m"}
    assert coloured.count("\x1b") > 4
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == written("text")


def test_the_page_has_our_elements_only():
    page = Page(written("html").encode())
    assert not page.unbalanced
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert not page.all("img")
    names = {name for _, attributes in page.elements for name in attributes}
    assert not [name for name in names if name.startswith("on")]
    assert all(a["href"].startswith("#") for a in page.all("a"))


def test_the_page_shows_what_was_hidden():
    page = Page(written("html").encode())
    titles = {a["title"] for a in page.with_class("chip")}
    assert {"right-to-left override", "zero width space", "control character"} <= titles
    assert "U+202E" in page.text
    assert "{{ 7*7 }}" in page.text


def test_long_words_do_not_swell_the_page():
    assert LONG[:600] not in Page(written("html").encode()).text
    assert len(written("html")) < 200_000


def test_markdown_has_our_structure_only():
    lines = written("markdown").splitlines()
    assert len([line for line in lines if line.startswith("#")]) == 5
    for line in lines:
        if line.startswith("|"):
            assert line.count("|") in {4, 5}, line
    bare = re.sub(r"<br>", "", written("markdown"))
    assert not set("<>`[]@$") & set(bare)
    assert "://" not in bare


def test_markdown_stays_below_the_limit_of_a_step_summary():
    hostile = hostile_report()
    rows = [
        Discrepancy(**dict(hostile.discrepancies[0]) | {"fingerprint": f"v1:{n}"})
        for n in range(400)
    ]
    text = render(report(hostile.sources, rows, hostile.run.rules), "markdown")
    assert LIMIT_BYTES // 2 < len(text) < 1_048_576
    assert re.search(r"\d+ discrepancies more: this summary is limited", text.decode())


def test_json_keeps_every_character_of_the_evidence():
    content = json.loads(written("json"))
    quoted = content["discrepancies"][0]["versions"][0]["evidence"][1]["quote"]
    assert quoted == HOSTILE
