"""Tables of words: one TOML file a subject, what is English under `en/`.

A file is a set of tables; a table maps a key to a string, a number or a list of
strings. Lists are sorted and hold no word twice (a test checks them all).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker.errors import LexiconError

_ROOT = Path(__file__).parent
Table = Mapping[str, Mapping[str, Any]]


@lru_cache(maxsize=64)
def load(name: str) -> Table:
    """Read a table by name, from `en/` or the language-neutral ones beside it.

    Raises LexiconError that names file, table and key.
    """
    path = next((p for p in _paths(name) if p.is_file()), None)
    if path is None:
        raise LexiconError(f"no lexicon table {name!r} in {_ROOT}")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error
    for table, rows in tables.items():
        _check(path.name, table, rows)
    return tables


def _paths(name: str) -> tuple[Path, Path]:
    return _ROOT / "en" / f"{name}.toml", _ROOT / f"{name}.toml"


def _check(file: str, table: str, rows: object) -> None:
    if not isinstance(rows, dict):
        raise LexiconError(f"{file}: {table!r} stands outside a table")
    for key, cell in rows.items():
        words = isinstance(cell, list) and all(isinstance(word, str) for word in cell)
        if not words and not isinstance(cell, str | int | float):
            raise LexiconError(f"{file} [{table}] {key}: want text, a number or a list of text")
