"""What tells a document's story: its words, names before all, and its day.

Everything that finds stories works on this record, whether a run holds the documents
or an archive holds tables of (document, word, count) and (document, day).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.model.source import DateOrigin, RegionKind, Source
from checker.model.value import Grain

# Characters of a region that are looked at: the story shows long before.
LONGEST_READ = 20_000
# A capital is a name more often than not, and names tell stories apart.
WEIGHT_OF_CAPITAL = 2
SPOKEN = frozenset({RegionKind.BODY, RegionKind.TITLE})
# "May 2016" is no day of publication.
DAILY = frozenset({Grain.MINUTE, Grain.HOUR, Grain.DAYPART, Grain.DAY})

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Telling:
    """A document as far as its story goes.

    `words` says how often each word stands in it, one with a capital counting twice;
    `day` is that of publication as a count of days, None where it is not known.
    """

    id: str
    words: Mapping[str, int]
    day: int | None = None


def telling_of(source: Source) -> Telling:
    """What a source gives to be told apart by."""
    return Telling(source.id, words_of(source), day_of(source))


def words_of(source: Source) -> Counter[str]:
    """How often each word of title and body stands in a source, capitals counting twice."""
    words: Counter[str] = Counter()
    for region in source.regions:
        if region.kind in SPOKEN:
            end = min(region.end, region.start + LONGEST_READ)
            found = Counter(_WORD.findall(source.text, region.start, end))
            for word, count in found.items():
                # Thousands of documents hold "the": one string does for all of them.
                lower = sys.intern(word.lower())
                words[lower] += count * WEIGHT_OF_CAPITAL if word[0].isupper() else count
    return words


def day_of(source: Source) -> int | None:
    """The day of publication, counted from the year 1; a guess is no day."""
    moment = source.published.moment
    if moment is None or moment.first is None or source.published.origin is DateOrigin.GUESS:
        return None
    return moment.first.toordinal() if moment.grain in DAILY else None


def holders_of(tellings: Iterable[Telling]) -> Counter[str]:
    """How many documents hold each word."""
    holders: Counter[str] = Counter()
    for telling in tellings:
        holders.update(telling.words.keys())
    return holders
