"""From whom a document says it has its matter: "(AFP, AP)", "told Reuters"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.ingest.furniture import plain
from checker.lexicon import load
from checker.model.source import Credit
from checker.model.span import Span
from checker.values.phrases import alternatives

_TABLE = load("outlets")
_BY_NAME = {
    name: outlet
    for section in ("agencies", "outlets")
    for outlet, names in _TABLE[section].items()
    for name in names
}
_AMBIGUOUS = frozenset(_TABLE["ambiguous"]["names"])

# Characters looked at on either side of a name: a verb and an article fit.
WINDOW = 40
# Characters of a document that are looked through; no article is as long.
LONGEST_SCANNED = 500_000

_NAME = re.compile(r"(?<![\w@#./-])" + alternatives(list(_BY_NAME)) + r"(?![\w@-])")
# "the Riverton Herald", "the Erewhon Daily News": papers that no list has.
_PAPER = re.compile(
    r"\b(?:[Tt]he )(?P<name>(?:[A-Z][\w'’.-]+ ){1,3}"
    + alternatives(_TABLE["papers"]["words"])
    + r")\b"
)
_BEFORE = re.compile(
    r"\b"
    + alternatives(_TABLE["reporting"]["before"])
    + r"(?: (?:the|The|an?))?(?: (?:news )?agency)? $"
)
_PRESS = alternatives(_TABLE["reporting"]["press_verbs"])
_AFTER_PRESS = re.compile(rf"(?: (?:news )?agency)?,? (?:first )?{_PRESS}\b(?! to\b)")
_AFTER_SPEECH = re.compile(
    rf"(?: news agency)? {alternatives(_TABLE['reporting']['speech_verbs'])}\b"
)
# "(AFP, AP)", "(Reuters)", "Reuters/AP": nothing but outlets and marks in brackets.
_LISTED = re.compile(r"\((?P<list>[^()]{2,80})\)")
_SEPARATOR = re.compile(r"\s*(?:[,/;&|–—-]|\band\b)\s*")
_SOURCE_LINE = re.compile(
    r"(?:^|\n)[ \t]*(?:Source|Information from|Via|Copyright[ \d©]{0,12})[:\s](?: ?The )?\s*$"
)


def find_credits(source: str, text: str) -> tuple[Credit, ...]:
    """Every outlet that the text leans on, in order; `source` is the document's id."""
    text = plain(text[:LONGEST_SCANNED])
    found = {*_in_brackets(text), *_in_sentences(text), *_unlisted(text)}
    return tuple(
        Credit(outlet=outlet, span=Span(source=source, start=start, end=end))
        for start, end, outlet in sorted(found)
    )


def _in_brackets(text: str) -> Iterator[tuple[int, int, str]]:
    for bracket in _LISTED.finditer(text):
        names = _SEPARATOR.split(bracket["list"].strip())
        if all(name in _BY_NAME for name in names):
            start = bracket.start("list")
            for match in _NAME.finditer(text, start, bracket.end("list")):
                yield match.start(), match.end(), _BY_NAME[match[0]]


def _in_sentences(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _NAME.finditer(text):
        if _leans(text, match.start(), match.end(), match[0] in _AMBIGUOUS):
            yield match.start(), match.end(), _BY_NAME[match[0]]


def _unlisted(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _PAPER.finditer(text):
        start, end = match.span("name")
        if match["name"] not in _BY_NAME and _leans(text, start, end, False):
            yield start, end, match["name"]


def _leans(text: str, start: int, end: int, ambiguous: bool) -> bool:
    """Say whether the words around a name make it the giver of the news.

    "Sky fell" and "Fox said" are not the press; "Sky News reports" is.
    """
    before = text[max(0, start - WINDOW) : start]
    after = text[end : end + WINDOW]
    if _AFTER_PRESS.match(after) or _SOURCE_LINE.search(before):
        return True
    return not ambiguous and bool(_BEFORE.search(before) or _AFTER_SPEECH.match(after))
