"""Made stories in our own words (`kinds.toml`): several papers, that now and then disagree."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.speed.names import Names
from benchmarks.speed.writing import MONTHS, WEEKDAYS, Document, in_figures, in_words, ordinal

TABLE = Path(__file__).with_name("kinds.toml")
FEWEST_PAPERS, MOST_PAPERS = 3, 8
# Chance that a paper has another figure, or another day, than the others.
OTHER_FIGURE, OTHER_DAY = 0.12, 0.06
# Chance that a paper tells a thing at all.
TOLD = 0.85
EARLIEST, LATEST = date(2005, 1, 1), date(2024, 12, 31)

# "${price} billion", "{goals}-{other}" and "{share} percent" want figures, "{dead} people"
# may have a word, "{games}th" wants the ending that fits.
_SLOT = re.compile(r"(?P<before>[$-]?)\{(?P<name>\w+)\}(?P<th>th\b)?")
_FIGURES_ONLY = re.compile(r"-\{|,000| percent| million| billion| mph")


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened: names and figures of one story, and its day."""

    names: Mapping[str, str]
    figures: Mapping[str, int]
    day: date


def kinds() -> tuple[str, ...]:
    """The kinds of story that there is prose for, sorted."""
    return tuple(sorted(_table()))


def tell(kind: str, draw: random.Random) -> list[Document]:
    """Make up a story and tell it as its papers do."""
    prose, names = _table()[kind], Names(draw)
    facts = _facts(prose["figures"], names, draw)
    papers = draw.randint(FEWEST_PAPERS, MOST_PAPERS)
    return [_paper(n, prose, facts, names.paper(), draw) for n in range(1, papers + 1)]


def _facts(figures: Mapping[str, list[int]], names: Names, draw: random.Random) -> Facts:
    told = {
        "town": names.place(),
        "town2": names.place(),
        "river": names.place(),
        "country": names.country(),
        "company": names.firm(),
        "company2": names.firm(),
    }
    for person in ("one", "two", "three"):
        given, surname = names.person()
        told |= {person: f"{given} {surname}", f"{person}_last": surname}
    day = EARLIEST + timedelta(days=draw.randrange((LATEST - EARLIEST).days))
    told["clock"] = f"{draw.randint(1, 12)}:{draw.randrange(0, 60, 5):02} {draw.choice('ap')}.m."
    told["month"] = MONTHS[(day - timedelta(days=draw.randint(40, 200))).month - 1]
    told["year"] = str(day.year - draw.randint(2, 20))
    later = day + timedelta(days=draw.randint(3, 20))
    told |= {"day2": WEEKDAYS[later.weekday()], "date2": _in_words(later)}
    drawn = {name: _rounded(draw.randint(*bounds)) for name, bounds in figures.items()}
    return Facts(told, drawn, day)


def _paper(
    number: int, prose: Mapping[str, Any], facts: Facts, paper: str, draw: random.Random
) -> Document:
    day = facts.day + timedelta(days=draw.choice((-7, 1)) if draw.random() < OTHER_DAY else 0)
    words = {**facts.names, "day": WEEKDAYS[day.weekday()], "date": _in_words(day)}
    figures = {name: _as_told(figure, draw) for name, figure in facts.figures.items()}
    title, lead = draw.choice(prose["titles"]), draw.choice(prose["leads"])
    told = [draw.choice(ways) for ways in prose["told"] if draw.random() < TOLD]
    title, *paragraphs = (_fill(text, words, figures) for text in (title, lead, *told))
    published = facts.day + timedelta(days=draw.randint(0, 2))
    head = f'---\ntitle: "{title}"\npublisher: {paper}\npublished: {published}\n---'
    return Document(f"paper-{number:02}.md", "\n\n".join((head, title, *paragraphs)) + "\n")


def _as_told(figure: int, draw: random.Random) -> int:
    """The figure as one paper has it: mostly the true one."""
    if draw.random() >= OTHER_FIGURE:
        return figure
    other = _rounded(round(figure * draw.uniform(0.7, 1.4)))
    return other if other != figure else figure + 1


def _rounded(figure: int) -> int:
    """Beyond a thousand papers give hundreds."""
    return figure if figure < 1_000 else round(figure, -2)


def _fill(text: str, words: Mapping[str, str], figures: Mapping[str, int]) -> str:
    """Put names and figures into their slots; a slot with a capital begins a sentence."""

    def put(slot: re.Match[str]) -> str:
        name, before = slot["name"].lower(), slot["before"]
        if name not in figures:
            return before + words[name]
        figure = figures[name]
        if slot["th"]:
            return before + ordinal(figure)
        plain = bool(before) or _FIGURES_ONLY.match(text, slot.end()) is not None
        written = in_figures(figure) if plain else in_words(figure)
        return before + (written.capitalize() if slot["name"][0].isupper() else written)

    # "at {clock}." where the clock ends in "p.m.".
    return _SLOT.sub(put, text).replace(".m..", ".m.")


def _in_words(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}"


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
