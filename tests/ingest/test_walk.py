"""Folders, links, names: which documents are read, and what they are called."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from checker.ingest import IngestOptions, read_all
from checker.ingest.naming import LONGEST_ID, name_sources

TEXT = "The bridge in Riverton reopened on Monday."


def _write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"{TEXT} {name}")


def _paths(root: Path, *given: str) -> list[str]:
    sources, _ = read_all([root / name for name in given or ("",)], IngestOptions(), root)
    return [source.path for source in sources]


def test_folders_give_documents_only(tmp_path):
    _write(tmp_path, "b.md", "a.txt", "c/d.TEXT", "c/e.markdown")
    _write(tmp_path, "c/LICENSE", "f.json", ".hidden.md", ".git/g.md", "c/h.md~")
    assert _paths(tmp_path) == ["a.txt", "b.md", "c/d.TEXT", "c/e.markdown"]


def test_what_browsers_and_word_leave_beside_documents(tmp_path):
    page = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>"
    for name in ("page.html", "page_files/frame.html", "other_files/frame.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page)
    (tmp_path / "~$letter.docx").write_bytes(b"\x00Jo Roe")
    assert _paths(tmp_path) == ["other_files/frame.html", "page.html"]
    assert not read_all([tmp_path], IngestOptions())[1]


def test_a_file_named_outright_is_read_whatever_its_suffix(tmp_path):
    _write(tmp_path, "LICENSE", ".hidden")
    assert sorted(_paths(tmp_path, "LICENSE", ".hidden")) == [".hidden", "LICENSE"]


def test_a_file_given_twice_is_one_source(tmp_path):
    _write(tmp_path, "a/b.md")
    assert _paths(tmp_path, "a", "a/b.md", "a/../a") == ["a/b.md"]


def test_links_that_lead_back_are_followed_once(tmp_path):
    _write(tmp_path, "a/b.md")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    assert _paths(tmp_path) == ["a/b.md"]


def test_paths_stay_as_given_without_a_root(tmp_path, monkeypatch):
    _write(tmp_path, "a/b.md")
    monkeypatch.chdir(tmp_path)
    assert [s.path for s in read_all([Path("a")], IngestOptions())[0]] == ["a/b.md"]


def test_no_documents(tmp_path):
    assert read_all([tmp_path], IngestOptions()) == ((), ())
    assert read_all([], IngestOptions()) == ((), ())


@pytest.mark.parametrize(
    "wanted",
    [
        {"a/x.md": "x", "a/y.md": "y"},
        {"a/x.md": "a-x", "b/x.md": "b-x", "b/y.md": "y"},
        {"a/x.md": "x-md", "a/x.txt": "x-txt"},
        {"p/a/x.md": "p-a-x", "q/a/x.md": "q-a-x"},
        {"a/x.md": "a-x", "b/X.md": "b-X"},
        {"a/Jo Roe: «bridge».md": "Jo-Roe-bridge"},
        {"a/....md": "document"},
        {"a b.md": "a-b", "a-b.md": "a-b-2"},
    ],
)
def test_ids(wanted):
    for order in permutations(wanted):
        named = name_sources([Path(name) for name in order])
        assert {path.as_posix(): name for path, name in named.items()}.keys() == wanted.keys()
        assert sorted(named.values()) == sorted(wanted.values())
    if "a b.md" not in wanted:
        assert {path.as_posix(): name for path, name in named.items()} == wanted


def test_ids_fit_a_file_system():
    names = name_sources([Path("ж" * 250 + ".md"), Path("ж" * 249 + "я.md")])
    assert all(len(name.encode()) <= LONGEST_ID + 5 for name in names.values())
    assert len(set(names.values())) == 2
