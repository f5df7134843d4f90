"""Stories of the shared corpora told anew: other names, places, days and figures.

Within a made story the same word is always replaced by the same word, and figures and
days are moved alike, so that papers that disagreed still do and those that agreed agree.
Two made stories of one original differ in all that. Names are found with the language
model, once for each original; nothing of an original is kept on disk.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpora import shared_corpora
from benchmarks.speed.names import Names
from benchmarks.speed.shifts import Shift
from benchmarks.speed.writing import MONTHS, WEEKDAYS, Document
from checker.extract.parser import load_parser

if TYPE_CHECKING:
    from spacy.tokens import Doc

FOLDERS = {"ecb": "ecb/docs", "news": "news"}
SUFFIXES = frozenset({".md", ".txt"})
# What entities of the model are replaced by; days, sums and works of art are left alone.
SORTS = {"PERSON": "surname", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "firm"}
UNTOUCHED = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
SHORTEST_NAME = 2
ENDINGS = ("s", "es", "d", "ed", "ing")

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"\A---\n(?P<lines>.*?)^---\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Original:
    """A story of the shared corpora: its documents as they are, in the order of their names."""

    name: str
    documents: tuple[Document, ...]


def originals(sort: str) -> list[Original]:
    """The stories of `ecb` or `news`, sorted; none where the corpora are not there."""
    root = shared_corpora() / FOLDERS[sort]
    folders = sorted(path for path in root.iterdir() if path.is_dir()) if root.is_dir() else []
    return [Original(folder.name, tuple(_documents(folder))) for folder in folders]


def retell(original: Original, names: Mapping[str, str], draw: random.Random) -> list[Document]:
    """Tell a story anew; `names` are the words of its names and what sort each is of."""
    others, shift = Names(draw), Shift(draw, [document.text for document in original.documents])
    words = {word: _other(sort, others) for word, sort in sorted(names.items())}
    return [
        _retold(number, document, words, shift, others)
        for number, document in enumerate(original.documents, 1)
    ]


def find_names(original: Original, common: frozenset[str]) -> dict[str, str]:
    """The words of a story's names, in lower case, and what sort each mostly is of.

    `common` are words that stand somewhere in lower case: "police" and "university" are
    parts of names, and stay.
    """
    model = load_parser("auto")
    texts = (document.text for document in original.documents)
    sorts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in model.pipe(texts, disable=list(UNUSED)):
        for word, sort in _name_words(doc):
            if not is_common(word, common):
                sorts[word][sort] += 1
    return {word: min(found, key=lambda s: (-found[s], s)) for word, found in sorts.items()}


def common_words(stories: Iterable[Original]) -> frozenset[str]:
    """The words that stand in lower case somewhere in some stories."""
    texts = (document.text for story in stories for document in story.documents)
    return frozenset(
        match[0] for text in texts for match in _WORD.finditer(text) if match[0].islower()
    )


def is_common(word: str, common: frozenset[str]) -> bool:
    """Say whether a word is no name of its own, whatever capitals it has in a headline.

    "Gang Leader Confesses": "confessed" stands elsewhere in lower case.
    """
    if len(word) < SHORTEST_NAME or word in common or word in UNTOUCHED:
        return True
    stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    return any(stem + ending in common for stem in stems for ending in ("", "e", *ENDINGS))


def _name_words(doc: Doc) -> Iterator[tuple[str, str]]:
    for entity in doc.ents:
        sort = SORTS.get(entity.label_)
        if sort is None:
            continue
        words = [match[0] for match in _WORD.finditer(entity.text) if match[0][0].isupper()]
        for place, word in enumerate(words):
            first_of_many = sort == "surname" and place < len(words) - 1
            yield word.lower(), "given" if first_of_many else sort


def _other(sort: str, names: Names) -> str:
    makers: dict[str, Callable[[], str]] = {
        "given": names.given,
        "surname": names.surname,
        "place": names.place,
        "firm": names.firm,
    }
    return makers[sort]()


def _retold(
    number: int, document: Document, words: Mapping[str, str], shift: Shift, names: Names
) -> Document:
    head, body = _with_other_paper(document.text, names)
    text = _renamed(shift.move(head), words) + _renamed(shift.move(body), words)
    return Document(f"paper-{number:02}{Path(document.name).suffix}", text)


def _with_other_paper(text: str, names: Names) -> tuple[str, str]:
    """The head with another publisher and no address, and what follows it."""
    head = _HEAD.match(text)
    if head is None:
        return "", text
    lines = [
        f"publisher: {names.paper()}" if line.startswith("publisher:") else line
        for line in head["lines"].splitlines()
        if not line.startswith("url:")
    ]
    return "\n".join(("---", *lines, "---", "")), text[head.end() :]


def _renamed(text: str, words: Mapping[str, str]) -> str:
    def put(match: re.Match[str]) -> str:
        word = match[0]
        other = words.get(word.lower()) if word[0].isupper() else None
        if other is None:
            return word
        return other.upper() if word.isupper() and len(word) > 1 else other

    return _WORD.sub(put, text)


def _documents(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.iterdir()):
        if path.suffix in SUFFIXES:
            yield Document(path.name, path.read_text(encoding="utf-8"))


class Retold:
    """The originals of one sort, with the names that were found in each so far."""

    def __init__(self, sort: str) -> None:
        self.stories: Sequence[Original] = originals(sort)
        self._names: dict[int, dict[str, str]] = {}

    def tell(self, number: int, draw: random.Random) -> list[Document]:
        """Tell one of the originals anew."""
        if number not in self._names:
            self._names[number] = find_names(self.stories[number], _common())
        return retell(self.stories[number], self._names[number], draw)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return common_words(story for sort in FOLDERS for story in originals(sort))
