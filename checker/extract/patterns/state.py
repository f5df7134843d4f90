"""States that follow each other: "names were not released", "the road has reopened".

The lexicon lists, by what is in that state, how news puts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.extract.frame import Found, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.extract.syntax import patient_of, subject_of
from checker.lexicon import load
from checker.model.claim import Attribute
from checker.model.value import Term

if TYPE_CHECKING:
    from spacy.tokens import Token

ANY_WORDS = r"(?:[\w'’-]+\ ){0,6}"


def phrase_pattern(phrase: str) -> str:
    """The regular expression of a row of words as the lexicon writes it."""
    return "".join(_word(word) for word in phrase.split()) + r"(?<=\ )"


def _word(word: str) -> str:
    if word == "*":
        return ANY_WORDS
    choice = "|".join(re.escape(one) for one in word.rstrip("?").split("/"))
    return rf"(?:(?:{choice})\ )" + ("?" if word.endswith("?") else "")


# Kind of thing → its states, each with how it is put; matched on text whose words end in
# a space.
STATES: dict[str, list[tuple[str, re.Pattern[str]]]] = {
    kind: [
        (
            state,
            re.compile(
                r"(?<![\w-])(?:" + "|".join(map(phrase_pattern, table[state])) + ")",
                re.IGNORECASE,
            ),
        )
        for state in table["order"].split()
    ]
    for kind, table in load("states").items()
}
_BREAK = re.compile(r"[^\w'’-]")
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
    for kind, states in STATES.items():
        found = [
            (match.start(), match.end() - 1, state)
            for state, pattern in states
            for match in pattern.finditer(spaced)
        ]
        for start, end, state in found:
            if not any(a <= start and end <= b and b - a > end - start for a, b, _ in found):
                yield kind, state, start, end


def _anchor(passage: Passage, start: int, end: int) -> Token | None:
    """The word of a phrase that governs the others."""
    tokens = passage.doc.char_span(start, end, alignment_mode="expand")
    return tokens.root if tokens is not None else None


def _about(anchor: Token) -> Token | None:
    return (patient_of(anchor) or subject_of(anchor)) if anchor.pos_ in {"VERB", "AUX"} else anchor


PATTERN = Pattern("state", find)
