"""The two shapes of a rule: one that judges pairs of claims, one that reads a whole story."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Answer, Finding, Kind, Verdict
from checker.model.source import Source
from checker.rules.answers import answers_of
from checker.rules.question import ask

Judge = Callable[[Claim, Claim, Any], Verdict | None]
StoryCheck = Callable[[Sequence[ClaimCluster], Sequence[Source], Any], Iterator[Finding]]

# Where several kinds of difference meet in one row, the gravest names it.
GRAVITY = (Kind.CONFLICT, Kind.UPDATE, Kind.IMPRECISION, Kind.WORDING)


class Rule(Protocol):
    """What the run asks of a rule."""

    @property
    def code(self) -> str:
        """Unique, never used again."""

    @property
    def name(self) -> str:
        """A few words with hyphens."""

    @property
    def family(self) -> str:
        """The family of the gold sheets."""

    @property
    def summary(self) -> str:
        """The first line of the documentation."""

    @property
    def explanation(self) -> str:
        """The whole documentation."""

    def check(
        self, clusters: Sequence[ClaimCluster], sources: Sequence[Source]
    ) -> Iterator[Finding]:
        """Yield what the rule objects to."""


@dataclass(frozen=True)
class _Documented:
    """A rule's documentation is the docstring of the module that defines its function."""

    code: str
    name: str
    family: str

    @property
    def function(self) -> Callable[..., Any]:
        raise NotImplementedError

    @cached_property
    def explanation(self) -> str:
        module = inspect.getmodule(self.function)
        return inspect.getdoc(module) or ""

    @property
    def summary(self) -> str:
        return self.explanation.partition("\n")[0].rstrip(".")


@dataclass(frozen=True)
class PairRule(_Documented):
    """Compares the claims of a cluster two by two and reports the answers that clash.

    `attributes` are the questions it looks at. `judge` is pure and symmetric. Claims
    share an answer where their values have one normal form; a row holds all answers
    of which at least one pair was objected to.
    """

    attributes: frozenset[Attribute]
    judge: Judge
    options: Any = None

    @property
    def function(self) -> Callable[..., Any]:
        """The function whose module documents the rule."""
        return self.judge

    def check(
        self, clusters: Sequence[ClaimCluster], _sources: Sequence[Source]
    ) -> Iterator[Finding]:
        """Yield a finding for every cluster with answers that cannot both stand."""
        for cluster in clusters:
            if cluster.attribute in self.attributes and len(cluster.claims) > 1:
                finding = self._compare(cluster)
                if finding is not None:
                    yield finding

    def _compare(self, cluster: ClaimCluster) -> Finding | None:
        answers = answers_of(cluster.claims)
        verdicts, clashing = self._verdicts(answers)
        if not verdicts:
            return None
        shown = tuple(answers[i] for i in sorted(clashing))
        gravest = min(verdicts, key=lambda v: (GRAVITY.index(v.kind), -v.confidence, v.reason))
        return Finding(
            code=self.code,
            family=self.family,
            key=cluster.key,
            question=ask(cluster.attribute, [a.claims[0] for a in shown]),
            kind=gravest.kind,
            confidence=round(gravest.confidence * cluster.likeness, 3),
            explanation=_explained(gravest.reason, cluster.why),
            answers=shown,
        )

    def _verdicts(self, answers: Sequence[Answer]) -> tuple[list[Verdict], set[int]]:
        verdicts: list[Verdict] = []
        clashing: set[int] = set()
        for i, left in enumerate(answers):
            for j in range(i + 1, len(answers)):
                verdict = self.judge(left.claims[0], answers[j].claims[0], self.options)
                if verdict is not None:
                    verdicts.append(verdict)
                    clashing |= {i, j}
        return verdicts, clashing


def _explained(reason: str, why: str) -> str:
    """What differs, and why the claims are taken to answer one question."""
    return f"{reason}; one question by: {why}" if why else reason


@dataclass(frozen=True)
class StoryRule(_Documented):
    """Reads all clusters and sources of a story at once: copies, totals, datelines."""

    story: StoryCheck
    options: Any = field(default=None)

    @property
    def function(self) -> Callable[..., Any]:
        """The function whose module documents the rule."""
        return self.story

    def check(
        self, clusters: Sequence[ClaimCluster], sources: Sequence[Source]
    ) -> Iterator[Finding]:
        """Yield what the rule objects to in the whole story."""
        yield from self.story(clusters, sources, self.options)
