"""Fetched pages as files: names, addresses inside, nothing overwritten."""

from __future__ import annotations

import pytest

from checker.errors import FetchError
from checker.fetch.client import Page
from checker.fetch.save import save_page
from checker.ingest import IngestOptions, read_all
from tests.ingest import making

HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("url", "kind", "name"),
    [
        ("https://www.herald.example/", HTML, "herald.example.html"),
        ("https://herald.example/2019/bridge.html", HTML, "herald.example-2019-bridge.html"),
        ("https://herald.example/a?id=7&x=../..", HTML, "herald.example-a-id-7-x.html"),
        ("https://herald.example:8443/report.pdf", "application/pdf", "herald.example-report.pdf"),
        (
            "https://herald.example/%2e%2e%2fpasswd",
            "text/plain",
            "herald.example-2e-2e-2fpasswd.txt",
        ),
        ("https://herald.example/" + "a" * 500, HTML, "herald.example-" + "a" * 105 + ".html"),
    ],
)
def test_names(url, kind, name, tmp_path):
    path = save_page(Page(url, kind, b"<p>x"), tmp_path / "seeds")
    assert path == tmp_path / "seeds" / name


def test_the_same_page_again_and_another_under_its_name(tmp_path):
    page = Page("https://herald.example/a", HTML, b"<p>x")
    first = save_page(page, tmp_path)
    assert save_page(page, tmp_path) == first
    other = save_page(Page(page.url, HTML, b"<p>y"), tmp_path)
    assert other.name == "herald.example-a-2.html"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([first.name, other.name])


def test_what_is_no_document(tmp_path):
    with pytest.raises(FetchError, match="is no document but image/png"):
        save_page(Page("https://herald.example/a.png", "image/png", b""), tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "seeds").write_text("")
    with pytest.raises(FetchError, match="cannot be saved in"):
        save_page(Page("https://herald.example/a", HTML, b""), tmp_path / "seeds")


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_a_saved_page_is_read_with_its_address_and_its_encoding(encoding, tmp_path):
    story = [*making.STORY, "The café – “Quay” – reopened in Riverton as well."]
    text = making.page(making.TITLE, story).replace('<meta charset="utf-8">', "")
    text = text.replace('rel="canonical"', 'rel="other"')
    kind = f"text/html; charset={encoding}"
    save_page(Page("https://herald.example/bridge", kind, text.encode(encoding)), tmp_path)
    (source,), unread = read_all([tmp_path], IngestOptions())
    assert not unread
    assert "The café – “Quay” – reopened" in source.text
    assert source.url == ("https://herald.example/bridge" if encoding != "utf-16" else "")
