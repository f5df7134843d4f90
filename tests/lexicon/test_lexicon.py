"""Every table loads, every list is sorted and holds no word twice; mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import lexicon
from checker.errors import LexiconError

FOLDER = Path(lexicon.__file__).parent
NAMES = sorted({path.stem for path in FOLDER.rglob("*.toml")})


@pytest.mark.parametrize("name", NAMES)
def test_lists_are_sorted_and_unique(name):
    for table, rows in lexicon.load(name).items():
        for key, cell in rows.items():
            if isinstance(cell, list):
                assert cell == sorted(set(cell)), f"{name} [{table}] {key}"


@pytest.mark.parametrize("name", NAMES)
def test_no_table_is_empty(name):
    assert all(rows for rows in lexicon.load(name).values())


def test_unknown_table_is_named():
    with pytest.raises(LexiconError, match="no lexicon table 'nothing'"):
        lexicon.load("nothing")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("key = 1\n", "broken.toml: 'key' stands outside a table"),
        ("[table]\nkey = [1, 2]\n", r"broken.toml \[table\] key: want text"),
        ("[table]\nkey = { a = 1 }\n", r"broken.toml \[table\] key: want text"),
        ("[table\n", "broken.toml: "),
    ],
)
def test_a_broken_table_is_named(tmp_path, monkeypatch, content, message):
    (tmp_path / "broken.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(lexicon, "_ROOT", tmp_path)
    lexicon.load.cache_clear()
    with pytest.raises(LexiconError, match=message):
        lexicon.load("broken")


def test_language_neutral_tables_are_found_too(tmp_path, monkeypatch):
    (tmp_path / "signs.toml").write_text("[signs]\nplus = '+'\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "_ROOT", tmp_path)
    lexicon.load.cache_clear()
    assert lexicon.load("signs")["signs"]["plus"] == "+"
