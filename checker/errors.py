"""Every error the program raises on purpose.

CheckerError                what a person can mend; message names place and remedy
├── SettingsError           a setting is unknown or out of range
├── LexiconError            a table under lexicon/ is malformed
├── ModelError              the language model cannot be loaded
├── StoreError              claims, baseline or decisions on disk cannot be used
│   └── MeanwhileError      somebody else has decided meanwhile
└── InputError              a document cannot be read; carries its path
    ├── MissingInput        no such file or folder
    ├── EmptyInput          nothing in it
    ├── BinaryInput         not text
    ├── UndecodableInput    no known encoding fits
    ├── OversizedInput      beyond the limit, which the message names
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


class InputError(CheckerError):
    """A document cannot be read; the run goes on with the others.

    `reason` says what is wrong, `remedy` what mends it.
    """

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


class FrontMatterError(InputError):
    """The YAML block at the head of the file is broken."""
