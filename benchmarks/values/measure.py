"""Run checker's own parser over the cases and count on which of them it agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.values.answer import Answer
from benchmarks.values.answers import expected_answer, found_answers
from benchmarks.values.cases import MODELS, Case, read_cases
from benchmarks.values.kinds import LEFT_OUT, Kind, kind_of
from checker.values.scan import find_values


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case: what was expected and found, whether they agree, why it may be left out."""

    case: Case
    expected: tuple[Answer, ...]
    found: tuple[Answer, ...]
    kind: Kind | None

    @property
    def agrees(self) -> bool:
        """Every expected value is found, in its place, and nothing else of the model's sort."""
        return len(self.expected) == len(self.found) and all(
            left.agrees(right) for left, right in zip(self.expected, self.found, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Share:
    """Cases that agree, of how many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """The share that agrees; 0 where there are none."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares of all cases and of the kinds that news uses, by model and together."""

    outcomes: tuple[Outcome, ...]

    def of_all(self, model: str = "") -> Share:
        """Of all cases of a model, or of all models."""
        return _share(self._of(model))

    def of_news(self, model: str = "") -> Share:
        """Of the cases whose kind news uses."""
        return _share(outcome for outcome in self._of(model) if outcome.kind is None)

    @property
    def kept(self) -> float:
        """The share of all cases whose kind news uses."""
        return self.of_news().of / max(self.of_all().of, 1)

    def left_out(self) -> list[tuple[Kind, Share]]:
        """The kinds that are left out, with the cases that each takes and gets right."""
        taken = Counter(outcome.kind.name for outcome in self.outcomes if outcome.kind)
        right = Counter(
            outcome.kind.name for outcome in self.outcomes if outcome.kind and outcome.agrees
        )
        return [(kind, Share(right[kind.name], taken[kind.name])) for kind in LEFT_OUT]

    def as_json(self) -> dict[str, object]:
        """Everything but the cases themselves."""
        return {
            "all": _plain(self.of_all()),
            "news": _plain(self.of_news()),
            "kept": round(self.kept, 4),
            "models": {
                model: {"all": _plain(self.of_all(model)), "news": _plain(self.of_news(model))}
                for model in MODELS
            },
            "left_out": [
                {"kind": kind.name, "reason": kind.reason, **_plain(share)}
                for kind, share in self.left_out()
            ],
        }

    def _of(self, model: str) -> Iterable[Outcome]:
        return (outcome for outcome in self.outcomes if model in {"", outcome.case.model})


def measure() -> Measured:
    """Read all cases and run the parser on each."""
    return Measured(tuple(map(_outcome, read_cases())))


def _outcome(case: Case) -> Outcome:
    found = [
        answer
        for reading in find_values(case.text, case.base)
        for answer in found_answers(case.model, case.text, reading)
    ]
    expected = [expected_answer(case.model, value) for value in case.expected]
    return Outcome(case, tuple(expected), tuple(found), kind_of(case))


def _share(outcomes: Iterable[Outcome]) -> Share:
    verdicts = [outcome.agrees for outcome in outcomes]
    return Share(sum(verdicts), len(verdicts))


def _plain(share: Share) -> dict[str, float]:
    return {"right": share.right, "of": share.of, "share": round(share.share, 4)}
