"""The catalogue of an archive: what the parts hold, whatever happened to it meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from checker.errors import StoreError
from checker.store import Catalogue, cataloguing, merge_small, open_archive, parts, take_up, writing
from checker.store.cataloguing import NAME
from tests.store.test_archive import HOSTILE, add, entry

pytest.importorskip("duckdb", reason="the extra scale is not installed")
DAYS = (100, 200)


def tell(folder):
    """All that a catalogue says of some words and of one story."""
    with Catalogue(open_archive(folder)) as asked:
        words = ["boats", "crews", "ferries", "none"]
        return (
            asked.counts(words),
            asked.rare(words, 2),
            [(held.source, held.part) for held in asked.of_story("storm")],
            sorted(asked.parts_in_use().items()),
        )


def test_what_the_parts_hold(tmp_path):
    add(tmp_path, entry("b", day=100), entry("a", day=99), entry("lone", "7 crews", "thaw", 150))
    with Catalogue(open_archive(tmp_path)) as asked:
        assert asked.counts(["boats", "crews", "none"]) == {"boats": 2, "crews": 3}
        assert asked.counts(["boats", "crews", "none"], DAYS) == {"boats": 1, "crews": 2}
        assert asked.rare(["boats", "crews", "none"], 2) == {"boats": ["a", "b"]}
        assert asked.rare(["boats", "crews"], 1, DAYS) == {"boats": ["b"]}
        assert asked.first(["crews"], 2) == {"crews": ["a", "b"]}
        assert asked.first(["crews"], 2, DAYS) == {"crews": ["b", "lone"]}
        assert asked.sizes(["storm", "thaw", "other"]) == {"storm": 2, "thaw": 1}
        assert asked.of_story("other") == []
        assert [(told.day, words) for told, words in asked.tellings(["a", "none"])] == [
            (99, {"3": 1, "boats": 1, "and": 1, "7": 1, "crews": 1})
        ]
        assert [(held.source, held.story) for held in asked.of_story("thaw")] == [("lone", "thaw")]
        assert asked.tellings(["none"]) == []
        assert list(asked.documents(["in/a.txt", "in/none.txt"])) == [("in/a.txt", "")]


def test_more_words_than_fit_into_one_question(tmp_path, monkeypatch):
    monkeypatch.setattr(cataloguing, "AT_ONCE", 3)
    many = [f"word{n}" for n in range(20)]
    add(tmp_path, entry("a", " ".join(many), day=150), entry("b", "word7 word8"))
    with Catalogue(open_archive(tmp_path)) as asked:
        assert asked.counts(many)["word7"] == 2
        assert len(asked.rare(many, 1)) == 18
        assert asked.counts(many, DAYS) == dict.fromkeys(many, 1)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_never_read_as_anything_else(tmp_path, name):
    add(tmp_path, entry(name, f"{name} boats", story=name), entry("other", story=f"{name} "))
    word = f"{name} boats".split()[0]
    with Catalogue(open_archive(tmp_path)) as asked:
        assert asked.taken(["other", name.casefold()]) == {"other", name.casefold()}
        assert [held.source for held in asked.of_story(name)] == [name]
        assert asked.rare([word], 1) == {word: [name]}


def test_what_is_replaced_is_held_no_more(tmp_path):
    add(tmp_path, entry("left", day=150), entry("right"))
    assert tell(tmp_path)[0] == {"boats": 2, "crews": 2}
    add(tmp_path, entry("left", "6 ferries"), entry("late", "2 boats"))
    counts, rare, story, used = tell(tmp_path)
    assert counts == {"boats": 2, "crews": 1, "ferries": 1}
    assert rare == {"boats": ["late", "right"], "crews": ["right"], "ferries": ["left"]}
    assert story == [("late", 2), ("left", 2), ("right", 1)]
    assert used == [(1, 1), (2, 2)]
    with Catalogue(open_archive(tmp_path)) as asked:
        assert asked.counts(["boats"], DAYS) == {}


@pytest.mark.parametrize("taken_up", [0, 1, 2])
def test_merged_parts_change_nothing(tmp_path, monkeypatch, taken_up):
    monkeypatch.setattr(parts, "MERGED_AT_ONCE", 3)
    for number, text in enumerate(("3 boats", "5 crews", "6 ferries")):
        archive = add(tmp_path, entry("left", text), entry(f"d{number}"))
        if number < taken_up:
            take_up(archive)
    before = tell(tmp_path) if taken_up == 2 else None
    with writing(tmp_path, "folder") as archive:
        merge_small(archive)
    counts, rare, story, used = tell(tmp_path)
    assert counts == {"boats": 3, "crews": 3, "ferries": 1}
    assert used == [(3, 4)]
    assert {part for _, part in story} == {3}
    if before:
        assert (counts, rare) == before[:2]


def overwrite(path):
    path.write_bytes(b"no such thing" * 100)


def older(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 77")
        connection.execute("CREATE TABLE other (a)")
        connection.execute("DELETE FROM documents")
        connection.commit()


def shortened(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM documents WHERE source = 'right'")
        connection.commit()


def ahead(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9")
        connection.commit()


def as_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [overwrite, older, shortened, ahead, as_folder])
def test_a_catalogue_that_does_not_fit_is_made_again(tmp_path, spoil):
    add(tmp_path, entry("left"), entry("right"))
    before = tell(tmp_path)
    spoil(tmp_path / NAME)
    assert tell(tmp_path) == before
    assert tell(tmp_path) == before


def test_a_catalogue_that_breaks_later_is_named(tmp_path):
    add(tmp_path, entry("left"), entry("right"))
    with Catalogue(open_archive(tmp_path)) as asked:
        asked._connection.execute("ROLLBACK")
        asked._connection.execute("DROP TABLE words")
        with pytest.raises(StoreError, match=rf"{NAME}.*delete it"):
            asked.counts(["boats"])


def test_an_older_copy_of_an_archive_is_told_by_its_head(tmp_path):
    add(tmp_path / "a", entry("left"))
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    before = tell(tmp_path / "b")
    add(tmp_path / "a", entry("right"))
    tell(tmp_path / "a")
    shutil.copy(tmp_path / "a" / NAME, tmp_path / "b" / NAME)
    assert tell(tmp_path / "b") == before


def test_who_opened_before_another_added_sees_what_is_there_now(tmp_path):
    opened = add(tmp_path, entry("left"))
    take_up(add(tmp_path, entry("right")))
    with Catalogue(opened) as asked:
        assert [held.source for held in asked.of_story("storm")] == ["left", "right"]
        assert asked.archive.documents == 2
