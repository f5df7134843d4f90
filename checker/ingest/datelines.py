"""Where a text itself says when and where it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.ingest.furniture import Mark, plain
from checker.ingest.lines import Line
from checker.lexicon import load
from checker.model.value import Grain, Moment
from checker.values.moment import find_moments

_WORDS = frozenset(word for words in load("boilerplate")["dateline"].values() for word in words)
_OUTLETS = frozenset(
    name.casefold()
    for section in ("agencies", "outlets")
    for names in load("outlets")[section].values()
    for name in names
)

# A dateline stands at the top: title, byline, share buttons, then the date.
TOP_LINES = 12
LONGEST_DATELINE = 120
# How sure each place is; a byline's date may be of another edition, an agency's
# dateline often lacks its year.
ALONE, UNDER_BYLINE, AT_PLACE, IN_PARAGRAPH = 0.85, 0.75, 0.8, 0.6
FINE = frozenset({Grain.MINUTE, Grain.HOUR, Grain.DAYPART, Grain.DAY})
# "04/03/2019" is March or April.
AMBIGUOUS = 0.6

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?|\b\d{1,2}(?= ?[ap]\.?m\b)", re.IGNORECASE)
# "April 10, 2007-7:07AM"
_TIME_AFTER_YEAR = re.compile(r"(?<=\b\d{4})-(?=\d{1,2}:)")
_LETTERS = re.compile(r"[^\W\d_]+")
_REVISED = re.compile(r"\b(?:updated|modified|revised)\b", re.IGNORECASE)

# "RIVERTON, Ohio, March 4 (AP) — The council…"
_PARAGRAPH_DATELINE = re.compile(
    r"""
    (?P<place> [A-Z] [A-Z.'’/ -]{2,40} (?:, \s [A-Z] [\w.]{1,14} (?: \s [A-Z] [\w.]{1,14} )? )? )
    (?: ,? \s (?P<date> [A-Z] [a-z]{2,8} \.? \s \d{1,2} (?:, \s \d{4} )?
                      | \d{1,2} \s [A-Z] [a-z]{2,8} \.? (?: \s \d{4} )? ) )?
    (?: ,? \s? \( (?P<agency> [^()]{2,40} ) \) )?
    (?: \s? (?: — | – | -- ) \s* | \s - \s ) (?= ["“'‘A-Z] )
    """,
    re.VERBOSE,
)
_OUTLET_FIRST = re.compile(r"\((?P<agency>[A-Z][\w .-]{1,30})\)\s*(?:—|–|--|-)?\s*(?=[\"“'‘A-Z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Offsets of the stretch that is no story, and the moment read within it."""

    start: int
    end: int
    moment: Moment | None
    moment_start: int
    moment_end: int
    confidence: float


def find_date_line(lines: Sequence[Line], marks: Sequence[Mark]) -> int | None:
    """The index of the line near the top that holds a date and nothing else.

    A line that tells of a revision gives way to one that does not.
    """
    top = range(min(TOP_LINES, len(lines)))
    found = [i for i in top if _is_open(marks[i]) and read_date_line(lines[i]) is not None]
    first = [i for i in found if not _REVISED.search(lines[i].text)]
    return next(iter(first or found), None)


def read_date_line(line: Line) -> Dateline | None:
    """The date of a line that holds little else: "Posted Mon 4 Mar 2019 10:15 GMT"."""
    text = _TIME_AFTER_YEAR.sub(" ", plain(line.text))
    if not 6 <= len(text) <= LONGEST_DATELINE or not any(sign.isdigit() for sign in text):
        return None
    readings = [reading for reading in find_moments(text) if not reading.value.relative]
    dated = next((r for r in readings if r.value.first and r.value.grain in FINE), None)
    if dated is None:
        return None
    rest = text
    for reading in readings:
        rest = rest[: reading.start] + " " * (reading.end - reading.start) + rest[reading.end :]
    confidence = _sureness(text, rest)
    if confidence is None:
        return None
    start, end = line.text_start + dated.start, line.text_start + dated.end
    if dated.value.ambiguous:
        confidence *= AMBIGUOUS
    return Dateline(line.start, line.next, dated.value, start, end, confidence)


def find_paragraph_dateline(lines: Sequence[Line], marks: Sequence[Mark]) -> Dateline | None:
    """The dateline at the head of one of the first paragraphs."""
    prose = [
        i for i in range(min(TOP_LINES, len(lines))) if marks[i] in (Mark.PROSE, Mark.SENTENCE)
    ]
    for line in (lines[i] for i in prose[:3]):
        offset = line.text_start
        match = _PARAGRAPH_DATELINE.match(plain(line.text))
        if match and (match["date"] or _is_outlet(match["agency"]) or _is_capital(match["place"])):
            return _from_match(line, offset, match, match["date"])
        match = _OUTLET_FIRST.match(plain(line.text))
        if match and _is_outlet(match["agency"]):
            return _from_match(line, offset, match, None)
    return None


def _from_match(line: Line, offset: int, match: re.Match[str], date: str | None) -> Dateline:
    reading = next(iter(find_moments(date)), None) if date else None
    if reading is None:
        return Dateline(line.start, offset + match.end(), None, 0, 0, 0.0)
    start = offset + match.start("date")
    return Dateline(
        line.start,
        offset + match.end(),
        reading.value,
        start + reading.start,
        start + reading.end,
        IN_PARAGRAPH if reading.value.first is not None else IN_PARAGRAPH / 2,
    )


def _is_open(mark: Mark) -> bool:
    return mark in (Mark.SHORT, Mark.SENTENCE, Mark.BYLINE, Mark.FURNITURE, Mark.PROSE)


def _sureness(text: str, rest: str) -> float | None:
    """How sure a line is a dateline, by the words left beside its date; None for no."""
    left = [
        word for word in _LETTERS.findall(_CLOCK.sub(" ", rest)) if word.casefold() not in _WORDS
    ]
    if not left:
        return ALONE
    if text.startswith(("By ", "BY ")) and len(left) <= 8 and all(w[0].isupper() for w in left):
        return UNDER_BYLINE
    if len(left) <= 4 and all(word.isupper() for word in left):
        return AT_PLACE
    return None


def _is_outlet(name: str | None) -> bool:
    return name is not None and name.casefold() in _OUTLETS


def _is_capital(place: str) -> bool:
    """Say whether a place is in capitals: "LEEDS — The", but not "A-Levels - The"."""
    town = place.split(",", maxsplit=1)[0]
    return town.isupper() and sum(sign.isalpha() for sign in town) >= 4
