"""A corpus of as many documents as wanted, on disk, a folder a story; nothing of it is kept.

    .venv/bin/python -m benchmarks.speed.made FOLDER DOCUMENTS [--mix own=1,ecb=2,news=1]

Stories are our own prose (`own`) or, where the shared corpora are there, theirs told anew
with other names, places, days and figures (`ecb`, `news`). The same seed makes the same
corpus, and a smaller corpus is the beginning of a larger one.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.speed import own
from benchmarks.speed.retell import Retold
from benchmarks.speed.writing import Document

# Shares of documents by sort of story. Real prose is longer, and reads harder.
MIX: Mapping[str, float] = {"ecb": 2.0, "news": 1.0, "own": 1.0}
SEED = 1


@dataclass(frozen=True, slots=True)
class Story:
    """A made story: the name of its folder, and its documents."""

    name: str
    documents: tuple[Document, ...]


def made_stories(mix: Mapping[str, float] = MIX, seed: int = SEED) -> Iterator[Story]:
    """Make stories without end; a sort that is not there leaves its share to the others."""
    tellers = {sort: teller for sort in sorted(mix) if mix[sort] and (teller := _teller(sort))}
    written = dict.fromkeys(tellers, 0)
    rounds = dict.fromkeys(tellers, 0)
    for number in range(1, 1_000_000):
        sort = min(tellers, key=lambda sort: (written[sort] / mix[sort], sort))
        draw = random.Random(f"{seed}/{number}")
        documents = tellers[sort](rounds[sort], seed, draw)
        rounds[sort] += 1
        written[sort] += len(documents)
        yield Story(f"{number:06}-{sort}", tuple(documents))


def made_documents(
    count: int, mix: Mapping[str, float] = MIX, seed: int = SEED
) -> Iterator[tuple[str, Document]]:
    """The first documents of made stories, each with the name of its story."""
    each = (
        (story.name, document) for story in made_stories(mix, seed) for document in story.documents
    )
    return islice(each, count)


def write(folder: Path, count: int, mix: Mapping[str, float] = MIX, seed: int = SEED) -> Path:
    """Write a corpus of `count` documents into a folder and return it."""
    for story, document in made_documents(count, mix, seed):
        path = folder / story / document.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.text, encoding="utf-8")
    return folder


def read_mix(words: str) -> dict[str, float]:
    """Read "own=1,ecb=2"; raises ValueError for another sort."""
    shares = {
        name.strip(): float(share)
        for name, _, share in (p.partition("=") for p in words.split(","))
    }
    unknown = sorted(shares.keys() - MIX.keys())
    if unknown:
        raise ValueError(f"no sort of story is called {unknown[0]!r}: there are {', '.join(MIX)}")
    return shares


Teller = Callable[[int, int, random.Random], list[Document]]


def _teller(sort: str) -> Teller | None:
    """What tells the n-th story of a sort; nothing where the shared corpora are not there."""
    if sort == "own":
        kinds = own.kinds()
        return lambda number, seed, draw: own.tell(kinds[_turn(number, len(kinds), seed)], draw)
    retold = Retold(sort)
    size = len(retold.stories)
    if not size:
        return None
    return lambda number, seed, draw: retold.tell(_turn(number, size, seed), draw)


def _turn(number: int, size: int, seed: int) -> int:
    """Which of some comes n-th: all of them in a new order, again and again."""
    turn, place = divmod(number, size)
    order = list(range(size))
    random.Random(f"{seed}/turn {turn}").shuffle(order)
    return order[place]


def main() -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("documents", type=int)
    parser.add_argument("--mix", type=read_mix, default=MIX, help="shares by sort of story")
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.documents, arguments.mix, arguments.seed)


if __name__ == "__main__":
    main()
