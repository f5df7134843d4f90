"""Claims on disk: what they look like, and when they are used again."""

from __future__ import annotations

import json
import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import StoreError
from checker.model.claim import Claim
from checker.model.report import Coverage
from checker.model.source import Region, RegionKind
from checker.store import Maker, Stored, claim_lines, made_otherwise, save_claims, stored_claims
from checker.store.names import file_stem
from tests.review.made_by_hand import claim_of, source_of

MAKER = Maker(language_model="model 1", options="{}", code="abc")
SOURCE = source_of("3 boats and 7 crews \u2028 🚢")
CLAIMS = tuple(claim_of(SOURCE, words) for words in ("3", "7", "\u2028 🚢"))
COVERAGE = Coverage(
    source="left", sentences=1, sentences_with_claims=1, figures=2, figures_with_claims=2
)


def save(folder, source=SOURCE, claims=CLAIMS, maker=MAKER):
    save_claims([source], {source.id: Stored(tuple(claims), COVERAGE)}, maker, folder)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_head_and_one_claim_a_line(tmp_path):
    save(tmp_path / "claims")
    head, *lines = (tmp_path / "claims" / "left.jsonl").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    assert [Claim.model_validate_json(line) for line in lines] == list(CLAIMS)
    assert sorted(json.loads(head)) == ["coverage", "digest", "made_by", "made_of"]


def test_the_same_claims_give_the_same_lines():
    assert claim_lines(CLAIMS) == claim_lines(CLAIMS[::-1])


def test_what_was_stored_is_found_again(tmp_path):
    assert stored_claims(SOURCE, MAKER, tmp_path) is None
    save(tmp_path)
    assert stored_claims(SOURCE, MAKER, tmp_path) == Stored(CLAIMS, COVERAGE)
    save(tmp_path, claims=())
    assert stored_claims(SOURCE, MAKER, tmp_path) == Stored((), COVERAGE)


UNCHANGED = {"path": "elsewhere/left.txt", "copy_of": "right", "origin": "right", "story": "x"}
CHANGED = {
    "text": "4 boats",
    "title": "Boats",
    "regions": (Region(kind=RegionKind.BODY, start=0, end=5),),
    "language": "de",
}


@pytest.mark.parametrize("field", UNCHANGED)
def test_claims_do_not_depend_on_where_a_source_stands(tmp_path, field):
    save(tmp_path)
    moved = SOURCE.model_copy(update={field: UNCHANGED[field]})
    assert stored_claims(moved, MAKER, tmp_path) is not None


@pytest.mark.parametrize("field", CHANGED)
def test_claims_of_another_text_are_not_used(tmp_path, field):
    save(tmp_path)
    assert stored_claims(SOURCE.model_copy(update={field: CHANGED[field]}), MAKER, tmp_path) is None


@pytest.mark.parametrize(
    "maker", [Maker("model 2", "{}", "abc"), Maker("model 1", "{1}", "abc"), Maker("m", "{}", "d")]
)
def test_claims_of_another_model_option_or_program_are_not_used(tmp_path, maker):
    save(tmp_path)
    assert stored_claims(SOURCE, maker, tmp_path) is None


def test_what_another_program_made_of_the_same_text_is_counted(tmp_path):
    other = Maker("model 2", "{}", "abc")
    assert made_otherwise([SOURCE], MAKER, tmp_path) == 0
    save(tmp_path, maker=other)
    assert made_otherwise([SOURCE], MAKER, tmp_path) == 1
    assert made_otherwise([SOURCE], other, tmp_path) == 0
    changed = SOURCE.model_copy(update={"text": "4 boats"})
    assert made_otherwise([changed], MAKER, tmp_path) == 0
    (tmp_path / "left.jsonl").write_text("damaged")
    assert made_otherwise([SOURCE], MAKER, tmp_path) == 0


@given(st.data())
def test_any_damage_is_noticed(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("claims")
    save(folder)
    file = folder / "left.jsonl"
    whole = file.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    kind = data.draw(st.sampled_from(["cut", "flip", "drop", "repeat"]))
    damaged = {
        "cut": whole[:place],
        "flip": whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
        "drop": whole[:place] + whole[place + 1 :],
        "repeat": whole + whole[place:],
    }[kind]
    file.write_bytes(damaged)
    found = stored_claims(SOURCE, MAKER, folder)
    # Where the head alone was hit in its counts, the claims are still those of the source.
    assert found is None or found.claims == CLAIMS


def test_a_source_without_claims_has_a_head_alone(tmp_path):
    save(tmp_path, claims=())
    assert (tmp_path / "left.jsonl").read_bytes().count(b"\n") == 1


def test_what_is_there_is_not_written_again(tmp_path):
    save(tmp_path)
    before = (tmp_path / "left.jsonl").stat().st_ino
    save(tmp_path)
    assert (tmp_path / "left.jsonl").stat().st_ino == before


def test_other_files_stay_and_no_scraps_are_left(tmp_path):
    (tmp_path / "decisions.jsonl").write_text("kept")
    (tmp_path / "gone.jsonl").write_text("kept")
    (tmp_path / ".claims-left-by-a-killed-run").write_text("half")
    source = source_of("3 boats", "decisions")
    save(tmp_path, source, [claim_of(source, "3")])
    assert (tmp_path / "decisions.jsonl").read_text() == "kept"
    assert names_in(tmp_path) == ["decisions%.jsonl", "decisions.jsonl", "gone.jsonl"]


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path, monkeypatch):
    save(tmp_path)
    before = (tmp_path / "left.jsonl").read_bytes()

    def no_room(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", no_room)
    with pytest.raises(StoreError, match=r"No space left.*--claims-dir.*--no-store"):
        save(tmp_path, claims=())
    assert names_in(tmp_path) == ["left.jsonl"]
    assert (tmp_path / "left.jsonl").read_bytes() == before


def test_others_may_read_the_files(tmp_path):
    save(tmp_path)
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
