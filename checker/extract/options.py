"""What may be set of extraction."""

from __future__ import annotations

from checker.model.record import Record


class ExtractOptions(Record):
    """Options of extraction.

    `language_model` names an installed spaCy pipeline package; "auto" prefers an
    official one and falls back on the one this program depends on.
    """

    language_model: str = "auto"
