"""Clusters → findings: one kind of disagreement a file, all of them listed here."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points

from checker.rules import (
    actions_conflict,
    ages_differ,
    causes_differ,
    causes_renamed,
    clock_times_differ,
    copies_dated_differently,
    dateline_misfit,
    denied_elsewhere,
    duration_misses_dates,
    durations_differ,
    edited_in_passing,
    event_dates_differ,
    figures_differ,
    forecasts_done,
    money_differs,
    quotation_altered,
    spellings_differ,
    states_overtaken,
    status_differs,
    times_of_event,
    weekday_misfit,
    weeks_differ,
)
from checker.rules.settle import settle
from checker.rules.shape import PairRule, Rule, StoryRule

__all__ = ["RULES", "PairRule", "Rule", "StoryRule", "load_rules", "settle"]

RULES: tuple[Rule, ...] = (
    actions_conflict.RULE,
    denied_elsewhere.RULE,
    causes_differ.RULE,
    causes_renamed.RULE,
    event_dates_differ.RULE,
    clock_times_differ.RULE,
    dateline_misfit.RULE,
    copies_dated_differently.RULE,
    weekday_misfit.RULE,
    weeks_differ.RULE,
    times_of_event.RULE,
    ages_differ.RULE,
    quotation_altered.RULE,
    edited_in_passing.RULE,
    spellings_differ.RULE,
    figures_differ.RULE,
    money_differs.RULE,
    status_differs.RULE,
    states_overtaken.RULE,
    forecasts_done.RULE,
    duration_misses_dates.RULE,
    durations_differ.RULE,
)

ENTRY_POINTS = "checker.rules"


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """All rules, our own and those that packages add which were there at first, by code."""
    found = {rule.code: rule for rule in RULES}
    for entry in entry_points(group=ENTRY_POINTS):
        for rule in entry.load():
            found.setdefault(rule.code, rule)
    return tuple(found[code] for code in sorted(found))
