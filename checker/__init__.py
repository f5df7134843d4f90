"""Claim cross-checking: where the sources of one story disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.pipeline import check, extract_claims

__version__ = "0.1.0"
__all__ = ["__version__", "check", "extract_claims"]


def __getattr__(name: str) -> Any:
    """Load the run on first use: `checker --help` and `checker.__version__` need none of it."""
    if name not in ("check", "extract_claims"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from checker import pipeline  # noqa: PLC0415

    return getattr(pipeline, name)
