"""Lower case that keeps every offset."""

from __future__ import annotations


def lower(text: str) -> str:
    """Lower a text sign by sign where lowering it whole would change its length ("İ")."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
