"""Claim cross-checking: where the sources of one story disagree."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "check", "extract_claims"]


def __getattr__(name: str) -> Any:
    """Load the run on first use: `checker --help` and `checker.__version__` need none of it.

    By name, since every module of the package imports this one: an import
    statement would tie the lowest layer to the highest.
    """
    if name not in ("check", "extract_claims"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("checker.pipeline"), name)
