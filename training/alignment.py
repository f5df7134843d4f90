"""Fit the alignment of figures and of times on stories that readers marked.

    make train               or: .venv/bin/python training/alignment.py [--check]

Needs the shared corpora (CHECKER_CORPORA, or ../shared/corpora). Both models are checked
first with stories left out: seven groups, each scored by a model fitted on the others.
With --check nothing is written; else the tables of `lexicon/en/alignment.toml` are.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from benchmarks.corpora import corpora
from checker import lexicon
from checker.align.additive import Additive, Floats, probability
from training.boost import Recipe, as_table, fit_additive
from training.pairs import Labelled, label, read_marked

SETS = frozenset({"ecb", "news", "seeds"})
TABLES = {"figures": False, "times": True}
GROUPS = 7
# Pairs that agree on nothing are many: so many of a story are kept, at this weight in all.
MOST_PAIRS, STORY_WEIGHT = 600, 300.0
# The chance at which a pair is linked, written as one half. Pairs of a row support each
# other: with stories left out, half of the rows at this score were right, and each found
# about as much as it cost.
OPERATING = 0.24

DIRECTIONS = tomllib.loads(Path(__file__).with_name("directions.toml").read_text("utf-8"))
RISING = frozenset(DIRECTIONS["likeness"]["rises_with"])
FALLING = frozenset(DIRECTIONS["likeness"]["falls_with"])


def main() -> int:
    """Check both models, then write them; 2 where the corpora are missing."""
    arguments = _arguments()
    chosen = [corpus for corpus in corpora() if corpus.name in SETS and not corpus.missing]
    if not chosen:
        print("the shared corpora are not there; set CHECKER_CORPORA to their folder")
        return 2
    marked = [read_marked(corpus, story) for corpus in chosen for story in corpus.stories]
    models = {}
    for table, times in TABLES.items():
        pairs = [pair for story in marked for pair in label(story, times=times)]
        print(f"== {table}: {len(pairs)} pairs, {len(_rows_of(pairs))} gold rows")
        print("\n".join(cross_check(pairs)))
        models[table] = fit(pairs)
    if not arguments.check:
        _write(models)
    return 0


def fit(pairs: Sequence[Labelled]) -> Additive:
    """Fit one model to all pairs."""
    features = sorted({name for pair in pairs for name in pair.features})
    rows, labels, weights = _arrays(pairs, features)
    kept = _sample(pairs, labels)
    directions = [(name in RISING) - (name in FALLING) for name in features]
    model = fit_additive(rows[kept], labels[kept], weights[kept], features, directions, Recipe())
    shift = float(np.log(OPERATING / (1 - OPERATING)))
    return Additive(model.intercept - shift, model.features, model.bounds, model.steps)


def _arrays(pairs: Sequence[Labelled], features: Sequence[str]) -> tuple[Floats, Floats, Floats]:
    rows = np.array([[pair.features.get(name, 0.0) for name in features] for pair in pairs])
    labels = np.array([bool(pair.rows) for pair in pairs])
    of_row = Counter(row for pair in pairs for row in pair.rows[:1])
    of_story = Counter(pair.story for pair in pairs if not pair.rows)
    weights = [
        of_row[pair.rows[0]] ** -0.5
        if pair.rows
        else min(1.0, STORY_WEIGHT / of_story[pair.story])
        * max(1.0, of_story[pair.story] / MOST_PAIRS)
        for pair in pairs
    ]
    return rows, labels, np.array(weights)


def _sample(pairs: Sequence[Labelled], labels: Floats) -> np.ndarray:
    """All pairs that readers marked, and some of the others of each story."""
    chance = np.random.default_rng(0)
    kept = labels.astype(bool).copy()
    for story in sorted({pair.story for pair in pairs}):
        others = np.array([n for n, p in enumerate(pairs) if p.story == story and not p.rows])
        size = min(len(others), MOST_PAIRS)
        if size:
            kept[chance.choice(others, size, replace=False)] = True
    return kept


def cross_check(pairs: Sequence[Labelled]) -> list[str]:
    """Score every story by a model that has not seen its group; say what it ranks first."""
    stories = sorted({pair.story for pair in pairs})
    group = {story: n % GROUPS for n, story in enumerate(stories)}
    scores = np.zeros(len(pairs))
    for held in range(GROUPS):
        inside = np.array([group[pair.story] == held for pair in pairs])
        model = fit([pair for pair, held_out in zip(pairs, inside, strict=True) if not held_out])
        scores[inside] = score(model, [p for p, h in zip(pairs, inside, strict=True) if h])
    return _ranking(pairs, scores)


def score(model: Additive, pairs: Sequence[Labelled]) -> Floats:
    """The scores of a model on pairs."""
    rows = np.array([[pair.features.get(name, 0.0) for name in model.features] for pair in pairs])
    return probability(model.intercept + model.parts(rows).sum(axis=1))


def _ranking(pairs: Sequence[Labelled], scores: Floats) -> list[str]:
    """How many gold rows are found before so many false pairs (weighted) are."""
    order = np.argsort(-scores, kind="stable")
    of_story = Counter(pair.story for pair in pairs if not pair.rows)
    share = {story: min(1.0, STORY_WEIGHT / count) for story, count in of_story.items()}
    costs = np.array([0.0 if pair.rows else share[pair.story] for pair in pairs])
    spent = np.cumsum(costs[order])
    lines = []
    for most in (5, 10, 25, 50, 100, 200):
        first = order[: int(np.searchsorted(spent, most))]
        found = {row for n in first for row in pairs[n].rows}
        lines.append(f"  {most:4} false pairs: {len(found):3} rows, score {scores[first[-1]]:.2f}")
    return lines


def _rows_of(pairs: Sequence[Labelled]) -> set[str]:
    return {row for pair in pairs for row in pair.rows}


def _write(models: dict[str, Additive]) -> None:
    path = Path(lexicon.__file__).parent / "en" / "alignment.toml"
    kept = path.read_text(encoding="utf-8").partition("\n# Fitted by `make train`")[0].rstrip()
    lines = [kept, "", "# Fitted by `make train`: step, bound, step, bound … step, in log odds."]
    for table, model in sorted(models.items()):
        lines += ["", f"[{table}]"]
        rows = {name: f'"{row}"' for name, row in as_table(model).items()}
        rows["intercept"] = f"{model.intercept:.3f}"
        lines += [f"{name} = {rows[name]}" for name in sorted(rows)]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="score it, write nothing")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
