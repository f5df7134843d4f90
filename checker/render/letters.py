"""The letters by which the versions of a question are told apart."""

from __future__ import annotations

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(version: int) -> str:
    """The letter of the version at a place from 0: "A", "B"."""
    return LETTERS[version] if version < len(LETTERS) else str(version + 1)
