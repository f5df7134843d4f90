"""Records with named fields → drafts, by the names that the settings give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker.ingest.content import Content
from checker.ingest.draft import Draft
from checker.ingest.markup import html_paragraphs, looks_like_html
from checker.ingest.sheet import Sheet
from checker.model.source import DateOrigin

_SIGNS = re.compile(r"[ _-]+")
# A text is prose: a field called "text" may hold a label.
FEWEST_WORDS = 3
FIELDS = ("published", "modified", "publisher", "author", "url", "language")


def is_article(record: object, content: Content) -> bool:
    """Say whether a record has a text under one of the names of the settings."""
    return isinstance(record, Mapping) and bool(_text_field(record, content)[1])


def record_name(record: Mapping[str, Any], number: int, content: Content) -> str:
    """What one of several records is called: its own name, else its number."""
    own = _first(record, content.options.fields.id)[1]
    return " ".join(own.split())[:120] or f"record {number}"


def draft_record(content: Content, reader: str, record: Mapping[str, Any], where: str) -> Draft:
    """The document of a record; `where` is its place in the file: "record 3", "row 12"."""
    sheet = Sheet(reader, DateOrigin.RECORD, "", content.member)
    names = content.options.fields
    sheet.put("title", _plain(content, _first(record, names.title)[1]))
    for field in FIELDS:
        sheet.put(field, _first(record, getattr(names, field))[1])
    key, text = _text_field(record, content)
    for number, words in enumerate(_paragraphs(content, text), 1):
        sheet.write(words, f"{where}, {key}, paragraph {number}")
    return sheet.draft()


def _paragraphs(content: Content, text: str) -> list[str]:
    if looks_like_html(text):
        return html_paragraphs(content, text)
    return [line for line in text.splitlines() if line.strip()]


def _plain(content: Content, text: str) -> str:
    return " ".join(_paragraphs(content, text))


def _text_field(record: Mapping[str, Any], content: Content) -> tuple[str, str]:
    key, text = _first(record, content.options.fields.text)
    return (key, text) if len(text.split()) >= FEWEST_WORDS else ("", "")


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> tuple[str, str]:
    """The first of the names that has a value, as the record spells it, and the value."""
    for name in names:
        spelt, value = _look_up(record, name)
        words = _as_text(value)
        if words.strip():
            return spelt, words
    return "", ""


def _look_up(record: object, name: str) -> tuple[str, object]:
    """A value by name; dots lead into nested records, unless a name has them itself."""
    if not isinstance(record, Mapping):
        return "", None
    folded = {_fold(key): key for key in reversed(record) if isinstance(key, str)}
    if _fold(name) in folded:
        key = folded[_fold(name)]
        return key, record[key]
    above, _, below = name.partition(".")
    if not below or _fold(above) not in folded:
        return "", None
    spelt, value = _look_up(record[folded[_fold(above)]], below)
    return f"{folded[_fold(above)]}.{spelt}", value


def _fold(name: str) -> str:
    return _SIGNS.sub("", name).casefold()


def _as_text(value: object) -> str:
    """Text and numbers as they are, lists of text by line; anything else is none."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    return ""
