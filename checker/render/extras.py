"""Packages that only some formats want: imported late, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from checker.errors import SettingsError


def office(module: str, format_name: str) -> Any:
    """Import a module of the extra `office`; raises SettingsError that names the extra."""
    try:
        return import_module(module)
    except ImportError:
        raise SettingsError(
            f"{format_name} needs the extra 'office': pip install 'claim-crosscheck[office]'"
        ) from None
