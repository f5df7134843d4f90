"""Broken documents of every format, thrown at every reader.

    python -m tests.ingest.fuzz --minutes 10 --seed 1

Every input is either read, with offsets that hold, or refused with an InputError;
whatever else is raised ends the run and is shown with the bytes that caused it.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from checker.errors import InputError
from checker.ingest.content import Budget, Content
from checker.ingest.document import make_source
from checker.ingest.draft import Draft
from checker.ingest.options import IngestOptions
from checker.ingest.readers import read_content
from tests.ingest.making import MAKERS, STORY, TITLE, zip_of

OPTIONS = IngestOptions(max_bytes=1_000_000, max_unpacked=1_000_000, max_documents=50)
# What has broken readers of these formats before, here or elsewhere.
WORDS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800", b"\\u0000", b"-->", b"<!--",
    b"<![CDATA[", b"]]>", b"&lt;", b"&#0;", b"&#x110000;", b"&x;",
    b"<!DOCTYPE x [<!ENTITY x 'y'>]>",
    b"%PDF-", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"endobj", b"stream", b"<<", b">>", b"[",
    b"{", b"}", b"null", b"NaN", b"1e999", b"-0", b"9" * 5_000, b"[" * 3_000, b"<div>" * 600,
    b"\r", b"\r\n\r\n", b"\n\n", b"From ", b"Content-Type: multipart/mixed; boundary=\n",
    b"=?utf-8?b?/w==?=", b"=?x?q?=?=", b"charset=utf-7", b"charset=punycode", b"Date: 0 0 0 0",
    b"0000-00-00", b"0000-01-01T00:00:00Z", b"9999-12-31T23:59:59+14:00", b"\\bin9999999 ",
    b"\\'zz", b"\\u-1?", b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"WEBVTT",
    b"99:99:99.999 --> 00:00:00.000", b'"', b'""', b";" * 200, b"---\n", b"../../etc/passwd",
    "\u202e".encode(), "\u2028".encode(), "\U0001f600".encode(), "שלום".encode(),
)  # fmt: skip


class Result(NamedTuple):
    """How one input fared: the format it was read as, or the error that refused it."""

    documents: int
    fate: str


def mutate(data: bytes, rng: random.Random) -> bytes:
    """One to a few of the usual accidents."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        at = rng.randrange(len(data) + 1)
        end = min(len(data), at + rng.choice((1, 2, 8, 64, 512)))
        match rng.randrange(7):
            case 0:
                data = data[:at] + rng.randbytes(end - at) + data[end:]
            case 1:
                data = data[:at] + data[end:]
            case 2:
                data = data[:at] + data[at:end] * rng.choice((2, 3, 40)) + data[end:]
            case 3 | 4:
                data = data[:at] + rng.choice(WORDS) + data[rng.choice((at, end)) :]
            case 5:
                data = data[:at] if rng.random() < 0.3 else data
            case _:
                other = rng.randrange(len(data) + 1)
                data = data[:at] + data[other : other + end - at] + data[end:]
    return data


def mutate_inside(data: bytes, rng: random.Random) -> bytes:
    """Accidents inside a container that itself stays sound."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice([name for name in files if files[name]])
    inner = files[name]
    assert isinstance(inner, bytes)
    return zip_of({**files, name: mutate(inner, rng)})


def inputs(rng: random.Random) -> Iterator[tuple[str, bytes]]:
    """Names and broken bytes without end: every format by turns, now and then misnamed."""
    made = {name: make(TITLE, STORY) for name, make in MAKERS.items()}
    names = list(made)
    while True:
        for name, data in made.items():
            shown = rng.choice(names) if rng.random() < 0.1 else name
            inside = data.startswith(b"PK") and rng.random() < 0.8
            yield shown, (mutate_inside if inside else mutate)(data, rng)


def try_reading(name: str, data: bytes) -> Result:
    """Read some bytes under a name and check what comes of it."""
    path = Path(name)
    budget = Budget(OPTIONS.max_unpacked, OPTIONS.max_documents)
    documents, fates = 0, []
    for outcome in read_content(Content(path, data, OPTIONS, read_content, name, budget=budget)):
        if isinstance(outcome, InputError):
            fates.append(type(outcome).__name__)
        else:
            check(outcome)
            documents += 1
            fates.append(outcome.format)
    return Result(documents, fates[0] if fates else "nothing")


def check(draft: Draft) -> None:
    """Every offset holds, every stretch has its kind and its place, all can be written."""
    source = make_source(draft, "a", "a")
    text = source.text
    text.encode()
    edges = [0, *(region.end for region in source.regions)]
    assert edges[:-1] == [region.start for region in source.regions]
    assert edges[-1] == len(text)
    starts = [place.start for place in source.places]
    assert starts == sorted(starts)
    for place in source.places:
        place.words.encode()
    if source.format not in ("plain-text", "markdown"):
        assert "\x00" not in text
        assert all(source.place_at(region.start) for region in source.regions)
    for field in draft.head.fields.values():
        shown = " ".join(text[field.start : field.end].split())
        assert draft.format == "markdown" or shown == field.value
    if source.published.span is not None:
        assert source.quote(source.published.span).strip()
    for credit in source.credits:
        assert source.quote(credit.span).strip()


def main() -> int:
    """Throw broken documents at the readers for some minutes, and count what became of them."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--seed", type=int, default=0)
    given = arguments.parse_args()
    rng = random.Random(given.seed)
    until = time.monotonic() + 60 * given.minutes
    fates: Counter[tuple[str, str]] = Counter()
    slowest = (0.0, "", b"")
    for number, (name, data) in enumerate(inputs(rng), 1):
        begun = time.monotonic()
        try:
            result = try_reading(name, data)
        except Exception:
            Path("fuzz-failure.bin").write_bytes(data)
            sys.stderr.write(f"input {number} of seed {given.seed}, as {name}: fuzz-failure.bin\n")
            raise
        slowest = max(slowest, (time.monotonic() - begun, name, data))
        fates[name, result.fate] += 1
        if time.monotonic() > until:
            break
    sys.stdout.write(f"{number} inputs; the slowest, of {slowest[1]}, took {slowest[0]:.2f} s\n")
    for (name, fate), count in sorted(fates.items()):
        sys.stdout.write(f"{count:8} {name:15} {fate}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
