"""Every error the program raises on purpose.

CheckerError                what a person can mend; message names place and remedy
├── SettingsError           a setting is unknown or out of range
├── LexiconError            a table under lexicon/ is malformed
├── ModelError              the language model cannot be loaded
├── StoreError              claims, baseline or decisions on disk cannot be used
│   └── MeanwhileError      somebody else has decided meanwhile
├── EngineError             a process or a cluster fails in the middle of its work
├── FetchError              a page of the web cannot be had, or must not
└── InputError              a document cannot be read; carries its path
    ├── MissingInput        no such file or folder
    ├── EmptyInput          nothing in it
    ├── BinaryInput         not text
    ├── UndecodableInput    no known encoding fits
    ├── OversizedInput      beyond the limit, which the message names
    ├── DamagedInput        not what its format demands
    ├── LockedInput         encrypted
    ├── MissingExtra        its format needs an extra that is not installed
    ├── NoArticle           sound, but no document: a table of settings, a sitemap
    ├── ForeignInput        in a language that is not checked
    └── FrontMatterError    the YAML head is broken
"""

from __future__ import annotations

from pathlib import Path


class CheckerError(Exception):
    """Something a person can mend: the message names what, where and the remedy."""


class SettingsError(CheckerError):
    """A setting is unknown, misspelt or out of range."""


class LexiconError(CheckerError):
    """A table under `lexicon/` breaks its schema."""


class ModelError(CheckerError):
    """The language model named in the settings cannot be loaded."""


class StoreError(CheckerError):
    """A file of claims, baseline entries or decisions cannot be read or written."""


class MeanwhileError(StoreError):
    """The file holds another decision than the one that was to be changed."""


class EngineError(CheckerError):
    """What does the work, a process or a cluster, is missing or fails in the middle of it."""


class FetchError(CheckerError):
    """A page of the web cannot be fetched or saved, or must not be."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.reason = reason


class InputError(CheckerError):
    """A document cannot be read; the run goes on with the others.

    `reason` says what is wrong, `remedy` what mends it; `member` is the place in a
    file of several documents.
    """

    member = ""

    def __init__(self, path: Path, message: str, remedy: str = "") -> None:
        super().__init__(f"{path}: {message}" + (f"; {remedy}" if remedy else ""))
        self.path = path
        self.reason = message
        self.remedy = remedy


class MissingInput(InputError):
    """There is no such file or folder."""


class EmptyInput(InputError):
    """The document has no text."""


class BinaryInput(InputError):
    """The file is not text."""


class UndecodableInput(InputError):
    """No known character encoding fits the bytes."""


class OversizedInput(InputError):
    """The file is larger than the limit, which the message names."""


class DamagedInput(InputError):
    """The file breaks the rules of its format."""


class LockedInput(InputError):
    """The file is encrypted."""


class MissingExtra(InputError):
    """The format needs an extra of this package that is not installed."""


class NoArticle(InputError):
    """The file is sound, but there is no document in it."""


class ForeignInput(InputError):
    """The document is in a language that is not checked."""


class FrontMatterError(InputError):
    """The YAML block at the head of the file is broken."""
