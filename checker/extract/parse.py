"""A parse as records of our own, read out of the language model's once a passage.

Patterns ask tens of questions of every word. The model's words are made anew at each
step from one to the next, and look their strings up at each question; these are made
once. They answer to the same names (`lemma_`, `dep_`, `head`, `children`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_COLUMNS = (
    "IDX",
    "LENGTH",
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "ENT_TYPE",
    "HEAD",
    "SENT_START",
    "IS_ALPHA",
    "IS_STOP",
    "LIKE_NUM",
    "IS_SPACE",
    "IS_PUNCT",
)
_SPELLED = ("LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")


@dataclass(slots=True, eq=False)
class Word:
    """A word in its place: `i` counts words, `idx` characters, from the passage's start.

    The root of a sentence is its own head; children are in the order of the text.
    """

    doc: Parse
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_alpha: bool
    is_stop: bool
    # Whether it is a word of matter, by itself: no number, no function word.
    is_content: bool
    # White space or punctuation.
    is_blank: bool
    children: list[Word]
    head: Word = field(init=False)

    @property
    def sent(self) -> Words:
        """The sentence that it stands in; one and the same for all of its words."""
        return self.doc.sentence_of(self)

    @property
    def subtree(self) -> Iterator[Word]:
        """The word and all that hangs on it."""
        before = True
        for child in self.children:
            if before and child.i > self.i:
                before = False
                yield self
            yield from child.subtree
        if before:
            yield self

    @property
    def left_edge(self) -> Word:
        """The first word of all that hangs on it."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> Word:
        """The last word of all that hangs on it."""
        return max(self.subtree, key=_place)


def _place(word: Word) -> int:
    return word.i


@dataclass(slots=True, eq=False)
class Words:
    """A row of words of a parse, from `start` up to and without `end`."""

    doc: Parse
    start: int
    end: int

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Words: ...
    def __getitem__(self, place: int | slice) -> Word | Words:
        if isinstance(place, int):
            return self.doc.words[self.start : self.end][place]
        first, last, _ = place.indices(len(self))
        return Words(self.doc, self.start + first, self.start + max(first, last))

    @property
    def start_char(self) -> int:
        """Where the first word begins."""
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the last word ends, without the space behind it."""
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they are written."""
        return self.doc.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def root(self) -> Word:
        """The word that the others hang on; the first that is nearest to the sentence's."""
        if len(self) == 1:
            return self.doc.words[self.start]
        heads = [w for w in self if not self.start <= w.head.i < self.end or w.head is w]
        return min(heads, key=_depth)


def _depth(word: Word) -> int:
    """How far a word is from the root of its sentence; stray marks are the last to govern."""
    if word.is_blank and not word.children and word.head is not word:
        return len(word.doc) - 1
    steps = 0
    while word.head is not word:
        word = word.head
        steps += 1
    return steps


@dataclass(slots=True, eq=False)
class Parse:
    """The words, sentences and entities of a passage."""

    text: str
    words: list[Word] = field(default_factory=list)
    sents: list[Words] = field(default_factory=list)
    ents: list[Words] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Words: ...
    def __getitem__(self, place: int | slice) -> Word | Words:
        if isinstance(place, int):
            return self.words[place]
        first, last, _ = place.indices(len(self.words))
        return Words(self, first, max(first, last))

    def sentence_of(self, word: Word) -> Words:
        """The sentence that a word stands in."""
        return self.sents[bisect_right(self._starts, word.i) - 1]

    def touched(self, start: int, end: int) -> Words | None:
        """The words of which some characters lie in a stretch; None outside the text."""
        first, last = self._word_at(start), self._word_at(end - 1)
        if first is None or last is None:
            return None
        # The space behind a word is none of it.
        begun = first.i + (start == first.idx + len(first.text))
        return Words(self, begun, last.i + 1)

    def inside(self, start: int, end: int) -> Words | None:
        """The words that lie in a stretch as a whole; None where there is none."""
        first, last = self._word_at(start), self._word_at(end - 1)
        if first is None or last is None:
            return None
        begun = first.i + (first.idx < start)
        ended = last.i + (last.idx + len(last.text) <= end)
        return Words(self, begun, ended) if begun < ended else None

    def _word_at(self, place: int) -> Word | None:
        """The word that a character is of, or that the space there stands behind."""
        if not 0 <= place < len(self.text):
            return None
        return self.words[bisect_right(self._places, place) - 1]


def read_parse(doc: Doc) -> Parse:
    """Read all that patterns ask for out of what the language model made."""
    columns = dict(zip(_COLUMNS, doc.to_array(_COLUMNS).astype("int64").T.tolist(), strict=True))
    spellings = _spellings(doc.vocab.strings)
    for name in _SPELLED:
        columns[name] = [spellings[key] for key in columns[name]]
    parse = Parse(doc.text)
    parse._places = columns["IDX"]
    parse.words = list(_words(parse, columns))
    for word, step in zip(parse.words, columns["HEAD"], strict=True):
        word.head = parse.words[word.i + step]
        if step:
            word.head.children.append(word)
    begun = [i for i, sign in enumerate(columns["SENT_START"]) if sign == 1 or i == 0]
    parse._starts = begun
    parse.sents = [Words(parse, *ends) for ends in pairwise([*begun, len(parse.words)])]
    parse.ents = [Words(parse, entity.start, entity.end) for entity in doc.ents]
    return parse


def _words(parse: Parse, columns: dict[str, list[Any]]) -> Iterator[Word]:
    text = parse.text
    for i, row in enumerate(zip(*columns.values(), strict=True)):
        idx, length, lemma, pos, tag, dep, entity, _, _, alpha, stop, number, space, mark = row
        own = text[idx : idx + length]
        content = bool(alpha and pos in CONTENT and not stop and not number)
        yield Word(
            parse,
            i,
            idx,
            own,
            own.lower(),
            lemma,
            pos,
            tag,
            dep,
            entity,
            bool(alpha),
            bool(stop),
            content,
            bool(space or mark),
            [],
        )


class _Spellings(dict[int, str]):
    """The strings of a model by their keys, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, key: int) -> str:
        # The model's keys are unsigned.
        self[key] = spelled = str(self.strings[key % 2**64])
        return spelled


@lru_cache(maxsize=4)
def _spellings(strings: StringStore) -> _Spellings:
    return _Spellings(strings)
