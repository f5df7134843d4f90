"""Encodings: the text is always the file decoded with the encoding named."""

from __future__ import annotations

import pytest

from checker.ingest import IngestOptions
from tests.ingest.reading import read_bytes

WESTERN = "The mayor’s café – “a bridge” for £3 million – reopened in Riverton on Monday.\r\n" * 3
RUSSIAN = (
    "Мост в Риверграде открылся в понедельник, как сообщил журналистам мэр города. "
    "По его словам, это было не так просто, но все рады, что он снова работает. Для этого "
    "были наняты сто рабочих, которые также чинили дорогу до порта и после закрытия моста.\n"
) * 3


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (WESTERN, "utf-8", "utf-8"),
        (WESTERN, "utf-8-sig", "utf-8"),
        (WESTERN, "utf-16", "utf-16"),
        (WESTERN, "utf-32", "utf-32"),
        (WESTERN, "cp1252", "cp1252"),
    ],
)
def test_encodings(text, encoding, named, tmp_path):
    data = text.encode(encoding)
    source = read_bytes(tmp_path, data)
    assert source.encoding == named
    assert source.text == data.decode(named)
    assert source.text.lstrip("\ufeff") == text


def test_offsets_count_the_byte_order_mark(tmp_path):
    data = b"\xef\xbb\xbf---\npublished: 2019-03-04\n---\nThe bridge reopened.\n"
    source = read_bytes(tmp_path, data, "page.md")
    span = source.published.span
    assert data.decode("utf-8")[span.start : span.end] == "2019-03-04"


def test_other_alphabets_are_detected(tmp_path):
    options = IngestOptions(languages=("ru", "und"))
    source = read_bytes(tmp_path, RUSSIAN.encode("cp1251"), options=options)
    assert source.text == RUSSIAN
    assert source.language == "ru"


def test_line_ends_stay(tmp_path):
    assert read_bytes(tmp_path, b"One.\r\nTwo.\rThree.\n").text == "One.\r\nTwo.\rThree.\n"
