"""The corpora, their gold sheets and the scorer, and how a story is checked for it."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from types import ModuleType

import checker
from checker.model.report import Report

ROOT = Path(__file__).resolve().parents[1]


def shared_corpora() -> Path:
    """The folder of the shared corpora: CHECKER_CORPORA, or beside the project."""
    return Path(os.environ.get("CHECKER_CORPORA", ROOT.parent / "shared" / "corpora"))


def scorer_path() -> Path:
    """The scorer lies beside the corpora."""
    return shared_corpora().parent / "eval" / "score.py"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Stories with gold sheets: `docs` has a folder a story, `gold` a sheet a story."""

    name: str
    docs: Path
    gold: Path

    @property
    def stories(self) -> tuple[str, ...]:
        """The stories that have a gold sheet, sorted."""
        return tuple(sorted(sheet.stem for sheet in self.gold.glob("*.json")))

    @property
    def missing(self) -> str:
        """Why it cannot be measured here; empty where it can."""
        for path in (scorer_path(), self.docs, self.gold):
            if not path.exists():
                return f"{path.name} is not there; set CHECKER_CORPORA to the folder of the corpora"
        return ""


def corpora() -> tuple[Corpus, ...]:
    """Our own demo story, the real five that it stands for, and stories of two data sets.

    The sheets of `ecb` are our own, those of `seeds` and `news` come with the corpora.
    """
    shared = shared_corpora()
    return (
        Corpus("demo", ROOT, ROOT / "tests" / "corpora" / "gold"),
        Corpus("seeds", shared / "seeds", shared / "seeds-gold"),
        Corpus("news", shared / "news", shared / "news-gold"),
        Corpus("ecb", shared / "ecb" / "docs", ROOT / "tests" / "corpora" / "gold-ecb"),
    )


def check_stories(corpus: Corpus) -> dict[str, Report]:
    """Check every story of a corpus in this process, so that the model loads once."""
    return {story: checker.check([corpus.docs / story]) for story in corpus.stories}


def score(
    corpus: Corpus, reports: dict[str, Report], folder: Path, show: bool = False
) -> tuple[dict[str, float], str]:
    """Score reports with the shared scorer; return its figures and what it printed."""
    for story, report in reports.items():
        (folder / f"{story}.json").write_text(scorable(report), encoding="utf-8")
    figures = folder / "figures.out"
    arguments = ["--gold", corpus.gold, "--docs", corpus.docs, "--reports", folder]
    printed = StringIO()
    before = sys.argv
    sys.argv = ["score", *map(str, arguments), "--json", str(figures), *(["--show"] * show)]
    try:
        with redirect_stdout(printed):
            load_scorer().main()
    finally:
        sys.argv = before
    return json.loads(figures.read_text(encoding="utf-8")), printed.getvalue()


def scorable(report: Report) -> str:
    """What the scorer reads of a report, as JSON."""
    return json.dumps({"discrepancies": [d.model_dump(mode="json") for d in report.discrepancies]})


def load_scorer() -> ModuleType:
    """Import the scorer from its file."""
    spec = importlib.util.spec_from_file_location("corpus_scorer", scorer_path())
    if spec is None or spec.loader is None:
        raise ImportError(f"{scorer_path()} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
