"""How one run is made: what every step of it has to know."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from checker import extract, review, rules
from checker.model.report import RunInfo
from checker.settings import Settings, choose_rules
from checker.store import Maker, digest_of_code
from checker.store.cache import key_of

DEFAULTS = Settings()

# Told what is being done, how many are done, of how many.
Tell: TypeAlias = Callable[[str, int, int], None]
Done: TypeAlias = Callable[[int, int], None]

# Rooms and files whose code decides what comes of claims.
COMPARING = ("align", "ingest", "lexicon", "model", "pipeline", "review", "rules", "values")


def silent(_words: str, _done: int, _of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The settings, the rules they choose, how the run is described, and what it is asked about.

    `asked` are ids of sources.
    """

    settings: Settings
    rules: tuple[rules.Rule, ...]
    run: RunInfo
    asked: frozenset[str]

    @property
    def made_by(self) -> str:
        """What the result of a story depends on beside its sources; "" where nobody can tell.

        The code of rules that other packages add is not known here.
        """
        if any(rule not in rules.RULES for rule in self.rules):
            return ""
        return key_of(
            self.run.language_model,
            self.settings.in_words(),
            digest_of_code(*COMPARING),
            extract.code_digest(),
            *(rule.code for rule in self.rules),
            *sorted(self.asked),
        )


def make_plan(settings: Settings, asked: Iterable[str] = ()) -> Plan:
    """Return the plan of a run. Raises SettingsError for a choice of rules that cannot be made."""
    chosen = choose_rules(rules.load_rules(), settings.select, settings.ignore)
    language_model = extract.describe_model(settings.extract.language_model)
    run = review.run_info(language_model, chosen, settings.in_words(), settings.today)
    return Plan(settings, chosen, run, frozenset(asked))


def claims_maker(settings: Settings) -> Maker:
    """Return what the claims of a run are made by: stored ones are good while it is the same."""
    return Maker(
        language_model=extract.describe_model(settings.extract.language_model),
        options=settings.extract.model_dump_json(),
        code=extract.code_digest(),
    )
