"""The bare parser: the language model as its package loads it, over paragraphs, keeping nothing.

It is not loaded by the program, which may make its own faster: what is promised is held
against what anybody gets who loads the model and parses.
"""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from checker import ingest
from checker.extract.parser import KNOWN_MODELS
from checker.extract.passage import find_stretches
from checker.extract.reader import BATCH
from checker.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language


@lru_cache(maxsize=1)
def load_bare() -> Language:
    """Load the model that the program would take, as its package does."""
    package = next(name for name in KNOWN_MODELS if find_spec(name) is not None)
    return importlib.import_module(package).load()


def parse(texts: Sequence[str]) -> None:
    """Parse texts in the batches of the program, and keep nothing."""
    for _ in load_bare().pipe(texts, batch_size=BATCH):
        pass


def parse_shared(texts: Sequence[str], jobs: int) -> None:
    """Parse texts in several processes, which load the model and get their share."""
    workers = [
        multiprocessing.get_context("spawn").Process(target=parse, args=(texts[n::jobs],))
        for n in range(jobs)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def texts_of(folder: Path) -> list[str]:
    """The paragraphs that a run over some documents would parse."""
    sources, _ = ingest.read_all([folder], Settings().ingest)
    return [stretch.plain for source in sources for stretch in find_stretches(source)]
