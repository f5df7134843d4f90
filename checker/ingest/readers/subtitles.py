"""Subtitles (WebVTT, SubRip): cues put together into paragraphs, each with its time code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from checker.ingest.content import Content
from checker.ingest.decode import decode
from checker.ingest.draft import Draft, Reader
from checker.ingest.sheet import Sheet
from checker.model.source import DateOrigin

# A pause of so many seconds after a full sentence begins a paragraph, and so does a
# length that no paragraph of speech should have, in characters.
PAUSE = 2.0
LONGEST_PARAGRAPH = 600
# Scrolling captions show a line again within so many seconds.
SCROLL = 0.5

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})"
_CUE = re.compile(rf"^[ \t]*{_TIME}[ \t]{{1,9}}-->[ \t]{{1,9}}{_TIME}[^\n]*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[\w.-]{0,60})?[ \t]+([^<>\n]{1,80})>")
_TAG = re.compile(r"</?[A-Za-z0-9:.][^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}")
_STOP = re.compile(r"[.!?…][\"'”’)]*$")
_HEADER = re.compile(r"WEBVTT[^\n]*\n(?P<fields>(?:[^\n]+\n){0,20})")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from `start` to `end`, in seconds, and who says it."""

    start: float
    end: float
    voice: str
    text: str

    @property
    def code(self) -> str:
        """The time code, as players show it."""
        whole = int(self.start)
        return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _read(content: Content) -> Iterator[Draft]:
    text, encoding = decode(content.path, content.data)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    sheet = Sheet("subtitles", DateOrigin.RECORD, encoding, content.member)
    _put_header(sheet, text)
    above: Cue | None = None
    length = 0
    for cue in _cues(text):
        if above is not None and _goes_on(above, cue, length):
            sheet.join(cue.text, cue.code)
            length += len(cue.text)
        else:
            named = f"{cue.voice}: {cue.text}" if cue.voice else cue.text
            sheet.write(named, cue.code)
            length = len(named)
        above = cue
    yield sheet.draft()


def _cues(text: str) -> Iterator[Cue]:
    """The cues that show words; the same words again, as scrolling captions have them, are one."""
    found = list(_CUE.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    shown, until = "", 0.0
    for match, end in zip(found, ends, strict=False):
        body = text[match.end() : end].strip("\n").partition("\n\n")[0]
        voice = _VOICE.search(body)
        words = " ".join(unescape(_TAG.sub("", _VOICE.sub("", body))).split())
        start, stop = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
        if words and (words != shown or start - until > SCROLL):
            yield Cue(start, stop, " ".join(voice[1].split()) if voice else "", words)
        shown, until = words, stop


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _goes_on(above: Cue, cue: Cue, length: int) -> bool:
    """Say whether a cue goes on with the paragraph above."""
    if cue.voice != above.voice or cue.text.startswith(("-", "–", ">>")):
        return False
    if not _STOP.search(above.text):
        return length < 4 * LONGEST_PARAGRAPH
    return cue.start - above.end < PAUSE and length < LONGEST_PARAGRAPH


def _put_header(sheet: Sheet, text: str) -> None:
    """Fields such as "Title: …" and "Language: en" below the first line of WebVTT."""
    header = _HEADER.match(text)
    for line in header["fields"].split("\n") if header else ():
        key, colon, value = line.partition(":")
        if colon and key.strip().lower() in ("title", "language", "date", "publisher"):
            sheet.put({"date": "published"}.get(key.lower(), key.strip().lower()), value)


READER = Reader(
    name="subtitles",
    suffixes=frozenset({".vtt", ".srt"}),
    sniff=lambda content: content.start.startswith(b"webvtt"),
    read=_read,
)
