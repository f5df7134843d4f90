"""What stands around the story of a page and is worth keeping apart: captions, teasers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.lexicon import load

_TABLE = load("pages")
_CAPTIONS = frozenset(_TABLE["captions"]["marks"])
_TEASERS = frozenset(_TABLE["teasers"]["marks"])
_CAPTION_TAGS = frozenset(_TABLE["captions"]["tags"])
_TEASER_TAGS = frozenset(_TABLE["teasers"]["tags"])

# The headline of another story has some words; "Sport" and "Read more" lead elsewhere.
FEWEST_WORDS = 4
LONGEST_CAPTION = 600
LONGEST_TEASER = 300
# As many of each as a page of news has, and not as many as a hostile one.
MOST_PARTS = 100
# Elements of a page that are looked at.
MOST_ELEMENTS = 200_000

_BREAK = re.compile(r"[\s_]+")


def find_captions(tree: Any, story: str) -> list[str]:
    """The captions of pictures that the text of the story does not hold already."""
    found = (_words(e) for e in _elements(tree) if _is(e, _CAPTION_TAGS, _CAPTIONS))
    return _new(found, story, LONGEST_CAPTION, fewest_words=2)


def find_teasers(tree: Any, story: str) -> list[str]:
    """The headlines of other stories in boxes beside and below the story."""
    boxes = [e for e in _elements(tree) if _is(e, _TEASER_TAGS, _TEASERS)][:MOST_PARTS]
    links = (_words(link) for box in boxes for link in box.iter("a"))
    return _new(links, story, LONGEST_TEASER, fewest_words=FEWEST_WORDS)


def _elements(tree: Any) -> Iterator[Any]:
    for number, element in enumerate(tree.iter()):
        if number > MOST_ELEMENTS:
            return
        if isinstance(element.tag, str):
            yield element


def _is(element: Any, tags: frozenset[str], marks: frozenset[str]) -> bool:
    if element.tag in tags:
        return True
    named = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop"))
    return bool(named.strip()) and not marks.isdisjoint(_BREAK.split(named.lower().strip()))


def _words(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def _new(found: Iterator[str], story: str, longest: int, fewest_words: int) -> list[str]:
    kept: dict[str, None] = {}
    folded = " ".join(story.split())
    for words in found:
        right = len(words) <= longest and len(words.split()) >= fewest_words
        if right and words not in kept and words not in folded:
            kept[words] = None
        if len(kept) >= MOST_PARTS:
            break
    return list(kept)
