"""Which rules run, by code or by the beginning of a code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from checker.errors import SettingsError


class Coded(Protocol):
    """Whatever has a rule's code and name."""

    @property
    def code(self) -> str:
        """The code, such as "U01"."""

    @property
    def name(self) -> str:
        """The name, such as "durations-differ"."""


R = TypeVar("R", bound=Coded)


def choose_rules(rules: Sequence[R], select: Sequence[str], ignore: Sequence[str]) -> tuple[R, ...]:
    """Return the rules that `select` names (all, if empty) and `ignore` does not.

    A name that meets no rule, or a choice that leaves none, is a SettingsError:
    a check that checked nothing must not look clean.
    """
    for prefix in (*select, *ignore):
        if not any(_meets(rule, prefix) for rule in rules):
            raise SettingsError(f"no rule has the code {prefix!r}; {_codes(rules, prefix)}")
    chosen = tuple(
        rule
        for rule in rules
        if (not select or any(_meets(rule, prefix) for prefix in select))
        and not any(_meets(rule, prefix) for prefix in ignore)
    )
    if rules and not chosen:
        raise SettingsError("select and ignore together leave no rule to run; ignore fewer")
    return chosen


def find_rule(rules: Sequence[R], wanted: str) -> R:
    """Return the rule with this code or name, whatever its case."""
    for rule in rules:
        if wanted.casefold() in (rule.code.casefold(), rule.name.casefold()):
            return rule
    raise SettingsError(f"no rule is called {wanted!r}; {_codes(rules, wanted)}")


def _meets(rule: Coded, prefix: str) -> bool:
    """Say whether a code begins so; an empty prefix would silently mean every rule."""
    return bool(prefix) and rule.code.casefold().startswith(prefix.casefold())


def _codes(rules: Sequence[Coded], wanted: str) -> str:
    """Name the nearest rule, or else where to find the list."""
    # Late, as it is wanted only when something is misspelt.
    from rapidfuzz import process  # noqa: PLC0415

    names = [spelling for rule in rules for spelling in (rule.code, rule.name)]
    nearest = process.extractOne(wanted, names, score_cutoff=50)
    guess = f"did you mean {nearest[0]!r}? " if nearest else ""
    return f"{guess}`checker rules` lists them"
