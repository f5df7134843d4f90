"""On pages of many layouts the text and the day are those that the libraries give directly."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.ingest import IngestOptions, read_all
from tests.ingest.making import STORY, TITLE

P = "".join(f"<p>{words}</p>" for words in STORY)
MORE = (
    "<h2>What comes next</h2><ul><li>The quay will be paved before the winter comes.</li>"
    "<li>The ferry will be sold to a town down the river.</li></ul>"
    "<blockquote><p>“We have waited long enough,” Jan Doe said at the quay.</p></blockquote>"
    "<table><tr><th>Year</th><th>Crossings</th></tr><tr><td>2010</td><td>12,000</td></tr></table>"
)
NAV = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in ("World", "Sport", "Culture", "Video"))
FOOT = "<footer><p>Contact</p><p>Imprint</p></footer>"


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>{head}'
        f"</head><body><nav><ul>{NAV}</ul></nav>{body}{FOOT}</body></html>"
    )


def linked(value: str) -> str:
    return f'<script type="application/ld+json">{value}</script>'


LAYOUTS = {
    "article": page(f"<main><article><h1>{TITLE}</h1>{P}{MORE}</article></main>"),
    "divisions": page(
        f"<div id='content'><div class='post-body entry-content'><h1>{TITLE}</h1>{P}{MORE}"
        "</div><div class='sidebar'><div class='widget'>Subscribe now</div></div></div>"
    ),
    "breaks": page(f"<div class='text'><h3>{TITLE}</h3>{'<br><br>'.join(STORY)}</div>"),
    "table": page(
        f"<table width='100%'><tr><td>Menu</td><td class='text'><b>{TITLE}</b>{P}</td></tr></table>"
    ),
    "bare": f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{P}</body></html>",
    "live": page(
        f"<article><h1>{TITLE}</h1>"
        + "".join(
            f"<section><h2><time datetime='2019-03-04T1{n}:00:00Z'>1{n}:00</time></h2>"
            f"<p>{words}</p></section>"
            for n, words in enumerate(STORY)
        )
        + "</article>"
    ),
    "comments": page(
        f"<article>{P}</article><section class='comments'><div class='comment'><p>Nonsense, says "
        "the reader Kay Poe, who has not read the story.</p></div></section>"
    ),
    "linked data": page(
        f"<article>{P}</article>",
        linked('{"@type":"NewsArticle","datePublished":"2019-03-04T10:15:00Z"}'),
    ),
    "graph": page(
        f"<article>{P}</article>",
        linked(
            '{"@graph":[{"@type":"WebSite","name":"Riverton Herald"},{"@type":"NewsArticle",'
            '"datePublished":"2019-03-04","dateModified":"2019-03-09"}]}'
        ),
    ),
    "open graph": page(
        f"<article>{P}</article>",
        "<meta property='article:published_time' content='2019-03-04T10:15:00+00:00'>"
        "<meta property='article:modified_time' content='2019-03-06T10:15:00+00:00'>"
        "<meta property='og:site_name' content='Riverton Herald'>",
    ),
    "Dublin core": page(f"<div>{P}</div>", "<meta name='DC.date.issued' content='2019-03-04'>"),
    "microdata": page(
        "<article itemscope><meta itemprop='datePublished' content='2019-03-04T10:15:00Z'>"
        f"<h1 itemprop='headline'>{TITLE}</h1><div itemprop='articleBody'>{P}</div></article>"
    ),
    "time": page(f"<article><time datetime='2019-03-04' pubdate>4 March</time>{P}</article>"),
    "address": page(
        f"<article>{P}</article>",
        "<link rel='canonical' href='https://herald.example/2019/03/04/bridge'>",
    ),
    "byline": page(f"<article><p class='byline'>By Jo Roe, 4 March 2019</p>{P}</article>"),
    "two digits": page(f"<article><p class='date'>Published 04.03.19</p>{P}</article>"),
    "combining": page(f"<article>{P}<p>The cafe\u0301 at the quay opened again too.</p></article>"),
}


@pytest.fixture(params=sorted(LAYOUTS))
def layout(request) -> str:
    return LAYOUTS[request.param]


def read(folder, text):
    (folder / "page.html").write_text(text, encoding="utf-8")
    (source,), unread = read_all([folder], IngestOptions())
    assert not unread
    return source


def test_every_line_that_trafilatura_finds_is_in_the_text(layout, tmp_path):
    from trafilatura import extract

    found = [line for line in extract(layout, include_comments=False).split("\n") if line.strip()]
    assert found
    text = read(tmp_path, layout).text
    at = 0
    for line in found:
        at = text.index(line.strip(), at) + len(line.strip())


def test_the_day_is_that_of_htmldate(layout, tmp_path):
    from htmldate import find_date

    day = find_date(layout, original_date=True, max_date=datetime(2026, 1, 1))
    moment = read(tmp_path, layout).published.moment
    # "closed it in 2010": of a bare year the library makes the first of January.
    wanted = None if day is not None and day.endswith("-01-01") else day
    assert (moment.first.date().isoformat() if moment else None) == wanted


def test_the_time_of_day_comes_with_the_day(tmp_path):
    for name in ("linked data", "open graph", "microdata"):
        moment = read(tmp_path, LAYOUTS[name]).published.moment
        assert (moment.first.hour, moment.first.minute) == (10, 15), name


def test_readers_comments_are_not_the_story(tmp_path):
    assert "Kay Poe" not in read(tmp_path, LAYOUTS["comments"]).text
