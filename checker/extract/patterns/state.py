"""States that follow each other: "names were not released", "the road has reopened".

The lexicon lists, by what is in that state, how news puts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.extract.frame import Found, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.syntax import patient_of, subject_of
from checker.lexicon import load
from checker.model.claim import Attribute
from checker.model.value import Term

if TYPE_CHECKING:
    from checker.extract.parse import Word

ANY_WORDS = r"(?:[\w'’-]+\ ){0,6}"


def phrase_pattern(phrase: str) -> str:
    """The regular expression of a row of words as the lexicon writes it."""
    return "".join(_word(word) for word in phrase.split()) + r"(?<=\ )"


def _word(word: str) -> str:
    if word == "*":
        return ANY_WORDS
    choice = "|".join(re.escape(one) for one in word.rstrip("?").split("/"))
    return rf"(?:(?:{choice})\ )" + ("?" if word.endswith("?") else "")


def telling_words(phrase: str) -> list[str]:
    """The words of which a text must have one if it has the phrase: where they are longest.

    "has/have not been formally? charged": without "charged" there is nothing to look for.
    """
    places = [word.split("/") for word in phrase.split() if word != "*" and word[-1] != "?"]
    return max(places, key=lambda words: min(map(len, words)))


@dataclass(frozen=True, slots=True)
class State:
    """A state with how it is put, matched on text whose words end in a space."""

    name: str
    put: re.Pattern[str]
    telling: frozenset[str]


def _state(name: str, phrases: Iterable[str]) -> State:
    ways = "|".join(map(phrase_pattern, phrases))
    put = re.compile(rf"(?<![\w-])(?:{ways})", re.IGNORECASE)
    return State(name, put, frozenset(word for each in phrases for word in telling_words(each)))


# Kind of thing → its states.
STATES: dict[str, list[State]] = {
    kind: [_state(name, table[name]) for name in table["order"].split()]
    for kind, table in load("states").items()
}
_TELLING = frozenset(word for states in STATES.values() for each in states for word in each.telling)
_BREAK = re.compile(r"[^\w'’-]")
_APOSTROPHE = re.compile(r"['’]")
_STOP = re.compile(r"[.,;:!?()\"]")


def find(passage: Passage) -> Iterator[Found]:
    """Yield the states of a passage, kind by kind."""
    # A phrase may end at a stop ("has reopened.") but not run over one.
    text = passage.text + " "
    spaced = _BREAK.sub(" ", text)
    for kind, state, start, end in _longest(spaced):
        anchor = _anchor(passage, start, end)
        if anchor is None or _STOP.search(text, start, end):
            continue
        yield Found(
            Attribute.ACTION,
            Term(text=passage.text[start:end], head=state, words=(kind,)),
            start,
            end,
            frame_of(anchor, _about(anchor), passage),
            PATTERN.name,
            anchor,
        )


def _longest(spaced: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield the states with their places; "nobody has claimed it" holds no "claimed it"."""
    words = _words(spaced) & _TELLING
    if not words:
        return
    for kind, states in STATES.items():
        found = [
            (match.start(), match.end() - 1, state.name)
            for state in states
            if not state.telling.isdisjoint(words)
            for match in state.put.finditer(spaced)
        ]
        for start, end, state in found:
            if not any(a <= start and end <= b and b - a > end - start for a, b, _ in found):
                yield kind, state, start, end


def _words(spaced: str) -> Set[str]:
    """The words of a text; what follows an apostrophe may be one: "'closed for good'"."""
    words = set(spaced.lower().split())
    cut = {rest for word in words for rest in _after_apostrophes(word)}
    return words | cut


def _after_apostrophes(word: str) -> Iterator[str]:
    return (word[match.end() :] for match in _APOSTROPHE.finditer(word))


def _anchor(passage: Passage, start: int, end: int) -> Word | None:
    """The word of a phrase that governs the others."""
    tokens = passage.doc.touched(start, end)
    return tokens.root if tokens is not None else None


def _about(anchor: Word) -> Word | None:
    return (patient_of(anchor) or subject_of(anchor)) if anchor.pos_ in {"VERB", "AUX"} else anchor


PATTERN = Pattern("state", find)
