"""What may be set: every stage's own options, gathered in one model."""

from __future__ import annotations

from checker.settings.choose import choose_rules, find_rule
from checker.settings.fail_on import FailOn
from checker.settings.load import Loaded, load_settings
from checker.settings.model import Settings
from checker.settings.per_path import PathSettings, fail_on_of, without_dropped

__all__ = [
    "FailOn",
    "Loaded",
    "PathSettings",
    "Settings",
    "choose_rules",
    "fail_on_of",
    "find_rule",
    "load_settings",
    "without_dropped",
]
