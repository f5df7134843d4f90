"""A text on the page: nothing lost, every mark in its place, both ways linked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model.source import Region, RegionKind
from checker.render.html.directory import Directory
from checker.render.html.documents import view_lines
from checker.render.html.marks import Mark, find_marks
from checker.render.html.texts import choose_texts
from checker.render.html.view import Reference
from checker.review.evidence import place_in

from .bridge import COURIER, SOURCES, bridge_report
from .builder import source

ENOUGH = 1_000_000


def lines_of(text, marks=(), room=ENOUGH, **fields):
    one = source("a.txt", text).model_copy(update=fields)
    return view_lines(one, sorted(marks, key=lambda m: m.start), Directory([one]), room)


def said(line):
    return "".join(piece.text for part in line.stretches for piece in part.text)


def marked(start, end, number="1A", rank=0):
    return Mark(start, end, rank, "va", Reference(number, "#x", "va", "question 1, answer A"))


def flat(text):
    return " ".join(text.split())


@given(
    st.text(st.sampled_from("ab \n\r"), max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6),
)
def test_no_word_is_lost_and_no_anchor_is_double(text, places):
    marks = [marked(a, min(len(text), a + n)) for a, n in places if a < len(text)]
    lines = lines_of(text, marks)
    assert [flat(said(line)) for line in lines] == [
        flat(line) for line in text.replace("\r", "\n").split("\n") if line.strip()
    ]
    anchors = [part.anchor for line in lines for part in line.stretches if part.anchor]
    assert len(anchors) == len(set(anchors))


@given(st.text(st.sampled_from("a\n\r"), max_size=40))
def test_lines_have_the_numbers_of_evidence(text):
    numbers = [int(line.number) for line in lines_of(text)]
    starts = [n for n, sign in enumerate(text) if sign == "a" and (n == 0 or text[n - 1] != "a")]
    assert numbers == [place_in(text, start)[0] for start in starts]


def test_overlapping_marks_keep_both_references():
    (line,) = lines_of("one two three", [marked(0, 7, "1A"), marked(4, 13, "2B")])
    assert ["".join(p.text for p in part.text) for part in line.stretches] == [
        "one ", "two", " three",
    ]  # fmt: skip
    assert [[r.text for r in part.references] for part in line.stretches] == [[], ["1A"], ["2B"]]


def test_disputed_words_outrank_shared_ones_and_bare_claims():
    claim = Mark(0, 3, 2, "claimed", None)
    shared = Mark(0, 3, 1, "agreed", Reference("=1", "#y", "agreed", "shared answer 1"))
    for marks, tint in (([claim], "claimed"), ([claim, shared], "agreed")):
        assert lines_of("one", marks)[0].stretches[0].tint == tint
    assert lines_of("one", [claim, shared, marked(0, 3)])[0].stretches[0].tint == "va"


def test_endless_words_and_stretches_lose_their_middle():
    (line,) = lines_of("x" * 10_000 + " ends " + "word " * 4_000)
    assert len(said(line)) < 5_000
    assert "ends" in said(line)


def test_long_texts_keep_what_is_around_marks():
    text = "".join(f"line {n}\n" for n in range(100))
    at = text.index("line 50")
    lines = lines_of(text, [marked(at, at + 7)], room=200)
    assert [line.left_out or said(line) for line in lines] == [
        "49 lines left out", "line 49", "line 50", "line 51", "48 lines left out",
    ]  # fmt: skip


def test_regions_are_named_where_they_begin():
    regions = (
        Region(kind=RegionKind.TITLE, start=0, end=5),
        Region(kind=RegionKind.BODY, start=5, end=15),
        Region(kind=RegionKind.TEASER, start=15, end=30),
    )
    lines = lines_of("Head\nBody one\nTwo\nRead more\n", regions=regions)
    assert [(line.region, line.label) for line in lines] == [
        ("title", "headline"), ("body", ""), ("body", ""), ("teaser", "teaser"),
    ]  # fmt: skip


def test_every_quotation_has_its_mark():
    marks = find_marks(bridge_report())
    for row in bridge_report().discrepancies:
        for version in row.versions:
            for place in version.evidence:
                found = [
                    m for m in marks[place.source] if (m.start, m.end) == (place.start, place.end)
                ]
                assert found


def test_a_few_texts_are_shown_whatever_their_marks():
    many = bridge_report().model_copy(update={"sources": SOURCES})
    marks = {COURIER.id: [marked(0, 1)] * 50_000}
    chosen = choose_texts(many, marks)
    assert set(chosen) == {one.id for one in SOURCES}
