"""Quotations: the words in quotation marks and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.extract.attribution import SAYING, speaker_of
from checker.extract.frame import LONGEST_WORDS, Found, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.model.claim import Attribute
from checker.model.value import Quote

if TYPE_CHECKING:
    from checker.extract.parse import Word

# A mark opens a quotation where no word or stop clings to it on the left: in `"We go," Ida
# said. "We stay."` the second mark closes. `Ida said."We stay"` lacks a space.
_QUOTED = re.compile(
    r"""(?: “ | (?: (?<![^\s(\[—–-]) | (?<=[.,:;!?]) (?=["][A-Z]) ) ["] ) (?=\S)
    (?P<double> [^“”"]{8,600} ) (?: [”"] | $ )""",
    re.VERBOSE,
)
# British papers quote with single marks; an apostrophe inside a word is none.
_SINGLE = re.compile(r"(?<!\w)'(?P<single>[^'\n]{8,300}(?:'\w[^'\n]{0,200}){0,6})'(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Two quoted words are a label ("safe and sound"), not yet somebody's sentence.
FEWEST_WORDS = 3


def find(passage: Passage) -> Iterator[Found]:
    """Yield quotations of three words and more."""
    text = passage.text
    pattern = _QUOTED if '"' in text else _SINGLE
    for match in pattern.finditer(_with_marks(passage)):
        start, end = match.span(match.lastgroup or 0)
        words = quoted_words(text[start:end])
        if len(words) < FEWEST_WORDS:
            continue
        tokens = passage.doc.inside(start, end)
        if tokens is None or len(tokens) == 0:
            continue
        frame = frame_of(tokens.root, None, passage)
        speaker = _speaker(tokens[0], tokens[-1], passage)
        found = Found(
            Attribute.QUOTE,
            Quote(text=text[start:end], words=words),
            start,
            min(end, start + LONGEST_WORDS),
            frame,
            PATTERN.name,
            tokens[0],
        )
        yield _spoken(found, speaker)


def _with_marks(passage: Passage) -> str:
    """The text with its curly marks, which tell an opening one from a closing one."""
    written = passage.source.text[passage.start : passage.start + len(passage.text)]
    if "“" not in written or len(written) != len(passage.text):
        return passage.text
    return "".join(w if w in "“”" else p for w, p in zip(written, passage.text, strict=True))


def quoted_words(text: str) -> tuple[str, ...]:
    """The words of a quotation, lower case, without punctuation."""
    return tuple(match.group().lower() for match in _WORD.finditer(text))


def _speaker(first: Word, last: Word, passage: Passage) -> str:
    """Who says it: the subject of the nearest verb of saying outside the marks."""
    doc = passage.doc
    window = range(max(0, first.i - 25), min(len(doc), last.i + 26))
    verbs = [
        doc[i]
        for i in window
        if not first.i <= i <= last.i and doc[i].pos_ == "VERB" and doc[i].lemma_ in SAYING
    ]
    ranked = sorted(verbs, key=lambda t: (min(abs(t.i - first.i), abs(t.i - last.i)), t.i))
    for verb in ranked:
        speaker = speaker_of(verb, passage)
        if speaker:
            return speaker
    return ""


def _spoken(found: Found, speaker: str) -> Found:
    frame = replace(found.frame, agent=speaker, said_by=(speaker,) if speaker else ())
    return replace(found, frame=frame)


PATTERN = Pattern("quote", find)
