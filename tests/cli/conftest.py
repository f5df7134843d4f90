"""A run of the command line inside this process, with a stand-in for the language model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker import align, extract, rules
from checker.cli import main
from checker.engine import processes
from checker.extract.extraction import Extraction
from checker.model.claim import Attribute, Claim, Question
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Answer, Finding, Kind
from checker.model.source import Source
from checker.model.span import Span
from checker.model.value import Quantity


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def claim_number(source: Source) -> Claim:
    """Claim the first number of a document."""
    start = next(place for place, sign in enumerate(source.text) if sign.isdigit())
    end = start
    while end < len(source.text) and source.text[end].isdigit():
        end += 1
    words = source.text[start:end]
    return Claim(
        id=f"{source.id}:{start}",
        question=Question(attribute=Attribute.COUNT, subject="boat"),
        value=Quantity(text=words, low=float(words), high=float(words)),
        span=Span(source=source.id, start=start, end=end),
        words=words,
        sentence=Span(source=source.id, start=0, end=source.text.find(".") + 1),
        found_by="stand-in",
    )


@dataclass(frozen=True)
class StandInRule:
    """Reports every cluster as one question with an answer a figure."""

    code: str = "Q01"
    name: str = "figures-differ"
    family: str = "quantity"
    summary: str = "Figures that cannot both be true"
    explanation: str = "Figures that cannot both be true.\n\nConflict:\n    3 boats | 7 boats"
    confidence: float = 0.9

    def check(self, clusters, _sources):
        for cluster in clusters:
            by_words: dict[str, list[Claim]] = {}
            for claim in cluster.claims:
                by_words.setdefault(claim.words, []).append(claim)
            if len(by_words) < 2:
                continue
            yield Finding(
                code=self.code,
                family=self.family,
                key=cluster.key,
                question="How many: boat?",
                kind=Kind.CONFLICT,
                confidence=self.confidence,
                explanation=" ≠ ".join(by_words),
                answers=tuple(
                    Answer(value=words, normal=words, claims=tuple(same))
                    for words, same in by_words.items()
                ),
            )


@pytest.fixture
def rule() -> StandInRule:
    return StandInRule()


@pytest.fixture
def stand_ins(monkeypatch: pytest.MonkeyPatch, rule: StandInRule) -> None:
    """A document claims its first number, and one rule compares them: no language model."""

    def find_claims(sources: Sequence[Source], _options: object) -> Extraction:
        return Extraction(tuple(claim_number(each) for each in sources), (), "stand-in 1.0")

    def cluster(claims: Sequence[Claim], _options: object) -> tuple[ClaimCluster, ...]:
        whole = ClaimCluster(
            key="count|boat", attribute=Attribute.COUNT, claims=tuple(claims), likeness=1.0
        )
        return (whole,) if claims else ()

    monkeypatch.setattr(extract, "find_claims", find_claims)
    monkeypatch.setattr(extract, "describe_model", lambda _: "stand-in 1.0")
    monkeypatch.setattr(align, "cluster", cluster)
    monkeypatch.setattr(rules, "settle", tuple)
    monkeypatch.setattr(rules, "load_rules", lambda: (rule,))
    # Another process would know nothing of stand-ins.
    monkeypatch.setattr(processes, "cores", lambda: 1)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    tmp_path: Path,
    stand_ins: None,  # noqa: ARG001  (a fixture may not be marked to use another)
) -> Run:
    """Run `checker` in an empty folder, without a terminal."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CHECKER_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)

    def run_once(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["checker", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfdbinary.readouterr()
        return Done(int(left.value.code or 0), out.decode(), err.decode())

    return run_once


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Two documents that differ."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "left.txt").write_text("The harbour lost 3 boats in the storm.\n")
    (folder / "right.txt").write_text("A storm sank 7 boats, the harbour master said.\n")
    return folder
