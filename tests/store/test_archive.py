"""An archive on disk: what goes in comes out, whatever happens meanwhile."""

from __future__ import annotations

import json
import shutil

import pytest

from checker.errors import StoreError
from checker.store import (
    Lookups,
    Stored,
    add_part,
    entry_of,
    is_archive,
    merge_small,
    open_archive,
    parts,
    writing,
)
from checker.store.archive import HEAD, PARTS, Made
from checker.store.tables import CLAIM_ROWS
from tests.review.made_by_hand import claim_of, source_of

pytest.importorskip("duckdb", reason="the extra scale is not installed")
MADE = Made(language_model="model 1", options="{}", code="abc")
HOSTILE = (
    "it's",
    'a "b"',
    "c\\d",
    "'); DROP TABLE claims; --",
    "$own",
    "ß",
    "line\nbreak",
    "nul\0nul",
    "%",
    "🚢",
)


def entry(name, text="3 boats and 7 crews", story="storm", day=None):
    source = source_of(text, name).model_copy(update={"story": story, "path": f"in/{name}.txt"})
    claims = tuple(claim_of(source, word) for word in text.split() if word.isdigit())
    return entry_of(source, Stored(claims, None), dict.fromkeys(text.split(), 1), day)


def add(folder, *entries):
    with writing(folder, "folder") as archive:
        return add_part(archive, entries, MADE)


def told(folder, *stories):
    """What an archive holds of stories: ids and words of claims."""
    with Lookups(open_archive(folder)) as lookups:
        told = [each.opened() for each in lookups.kept(stories)]
    return [(source.id, [claim.words for claim in kept.claims]) for source, kept in told]


def test_what_goes_in_comes_out(tmp_path):
    add(tmp_path / "a", entry("right"), entry("left"), entry("lone", story="thaw"))
    made = entry("left")
    with Lookups(open_archive(tmp_path / "a")) as lookups:
        left, _ = lookups.kept(["storm"])
        assert (left.record, left.claims) == (made.record, tuple(r for _, r in made.claims))
        assert [each.story for each in lookups.stories()] == ["storm", "thaw"]
        assert lookups.stories(["storm"])[0].claims == 4
        assert lookups.archive.documents == 3
    assert told(tmp_path / "a", "storm") == [("left", ["3", "7"]), ("right", ["3", "7"])]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_never_read_as_anything_else(tmp_path, name):
    folder = tmp_path / f"a{name}[x]*?=1".replace("\0", "").replace("/", "")
    add(folder, entry(name, story=name), entry("other", story=f"{name} "))
    assert told(folder, name) == [(name, ["3", "7"])]
    with Lookups(open_archive(folder)) as lookups:
        assert lookups.held([name, "OTHER"]) == {name}


def test_what_has_changed_is_replaced_by_the_newest(tmp_path):
    add(tmp_path / "a", entry("left"), entry("right"))
    add(tmp_path / "a", entry("left", "5 boats", story="thaw"))
    add(tmp_path / "a", entry("left", "6 ferries", story="storm"))
    assert told(tmp_path / "a", "storm") == [("left", ["6"]), ("right", ["3", "7"])]
    assert told(tmp_path / "a", "thaw") == []
    with Lookups(open_archive(tmp_path / "a")) as lookups:
        assert lookups.archive.documents == lookups.count("sources") == 2


def test_small_parts_are_merged_and_say_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "MERGED_AT_ONCE", 3)
    add(tmp_path / "a", entry("left"), entry("right"), entry("lone", story="thaw"))
    add(tmp_path / "a", entry("left", "5 boats"))
    add(tmp_path / "a", entry("left", "6 boats"), entry("late"))
    before = told(tmp_path / "a", "storm", "thaw")
    with writing(tmp_path / "a", "folder") as archive:
        merged = merge_small(archive)
    assert len(merged.head.parts) == 1
    assert told(tmp_path / "a", "storm", "thaw") == before
    with Lookups(merged) as lookups:
        assert lookups.archive.documents == lookups.count("sources") == 4
    add(tmp_path / "a", entry("lone", "9 boats", story="thaw"))
    assert told(tmp_path / "a", "thaw") == [("lone", ["9"])]
    # What was merged is deleted by the next who writes.
    assert len(list((tmp_path / "a" / PARTS).iterdir())) == 2


def test_a_run_that_is_killed_loses_one_part(tmp_path):
    add(tmp_path / "a", entry("left"))
    whole = (tmp_path / "a" / HEAD).read_bytes()
    add(tmp_path / "a", entry("right"))
    # As if it had been killed after the part and before its name in the head.
    (tmp_path / "a" / HEAD).write_bytes(whole)
    assert told(tmp_path / "a", "storm") == [("left", ["3", "7"])]
    add(tmp_path / "a", entry("third"))
    assert [name for name, _ in told(tmp_path / "a", "storm")] == ["left", "third"]


def test_only_one_writes(tmp_path):
    with writing(tmp_path / "a", "folder"), pytest.raises(StoreError, match="another run"):
        add(tmp_path / "a", entry("left"))
    add(tmp_path / "a", entry("left"))


def test_the_claims_of_one_story_are_few_groups_of_rows(tmp_path):
    many = "".join(f"{number} " for number in range(100, 200))
    rows = [entry(f"s{n:03}", many, story=f"story-{n:03}") for n in range(200)]
    archive = add(tmp_path / "a", *rows)
    path = archive.path(archive.head.parts[0], "claims")
    with Lookups(archive) as lookups:
        ranges = lookups.ask(
            "SELECT stats_min_value, stats_max_value FROM parquet_metadata(?) "
            "WHERE path_in_schema = 'story'",
            [str(path)],
        )
    assert len(ranges) >= 200 * 100 // CLAIM_ROWS
    holding = [low for low, high in ranges if low <= "story-100" <= high]
    assert 1 <= len(holding) <= 2


def test_a_folder_that_is_no_archive_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("3 boats")
    with pytest.raises(StoreError, match=r"no archive.*archive add"):
        open_archive(tmp_path)
    with pytest.raises(StoreError, match="holds other files"):
        add(tmp_path, entry("left"))
    assert not is_archive(tmp_path)


def test_a_newer_format_is_told(tmp_path):
    add(tmp_path / "a", entry("left"))
    head = json.loads((tmp_path / "a" / HEAD).read_text())
    (tmp_path / "a" / HEAD).write_text(json.dumps({**head, "format": 99, "more": 1}))
    with pytest.raises(StoreError, match="format 99"):
        open_archive(tmp_path / "a")
    (tmp_path / "a" / HEAD).write_text("{")
    with pytest.raises(StoreError, match="not the head"):
        open_archive(tmp_path / "a")


def test_stories_are_told_in_one_way(tmp_path):
    add(tmp_path / "a", entry("left"))
    with (
        pytest.raises(StoreError, match=r"ingest\.stories = 'folder'"),
        writing(tmp_path / "a", "content"),
    ):
        pass


@pytest.mark.parametrize("table", ["sources", "claims"])
def test_a_broken_part_is_named(tmp_path, table):
    archive = add(tmp_path / "a", entry("left"))
    path = archive.path(archive.head.parts[0], table)
    content = path.read_bytes()
    path.write_bytes(content[:100])
    with pytest.raises(StoreError, match=rf"{table}\.parquet.*add its documents again"):
        told(tmp_path / "a", "storm")
    path.unlink()
    with pytest.raises(StoreError, match=rf"{table}\.parquet.*missing"):
        told(tmp_path / "a", "storm")
    shutil.rmtree(tmp_path / "a")
    add(tmp_path / "a", entry("left"))


def test_a_full_disk_is_told(tmp_path, monkeypatch):
    def refuse(*_arguments, **_options):
        raise OSError(28, "No space left on device", "a/part")

    monkeypatch.setattr("checker.store.archive.write_atomically", refuse)
    with pytest.raises(StoreError, match=r"No space left.*goes on where it stopped"):
        add(tmp_path / "a", entry("left"))


def test_without_duckdb_the_extra_is_named(monkeypatch, tmp_path):
    add(tmp_path / "a", entry("left"))
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(StoreError, match=r"claim-crosscheck\[scale\]"):
        told(tmp_path / "a", "storm")
