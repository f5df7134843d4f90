"""What the candidate pairs of alignment lose against comparing every claim with every other.

    make blocking            or: .venv/bin/python benchmarks/blocking.py

On news: the rows that a reader is shown, and those of the gold sheets that must be found,
with candidates and with all pairs of one attribute. On ecb: of the pairs of sentences of
two documents that tell one event (the gold chains), how many have a pair of claims among
the candidates: of those that all pairs put together, and of all that could be. On both:
how many pairs are compared. The figures go to `benchmarks/results/blocking.json`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import asdict, dataclass, field
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import checker
from benchmarks.chains import BY_KEY, Chains, Pairs, Places, put_together, read_chains
from benchmarks.corpora import ROOT, Corpus, corpora, load_scorer
from checker.align import AlignOptions
from checker.align.blocking import all_pairs, candidate_pairs
from checker.align.side import Side, read_sides
from checker.align.story import read_story
from checker.model.discrepancy import Severity
from checker.model.report import Report
from checker.review import visible
from checker.settings import Settings

RESULTS = ROOT / "benchmarks" / "results" / "blocking.json"
MOST_ROWS_LOST = 1
MOST_SHARE_LOST = 0.02
ALL = Settings(align=AlignOptions(exhaustive=True))


@dataclass(slots=True)
class Kept:
    """How much of something all pairs have, and how much of that the candidates have."""

    all: int = 0
    kept: int = 0

    def count(self, everything: Set[object], kept: Set[object]) -> None:
        """Add what one story has."""
        self.all += len(everything)
        self.kept += len(everything & kept)

    @property
    def lost(self) -> int:
        """How much the candidates have not."""
        return self.all - self.kept

    @property
    def share_lost(self) -> float:
        """The same as a share (0–1)."""
        return self.lost / self.all if self.all else 0.0


@dataclass(slots=True)
class Losses:
    """What one corpus loses. `pairs` are all pairs and those among the candidates."""

    pairs: Kept = field(default_factory=Kept)
    rows: Kept = field(default_factory=Kept)
    must: Kept = field(default_factory=Kept)
    put_together: Kept = field(default_factory=Kept)
    comparable: Kept = field(default_factory=Kept)


def main() -> int:
    """Print what is lost; 1 where it is too much, 2 where no corpus could be measured."""
    present = [c for c in corpora() if c.name in {"news", "ecb"} and not c.missing]
    found = {corpus.name: measure(corpus) for corpus in present}
    for name, losses in found.items():
        print("\n".join(table(name, losses)))
    if not found:
        print("the shared corpora are not there; set CHECKER_CORPORA to their folder")
        return 2
    figures = {name: asdict(losses) for name, losses in found.items()}
    RESULTS.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return int(any(_is_too_much(losses) for losses in found.values()))


def measure(corpus: Corpus) -> Losses:
    """Check every story of a corpus in both ways."""
    losses = Losses()
    chains = read_chains() if corpus.name == "ecb" else None
    for folder in sorted(path for path in corpus.docs.iterdir() if path.is_dir()):
        some, every = checker.check([folder]), checker.check([folder], ALL)
        sides = _sides(some)
        _count_pairs(losses, sides)
        if chains is not None:
            _count_chains(losses, chains, folder.name, every, sides)
        if folder.name in corpus.stories:
            losses.rows.count(_shown(every), _shown(some))
            losses.must.count(*(_found(corpus, folder.name, told) for told in (every, some)))
    return losses


def table(name: str, losses: Losses) -> list[str]:
    """What is lost, a line a measure."""
    told = {
        "pairs compared": losses.pairs,
        "rows shown": losses.rows,
        "gold rows that must be found": losses.must,
        "chain pairs put together": losses.put_together,
        "chain pairs that could be": losses.comparable,
    }
    lines = [f"== {name}", f"{'':30} {'all pairs':>10} {'candidates':>10} {'lost':>8}"]
    for what, kept in told.items():
        if kept.all:
            lost = f"{kept.lost} ({kept.share_lost:.1%})"
            lines.append(f"{what:30} {kept.all:10} {kept.kept:10} {lost:>8}")
    return lines


def _is_too_much(losses: Losses) -> bool:
    return (
        max(losses.rows.lost, losses.must.lost) > MOST_ROWS_LOST
        or losses.put_together.share_lost >= MOST_SHARE_LOST
    )


def _sides(report: Report) -> Sequence[Side]:
    compared = [c for c in report.claims if c.question.attribute not in BY_KEY]
    return read_sides(compared, read_story(report.claims))


def _count_pairs(losses: Losses, sides: Sequence[Side]) -> None:
    losses.pairs.all += sum(1 for _ in all_pairs(sides))
    losses.pairs.kept += sum(1 for _ in candidate_pairs(sides))


def _count_chains(
    losses: Losses, chains: Chains, story: str, report: Report, sides: Sequence[Side]
) -> None:
    places = Places(report)
    belong, told = chains.of(story, report, places)
    sentences = [places.of(side.claim) for side in sides]
    met = {tuple(sorted((sentences[a], sentences[b]))) for a, b in candidate_pairs(sides)}
    losses.put_together.count(put_together(report, places, told) & belong, met)
    losses.comparable.count(_comparable(belong, sentences, sides), met)


def _comparable(pairs: Pairs, sentences: Sequence[object], sides: Sequence[Side]) -> Pairs:
    """Those pairs of sentences that give an answer each to some one attribute."""
    asked: dict[object, set[str]] = defaultdict(set)
    for sentence, side in zip(sentences, sides, strict=True):
        asked[sentence].add(side.attribute.value)
    return {(left, right) for left, right in pairs if asked[left] & asked[right]}


def _shown(report: Report) -> set[object]:
    """The fingerprints of the rows that are shown without asking for notes."""
    return {row.fingerprint for row in visible(report, Severity.WARNING).discrepancies}


def _found(corpus: Corpus, story: str, report: Report) -> set[object]:
    """The gold rows that must be found and are, by number."""
    scorer = load_scorer()
    sheet = scorer.Cluster(corpus.gold / f"{story}.json", corpus.docs)
    rows = [row.model_dump(mode="json") for row in visible(report, Severity.WARNING).discrepancies]
    told = [[sheet.counted(version) for version in row["versions"]] for row in rows]
    return {
        number
        for number, gold in enumerate(sheet.gold)
        if gold["kind"] in scorer.MUST
        and any(
            2 <= len(versions) <= scorer.MOST_VERSIONS and sheet.meets(versions, gold["places"])
            for versions in told
        )
    }


if __name__ == "__main__":
    sys.exit(main())
