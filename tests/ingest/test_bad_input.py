"""Every bad input, its message and its remedy; the others are read all the same."""

from __future__ import annotations

import codecs

import pytest

from checker.errors import MissingInput
from checker.ingest import IngestOptions, read_all

UTF8 = "save it as UTF-8"
BAD = {
    "empty": (b"", "the file is empty", "remove it, or save the document again"),
    "blank": (b" \n\r\n\t", "nothing in it but blanks", "remove it, or save the document again"),
    "mark alone": (
        codecs.BOM_UTF8,
        "nothing in it but blanks",
        "remove it, or save the document again",
    ),
    "NUL": (b"text\x00text", "binary data, not text", "save its text as UTF-8"),
    "controls": (bytes(range(1, 32)) * 9, "binary data, not text", "save its text as UTF-8"),
    "cut PDF": (
        b"%PDF-1.7\ntext",
        "is damaged, or is not a PDF (Stream has ended unexpectedly)",
        "open it in its own program and save it",
    ),
    "cut ZIP": (
        b"PK\x03\x04text",
        "a damaged or cut archive or office document",
        "save it again",
    ),
    "old Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old or an encrypted Office document",
        "save it as DOCX, without a password",
    ),
    "odd UTF-16": (
        codecs.BOM_UTF16_LE + b"a\x00b",
        "the byte order mark says UTF-16, but byte 4 does not fit",
        UTF8,
    ),
    "damaged UTF-8": (
        "“The bridge’s pylons” – cracked".encode() + b"\xe2\x80",
        "UTF-8 with a broken character at byte 39",
        "save it again as UTF-8",
    ),
    "too large": (
        b"a" * 2_001,
        "larger than the limit of 2,000 bytes",
        "raise max-bytes in the settings, or split the file",
    ),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_file_among_good_ones(name, tmp_path):
    data, reason, remedy = BAD[name]
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("The bridge reopened.")
    sources, unread = read_all([tmp_path], IngestOptions(max_bytes=2_000))
    assert [source.id for source in sources] == ["good"]
    assert [(failure.path, failure.reason, failure.remedy) for failure in unread] == [
        ((tmp_path / "bad.txt").as_posix(), reason, remedy)
    ]
    assert unread[0].fatal


def test_missing_path(tmp_path):
    with pytest.raises(MissingInput) as caught:
        read_all([tmp_path / "nowhere.txt"], IngestOptions())
    assert str(caught.value) == (
        f"{tmp_path / 'nowhere.txt'}: no such file or folder; check the spelling of the path"
    )


def test_broken_link_is_reported(tmp_path):
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    sources, unread = read_all([tmp_path], IngestOptions())
    assert not sources
    assert [failure.reason for failure in unread] == [
        "cannot be opened (No such file or directory)"
    ]


def test_a_file_at_the_limit_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("a" * 2_000)
    sources, unread = read_all([tmp_path], IngestOptions(max_bytes=2_000))
    assert (len(sources), unread) == (1, ())


def test_twenty_megabytes_on_one_line(tmp_path):
    text = "The bridge in Riverton reopened on Monday. " * 480_000
    (tmp_path / "a.txt").write_text(text)
    sources, unread = read_all([tmp_path], IngestOptions())
    assert not unread
    assert sources[0].text == text
