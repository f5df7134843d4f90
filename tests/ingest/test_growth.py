"""No expression takes more than its share of time on text that was made to delay it.

Times are compared with each other, never with a clock: four times the text may take
sixteen times as long, and a good deal more where a machine is busy, but not the
hundreds of times of an expression that tries every way to split it.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from time import process_time
from typing import Any

import pytest

import checker.fetch
import checker.ingest

UNITS = (
    "a", "A", "1", " ", "\t", "\n", "\r", ".", ",", "-", "/", ":", "(", "[", "<", ">", "&", '"',
    "'", "|", "#", "a ", "A ", "Aa ", "a-", "A.", "a.", "1 ", "1,", "1/", "1:", "a/", "a:", "a,",
    "a\n", "a@", "(a", "[a", "<a ", "<p", "<v ", "{\\", "www.", "http://", "the ", "The ", "By ",
    "(AP) ",
    "AP/", "AFP, ", "2019", "2019-", "Mon ", "4 March ", "\u00a0", "é", "“", "From ", "\n>", "--",
    "charset=", "<meta ", "date: ", "A-A ", "A, ",
)  # fmt: skip
ENDS = ("", "!", "\x00", " x")
SHORT, LONG = 400, 1_600
MOST_GROWTH = 60
# Below this, in seconds, a time says nothing.
FLOOR = 2e-4


def patterns() -> Iterator[Any]:
    """Every expression of the rooms that read what strangers wrote."""
    seen: set[str | bytes] = set()
    for room in (checker.ingest, checker.fetch):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in sorted(vars(module).items()):
                if isinstance(value, re.Pattern) and value.pattern not in seen:
                    seen.add(value.pattern)
                    yield pytest.param(value, id=f"{found.name}.{name}")


def seconds(pattern: re.Pattern, text: str | bytes) -> float:
    """The shorter of two searches."""
    times = []
    for _ in range(2):
        begun = process_time()
        pattern.search(text)
        times.append(process_time() - begun)
    return min(times)


def adversaries(size: int, *, as_bytes: bool) -> Iterator[str | bytes]:
    for unit in UNITS:
        for end in ENDS:
            text = unit * (size // len(unit)) + end
            yield text.encode() if as_bytes else text


def test_there_are_expressions_to_look_at():
    assert len(list(patterns())) > 50


@pytest.mark.parametrize("pattern", list(patterns()))
def test_an_expression_grows_no_faster_than_the_square(pattern):
    as_bytes = isinstance(pattern.pattern, bytes)
    # One that tries every way to split a text would never come back from SHORT.
    few, more = (
        max(seconds(pattern, text) for text in adversaries(size, as_bytes=as_bytes))
        for size in (18, 26)
    )
    assert more < MOST_GROWTH * max(few, FLOOR)
    pairs = zip(
        adversaries(SHORT, as_bytes=as_bytes), adversaries(LONG, as_bytes=as_bytes), strict=True
    )
    for short, long in pairs:
        longer = seconds(pattern, long)
        if longer > MOST_GROWTH * FLOOR:
            assert longer < MOST_GROWTH * max(seconds(pattern, short), FLOOR), long[:20]
