"""Claims on disk."""

from __future__ import annotations

import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import StoreError
from checker.model.claim import Claim
from checker.review import claim_lines, save_claims
from checker.review.claims_store import file_stem
from tests.review.made_by_hand import claim_of, source_of


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_one_claim_a_line_in_the_order_of_the_text(tmp_path):
    source = source_of("3 boats and 7 crews \u2028 🚢")
    claims = [claim_of(source, words) for words in ("\u2028 🚢", "7", "3")]
    save_claims(claims, [source.id], tmp_path / "claims")
    lines = (tmp_path / "claims" / "left.jsonl").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    assert [Claim.model_validate_json(line) for line in lines] == claims[::-1]


def test_the_same_claims_give_the_same_bytes():
    source = source_of("3 boats and 7 crews")
    claims = [claim_of(source, "3"), claim_of(source, "7")]
    assert claim_lines(claims) == claim_lines(claims[::-1])


def test_a_source_without_claims_has_an_empty_file(tmp_path):
    save_claims([], ["quiet"], tmp_path)
    assert (tmp_path / "quiet.jsonl").read_bytes() == b""


def test_other_files_stay_and_no_scraps_are_left(tmp_path):
    (tmp_path / "decisions.jsonl").write_text("kept")
    (tmp_path / "gone.jsonl").write_text("kept")
    source = source_of("3 boats", "decisions")
    save_claims([claim_of(source, "3")], ["decisions"], tmp_path)
    assert (tmp_path / "decisions.jsonl").read_text() == "kept"
    assert names_in(tmp_path) == ["decisions%.jsonl", "decisions.jsonl", "gone.jsonl"]


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path, monkeypatch):
    save_claims([], ["left"], tmp_path)
    source = source_of("3 boats")

    def no_room(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", no_room)
    with pytest.raises(StoreError, match=r"No space left.*--claims-dir.*--no-store"):
        save_claims([claim_of(source, "3")], ["left"], tmp_path)
    assert names_in(tmp_path) == ["left.jsonl"]
    assert (tmp_path / "left.jsonl").read_bytes() == b""


def test_others_may_read_the_files(tmp_path):
    save_claims([], ["left"], tmp_path)
    assert stat.S_IMODE((tmp_path / "left.jsonl").stat().st_mode) & 0o444 == 0o444


@pytest.mark.parametrize(
    ("source", "stem"),
    [
        ("plain-name_2", "plain-name_2"),
        ("Ґанок", "Ґанок"),
        ("story/left", "story/left"),
        ("..", "%2E."),
        ("../up", "%2E./up"),
        ("/root", "%/root"),
        ("a:b*c", "a%3Ab%2Ac"),
        ("Baseline", "Baseline%"),
        ("story/baseline", "story/baseline"),
    ],
)
def test_a_source_id_as_a_file_name(source, stem):
    assert file_stem(source) == stem


@given(st.text(), st.text())
def test_file_names_tell_sources_apart_and_stay_inside(left, right):
    assert (file_stem(left) == file_stem(right)) == (left == right)
    parts = file_stem(left).split("/")
    assert all(part and not part.startswith(".") and "\0" not in part for part in parts)
    assert all(len(part.encode()) < 250 for part in parts)
