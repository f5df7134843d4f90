"""A document as a reader hands it over, before it has an id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from checker.errors import InputError
from checker.ingest.content import Content
from checker.ingest.head import Head
from checker.model.source import Place, Region


@dataclass(frozen=True, slots=True)
class Draft:
    """The text, the fields of its head, and what the format itself says of stretches.

    `given` are the stretches of whole lines whose kind the format tells (captions,
    teasers, comments), in order; `places` lead back into the file, and are empty
    where the text is the file's own.
    """

    text: str
    head: Head
    format: str
    encoding: str = "utf-8"
    member: str = ""
    places: tuple[Place, ...] = ()
    given: tuple[Region, ...] = ()


# A document, or why one of several cannot be read.
Outcome = Draft | InputError


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is read.

    `sniff` knows the format by its content: beyond doubt where it is `sure`, else as
    a guess that gives way to the file's name. `read` yields the documents of a file,
    and for each that cannot be read an InputError; it raises one where nothing can.
    `needs` are the modules of the extra "formats" without which it cannot work.
    """

    name: str
    suffixes: frozenset[str]
    sniff: Callable[[Content], bool]
    read: Callable[[Content], Iterable[Outcome]]
    sure: bool = True
    needs: tuple[str, ...] = field(default=())
