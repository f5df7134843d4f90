"""What may be set: every stage's own options, gathered in one model."""

from __future__ import annotations

from checker.settings.choose import choose_rules, find_rule
from checker.settings.load import Loaded, load_settings
from checker.settings.model import FailOn, Settings

__all__ = ["FailOn", "Loaded", "Settings", "choose_rules", "find_rule", "load_settings"]
