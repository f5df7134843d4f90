"""A parsed stretch of a source, with its values and names found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from checker.model.source import RegionKind, Source
from checker.model.span import Span

if TYPE_CHECKING:
    from checker.extract.frame import Clause, Setting
    from checker.extract.mentions import Mention
    from checker.extract.parse import Parse, Word, Words
    from checker.values.reading import Reading

READ_REGIONS = frozenset({RegionKind.BODY, RegionKind.TITLE, RegionKind.CAPTION, RegionKind.TEASER})

# The parser was trained on plain typography; each sign is replaced by one sign, so
# that offsets stay true.
PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2011": "-",
        "\t": " ",
        "\r": " ",
        "\n": " ",
    }
)

# Longer paragraphs are cut: the parser's memory grows with the length of one text.
LONGEST_PASSAGE = 4_000

_LINE = re.compile(r"[^\n]*\n?")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?\s")
_UNFINISHED = re.compile(r"[a-z0-9,;’'-]$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Offsets of one paragraph of a source, before it is parsed."""

    source: Source
    start: int
    end: int
    region: RegionKind

    @property
    def plain(self) -> str:
        """The text in plain typography, of equal length."""
        return self.source.text[self.start : self.end].translate(PLAIN)


@dataclass(slots=True)
class Passage:
    """One parsed paragraph; token and character offsets are those of `doc`."""

    source: Source
    start: int
    doc: Parse
    region: RegionKind
    readings: list[Reading] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    referents: dict[int, str] = field(default_factory=dict)
    text: str = ""
    # What frame.py has worked out, by the first word of a sentence and by an event's verb.
    settings: dict[int, Setting] = field(default_factory=dict)
    clauses: dict[int, Clause] = field(default_factory=dict)
    _names: dict[int, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep the text at hand."""
        self.text = self.text or self.doc.text
        self.index_mentions()

    def sentence_of(self, token: Word) -> Words:
        """The sentence that a token stands in."""
        return self.doc.sentence_of(token)

    def index_mentions(self) -> None:
        """Make every token of a name lead to its mention."""
        self._names = {i: m for m in self.mentions for i in range(m.first, m.last)}

    def referent_at(self, token: Word) -> str:
        """The name key that a pronoun or a role stands for; "" where it stands for none."""
        return self.referents.get(token.i, "")

    def mention_at(self, token: Word) -> Mention | None:
        """The name that a token is part of."""
        return self._names.get(token.i)

    def span(self, start: int, end: int) -> Span:
        """A span of the source from characters of this passage."""
        return Span(source=self.source.id, start=self.start + start, end=self.start + end)

    def span_of(self, tokens: Words) -> Span:
        """A span of the source from tokens of this passage."""
        return self.span(tokens.start_char, tokens.end_char)

    def words(self, span: Span) -> str:
        """The source's own words at a span."""
        return self.source.text[span.start : span.end]

    def tokens_at(self, reading: Reading) -> Words | None:
        """The tokens that a reading covers, widened to whole tokens."""
        return self.doc.touched(reading.start, reading.end)


def base_date(source: Source) -> date | None:
    """The day from which "yesterday" counts in a source."""
    moment = source.published.moment
    if moment is None or moment.first is None or moment.ambiguous:
        return None
    return moment.first.date()


def find_stretches(source: Source) -> Iterator[Stretch]:
    """Cut the readable regions of a source into paragraphs."""
    for region in source.regions:
        if region.kind in READ_REGIONS:
            for start, end in _paragraphs(source.text, region.start, region.end):
                yield from _pieces(source, start, end, region.kind)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines are paragraphs, but hard-wrapped lines are put together again."""
    begun = start
    for line in _LINE.finditer(text, start, end):
        if line.end() == line.start():
            break
        if not _wraps(text, line.start(), line.end(), end):
            yield begun, line.end()
            begun = line.end()
    if begun < end:
        yield begun, end


def _wraps(text: str, start: int, end: int, limit: int) -> bool:
    """Say whether a line goes on in the next: mail and old dumps break at column 72."""
    line = text[start:end].strip()
    following = text[end : min(end + 1, limit)]
    return 50 <= len(line) <= 100 and bool(_UNFINISHED.search(line)) and following.islower()


def _pieces(source: Source, start: int, end: int, kind: RegionKind) -> Iterator[Stretch]:
    text = source.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST_PASSAGE:
        cut = _cut(text, start, start + LONGEST_PASSAGE)
        yield Stretch(source, start, cut, kind)
        start = cut
    if start < end:
        yield Stretch(source, start, end, kind)


def _cut(text: str, start: int, end: int) -> int:
    """The last sentence end before a limit, else the last space, else the limit."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start, end)
    return space + 1 if space > start else end
