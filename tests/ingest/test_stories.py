"""Which documents report one story."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from checker.ingest import IngestOptions, read_all
from checker.ingest.options import StoriesBy
from checker.ingest.story_groups import group_alike
from checker.ingest.telling import telling_of

FERRY = (
    "The ferry Aurelia struck the pier of Port Lindholm on Monday. Captain Ruda Voss told the "
    "coastguard that the Aurelia had lost its rudder. {} passengers of the ferry were hurt.\n"
)
MINE = (
    "A shaft of the Karsk mine collapsed on Friday. The Karsk miners' union said that {} men "
    "were brought up by rescuers from Ostrava. The mine's owner, Belmont Ore, closed the shaft.\n"
)


def write(folder, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def stories(*paths, by=StoriesBy.FOLDER) -> dict[str, str]:
    sources, _ = read_all(list(paths), IngestOptions(stories=by))
    return {source.id: source.story for source in sources}


def test_one_folder_of_documents_is_one_story(tmp_path):
    write(tmp_path / "Port fire", {"a.txt": "One.", "b.md": "Two.", "old/c.txt": "Three."})
    assert stories(tmp_path / "Port fire") == dict.fromkeys("abc", "port-fire")


def test_a_folder_of_folders_is_a_story_each(tmp_path):
    write(tmp_path, {"x/ferry/a.txt": "One.", "x/ferry/cuts/b.txt": "Two.", "mine/c.txt": "Three."})
    assert stories(tmp_path) == {"a": "ferry", "b": "ferry", "c": "mine"}
    assert stories(tmp_path / "x") == {"a": "ferry", "b": "ferry"}
    assert stories(tmp_path, by=StoriesBy.ONE) == dict.fromkeys("abc", stories(
        tmp_path, by=StoriesBy.ONE)["a"])  # fmt: skip


def test_folders_of_one_name_are_told_apart_by_those_above(tmp_path):
    write(tmp_path, {"2023/ferry/a.txt": "One.", "2024/ferry/b.txt": "Two."})
    assert stories(tmp_path) == {"a": "2023-ferry", "b": "2024-ferry"}


def test_the_front_matter_goes_before_the_folder(tmp_path):
    head = "---\nstory: The Karsk Mine!\n---\n"
    write(tmp_path, {"ferry/a.txt": "One.", "ferry/b.md": f"{head}Two."})
    named = {"a": "ferry", "b": "the-karsk-mine"}
    assert stories(tmp_path) == named
    assert stories(tmp_path, by=StoriesBy.CONTENT)["b"] == "the-karsk-mine"
    assert set(stories(tmp_path / "ferry", by=StoriesBy.ONE).values()) == {"ferry"}


def test_a_hostile_name_of_a_story_is_a_name(tmp_path):
    write(tmp_path / "in", {"a.md": "---\nstory: '../../etc ::error::'\n---\nOne."})
    assert stories(tmp_path / "in") == {"a": "etc-error"}


def test_documents_by_their_own_paths_are_one_story(tmp_path):
    write(tmp_path / "desk", {"a.txt": "One.", "b.txt": "Two."})
    assert set(stories(*sorted((tmp_path / "desk").iterdir())).values()) == {"desk"}


def test_a_loose_document_joins_the_only_story(tmp_path):
    write(tmp_path, {"ferry/a.txt": "One.", "new.txt": "Two."})
    assert set(stories(tmp_path / "ferry", tmp_path / "new.txt").values()) == {"ferry"}


def test_standard_input_beside_folders_leaves_them_stories_of_their_own(tmp_path, monkeypatch):
    write(tmp_path, {"ferry/a.txt": FERRY.format(3), "mine/b.txt": MINE.format(4)})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FERRY.format(9).encode())))
    found = stories(Path(), Path("-"))
    assert found == {"a": "ferry", "b": "mine", "standard-input": "ferry"}


def test_a_loose_document_joins_the_story_it_is_most_like(tmp_path):
    files = {f"ferry/a{n}.txt": FERRY.format(n) for n in (3, 4)}
    files |= {f"mine/b{n}.txt": MINE.format(n) for n in (5, 6)}
    write(tmp_path, files | {"new.txt": FERRY.format(9), "other.txt": "Wheat prices fell again."})
    found = stories(tmp_path / "ferry", tmp_path / "mine", tmp_path / "new.txt")
    assert found["new"] == "ferry"
    found = stories(tmp_path / "ferry", tmp_path / "mine", tmp_path / "other.txt")
    assert found["other"] == "other"


def test_stories_are_found_by_what_documents_say(tmp_path):
    files = {f"a{n}.txt": FERRY.format(n) for n in (3, 4, 5)}
    files |= {f"b{n}.txt": MINE.format(n) for n in (3, 4, 5)}
    write(tmp_path, files | {"c.txt": "Wheat prices fell again in Tarnow, traders said."})
    found = stories(tmp_path, by=StoriesBy.CONTENT)
    assert set(found.values()) == {"a3", "b3", "c"}
    assert all(story[0] == key[0] for key, story in found.items())


def test_the_order_of_sources_does_not_matter_to_content(tmp_path):
    write(tmp_path, {f"{k}{n}.txt": t.format(n) for n in (3, 4) for k, t in
                     (("a", FERRY), ("b", MINE))})  # fmt: skip
    sources, _ = read_all([tmp_path], IngestOptions())
    tellings = [telling_of(source) for source in sources]
    assert group_alike(tellings) == group_alike(tellings[::-1])


@pytest.mark.parametrize("by", StoriesBy)
def test_copies_are_counted_within_a_story(tmp_path, by):
    write(tmp_path, {"ferry/a.txt": FERRY.format(3) * 3, "ferry/b.txt": FERRY.format(3) * 3,
                     "mine/c.txt": FERRY.format(3) * 3})  # fmt: skip
    sources, _ = read_all([tmp_path], IngestOptions(stories=by))
    origins = {source.id: source.origin for source in sources}
    assert (origins["c"] == "c") is (by is StoriesBy.FOLDER)
    assert origins["b"] == "a"
