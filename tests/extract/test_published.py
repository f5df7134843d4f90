"""The source's own date as a claim of its own."""

from __future__ import annotations

from datetime import date

from checker.extract.published import published_claim
from checker.model.claim import Attribute
from checker.model.source import DateOrigin, Published, RegionKind, Source
from checker.model.span import Span
from tests.rules.claims import day_of

TEXT = "date: 2021-03-04\nA storm came."
DAY = day_of(date(2021, 3, 4))


def source(**published):
    return Source(id="a", path="a.txt", text=TEXT, published=Published(**published))


def test_a_written_date_is_a_claim_at_its_words():
    span = Span(source="a", start=6, end=16)
    claim = published_claim(source(moment=DAY, span=span, origin=DateOrigin.DUMP_HEAD))
    assert claim is not None
    assert (claim.words, claim.value, claim.as_of) == ("2021-03-04", DAY, DAY)
    assert claim.question.attribute is Attribute.PUBLISHED
    assert claim.region is RegionKind.METADATA


def test_no_date_is_no_claim():
    assert published_claim(source()) is None


def test_a_date_that_stands_nowhere_is_no_claim():
    assert published_claim(source(moment=DAY)) is None
