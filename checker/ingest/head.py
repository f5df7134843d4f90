"""What stands before a document's text: named fields, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.source import DateOrigin


@dataclass(frozen=True, slots=True)
class Field:
    """A named value and its place in the text, without quotes around it."""

    key: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """Fields by lower-case key; the text proper begins at `end`."""

    fields: dict[str, Field]
    end: int
    origin: DateOrigin

    def first(self, *keys: str) -> Field | None:
        """The first of the named fields that has a value."""
        return next((self.fields[key] for key in keys if key in self.fields), None)

    def value(self, *keys: str) -> str:
        """The value of the first of the named fields, or nothing."""
        field = self.first(*keys)
        return field.value if field else ""


NO_HEAD = Head(fields={}, end=0, origin=DateOrigin.NONE)
