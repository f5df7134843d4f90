"""Whatever story a format holds: nothing of it is lost, and every word leads back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.ingest.content import Budget, Content
from checker.ingest.document import make_source
from checker.ingest.markup import looks_like_html
from checker.ingest.options import IngestOptions
from checker.ingest.printed import find_pieces
from checker.ingest.readers import READERS, read_content
from checker.model.claim import Attribute, Claim, Question
from checker.model.source import Source
from checker.model.span import Span
from checker.model.value import Quote
from checker.review.evidence import evidence_of
from tests.ingest.fuzz import check, try_reading
from tests.ingest.making import MAKERS, TITLE

OPTIONS = IngestOptions(languages=("en", "und"))
PLAIN = "the bridge in Riverton reopened on Monday after 14 million dollars were spent"
ODD = "who said “no”; café Zürich naïve £3m 9% AT&T <b> R&D < > \\ { } -- … 'so'"
VOCABULARY = f"{PLAIN} {ODD}".split()
WORDS = st.one_of(
    st.sampled_from(VOCABULARY),
    st.text(
        st.characters(categories=("Lu", "Ll", "Lo", "Nd", "Po", "Sc", "Sm", "So")),
        min_size=1,
        max_size=8,
    ),
)
PARAGRAPHS = st.lists(WORDS, min_size=12, max_size=30).map(lambda words: " ".join(words) + ".")
STORIES = st.lists(PARAGRAPHS, min_size=1, max_size=6)
# Those that hold any character at all, and whose readers judge no paragraph.
FAITHFUL = sorted(
    set(MAKERS)
    - {
        "page.html",
        "page.mhtml",
        "crawl.warc.gz",
        "all.zip",
        "report.pdf",
        "letter.rtf",
        "note.txt",
    }
)
# Whose text may be a page's or not, and nothing says which.
FIELDS_OF_ANY_KIND = frozenset({"item.json", "items.jsonl", "rows.csv"})


def read(name: str, data: bytes) -> list[Source]:
    """The sources in some bytes; none may be refused."""
    budget = Budget(OPTIONS.max_unpacked, OPTIONS.max_documents)
    content = Content(Path(name), data, OPTIONS, read_content, name, budget=budget)
    sources = []
    for number, outcome in enumerate(read_content(content)):
        assert not isinstance(outcome, InputError), outcome
        check(outcome)
        sources.append(make_source(outcome, name, f"s{number}"))
    return sources


def claim_at(source: Source, start: int, end: int) -> Claim:
    span = Span(source=source.id, start=start, end=end)
    return Claim(
        id=f"{source.id}:{start}",
        question=Question(attribute=Attribute.NAME, subject="bridge"),
        value=Quote(text="x", words=("x",)),
        span=span,
        words=source.quote(span),
        sentence=span,
        found_by="hand",
    )


@pytest.mark.parametrize("name", FAITHFUL)
@settings(max_examples=25, deadline=None)
@given(story=STORIES)
def test_nothing_is_lost_and_every_paragraph_has_its_place(name, story):
    if name == "talk.srt":  # in which "<b>" is bold, "<0 >" no text either, and "&lt;" a sign
        story = [paragraph.replace("<", "‹").replace("&", "+") for paragraph in story]
    if name in FIELDS_OF_ANY_KIND:  # which are pages once a "<br>" or an "&amp;" is in them
        assume(not looks_like_html("\n".join(story)))
    if name == "box.mbox":  # where ">From" at the start of a line stands for "From"
        assume(not any(paragraph.startswith(">") for paragraph in story))
    source = read(name, MAKERS[name](TITLE, story))[0]
    at = 0
    places = []
    for paragraph in story:
        at = source.text.index(paragraph, at)
        evidence = evidence_of(claim_at(source, at, at + len(paragraph)), source)
        assert source.text[evidence.start : evidence.end] == evidence.quote
        assert paragraph.startswith(evidence.quote)
        assert source.text[max(0, at - 32) : at] == evidence.prefix
        places.append(evidence.place)
        at += len(paragraph)
    if name != "note.md":
        assert len(set(places)) == len(story) or "talk" in name
        assert all(places)


@settings(max_examples=25, deadline=None)
@given(story=STORIES.map(lambda s: [p.encode("ascii", "ignore").decode() for p in s]))
def test_pages_of_a_pdf_lead_back(story):
    (source,) = read("report.pdf", MAKERS["report.pdf"](TITLE, story))
    joined = re.sub(r"[\s-]+", "", source.text)
    for number, paragraph in enumerate(story):
        squeezed = re.sub(r"[\s-]+", "", paragraph)
        assert squeezed in joined
        first = source.text.find(paragraph)
        if first >= 0:
            assert source.place_at(first) in {f"page {n // 2 + 1}" for n in range(number + 1)}


@settings(max_examples=60, deadline=None)
@given(pages=st.lists(st.lists(st.text(max_size=90), max_size=9), max_size=5))
def test_printed_lines_keep_their_signs(pages):
    def signs(text: str) -> str:
        return re.sub(r"[\s\u00ad\u2010-]+", "", text)

    pieces = list(find_pieces(pages))
    for number, lines in enumerate(pages, 1):
        mine = "".join(sorted(signs("".join(p.text for p in pieces if p.page == number))))
        assert mine == "".join(sorted(signs("".join(lines))))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(max_examples=25, deadline=None)
@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
def test_any_bytes_under_any_name_are_read_or_refused(reader, data):
    for suffix in sorted(reader.suffixes):
        try_reading(f"a{suffix}", data)


def test_readers_are_told_apart():
    names = [reader.name for reader in READERS]
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(set(names)) == len(names)
    assert len(set(suffixes)) == len(suffixes)
