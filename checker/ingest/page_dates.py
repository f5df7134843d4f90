"""When a page was published and changed, by its own data.

htmldate finds the day; the time of day is added from the page's data where it is of
that day. The clock is not read: a day that rests on "three hours ago" is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# htmldate takes no day beyond this one; by itself it would ask the clock.
LAST_DAY = "2099-12-31"
PUBLISHED = ("datepublished", "article:published_time", "datecreated", "pubdate", "date")
MODIFIED = ("datemodified", "article:modified_time", "lastmod", "dateupdated")
MOST_STAMPS = 200

_STAMP = re.compile(
    r"""\d{4}-\d\d-\d\d [T ] \d\d:\d\d (?: :\d\d (?:\.\d{1,9})? )? \s? (?: Z | [+-]\d\d:?\d\d )?""",
    re.VERBOSE,
)
# Of a bare year ("© 1998") htmldate makes the first of January.
_NEW_YEAR = re.compile(r"\b0?1[-/. ]0?1\b|\bJan(?:uary)?\.? 1\b|\b1(?:st)? Jan", re.IGNORECASE)
_EPOCH = re.compile(r"[\"']1\d{9}(?:\d{3})?[\"']")
_IN_SCRIPT = re.compile(r'"(date(?:Published|Modified|Created))"\s{0,9}:\s{0,9}"([^"]{10,40})"')


@dataclass(frozen=True, slots=True)
class PageDates:
    """The moments of publishing and of the last change, or "" for each.

    Without data of its own a page leaves only years and days in its text to go by:
    then they are a guess.
    """

    published: str
    modified: str
    guessed: bool


def find_page_dates(tree: Any, page: str, address: str) -> PageDates:
    """What a parsed page and its source say of its dates."""
    told, guessed = (_find(tree, page, address, search=wide) for wide in (False, True))
    modified = _find(tree, page, address, search=False, original=False)
    stamps = list(_stamps(tree))
    return PageDates(
        _with_time(told or guessed, stamps, PUBLISHED),
        _with_time(modified, stamps, MODIFIED) if modified != told else "",
        guessed=not told,
    )


def _find(tree: Any, page: str, address: str, *, search: bool, original: bool = True) -> str:
    from htmldate import find_date  # noqa: PLC0415 - slow to import, wanted for pages alone

    day = (
        find_date(
            tree,
            url=address or None,
            original_date=original,
            extensive_search=search,
            max_date=LAST_DAY,
        )
        or ""
    )
    if search and day.endswith("-01-01") and not _NEW_YEAR.search(page):
        return ""
    return day if day and _stands_on_page(day, page, address) else ""


def _stands_on_page(day: str, page: str, address: str) -> bool:
    """Say whether the year is written down, in four digits, in two, or as seconds since 1970."""
    year = day[:4]
    if year in page or year in address:
        return True
    return bool(re.search(rf"\b{year[2:]}\b", page) or _EPOCH.search(page))


def _with_time(day: str, stamps: list[tuple[str, str]], keys: tuple[str, ...]) -> str:
    """The stamp of that day under one of the keys, in their order."""
    same = {key: stamp for key, stamp in reversed(stamps) if day and stamp.startswith(day)}
    return next((same[key] for key in keys if key in same), day)


def _stamps(tree: Any) -> Iterator[tuple[str, str]]:
    """Named moments with a time of day: JSON-LD, meta, microdata."""
    found = 0
    for element in tree.iter("script", "meta", "time"):
        for key, value in _named(element):
            match = _STAMP.match(value.strip())
            if match and found < MOST_STAMPS:
                found += 1
                yield key.lower(), match[0]


def _named(element: Any) -> Iterator[tuple[str, str]]:
    if element.tag == "script":
        if "ld+json" in (element.get("type") or ""):
            for match in _IN_SCRIPT.finditer(element.text or ""):
                yield match[1], match[2]
        return
    value = element.get("content") or element.get("datetime")
    for name in ("property", "name", "itemprop"):
        if value and element.get(name):
            yield element.get(name), value
