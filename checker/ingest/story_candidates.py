"""Which documents are worth comparing: those that share a few words that few hold.

A word brings documents together in a room: once in the room of all documents, and
once in each room of a fortnight, so that a name that half an archive holds still pairs
the documents of one fortnight. Each dated document stands in the room of its fortnight
and in the next, so that two that are a fortnight apart meet somewhere.

There is nothing here but joins and counts. With a table `words(room, id, word)`:

    WITH held AS (SELECT room, word FROM words GROUP BY room, word
                  HAVING count(*) BETWEEN 2 AND :holders)
    SELECT DISTINCT l.id, r.id FROM words l JOIN held USING (room, word)
    JOIN words r USING (room, word) WHERE l.id < r.id
    GROUP BY room, l.id, r.id HAVING count(*) >= :shared
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from checker.ingest.telling import Telling, holders_of

# What more documents of a room hold pairs nobody there. Set so that a story of some
# fifty documents is whole; the work grows with it.
MOST_HOLDERS = 64
# Words that two documents must share: two or three lose no pair of the real news, four
# lose stories that one agency and a paper of its own tell.
FEWEST_SHARED = 3
# Days of a room: news of one event is written within them for the most part.
FORTNIGHT = 14
# The room of all documents; the others are numbered.
EVERYWHERE = -1


def rooms_of(day: int | None) -> tuple[int, ...]:
    """The rooms that a document of a day stands in; one without a day only in that of all."""
    if day is None:
        return (EVERYWHERE,)
    return EVERYWHERE, day // FORTNIGHT, day // FORTNIGHT + 1


def candidate_pairs(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """The pairs of places in `tellings` that are worth comparing, sorted, left before right."""
    rooms: dict[int, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        for room in rooms_of(telling.day):
            rooms[room].append(place)
    found: set[tuple[int, int]] = set()
    for places in rooms.values():
        found.update(_meetings(tellings, places))
    return sorted(found)


def candidates_of(telling: Telling, known: Sequence[Telling]) -> list[int]:
    """The places in `known` that are worth comparing with a new document, sorted.

    As above, but holders are counted among the known alone.
    """
    found: set[int] = set()
    for room in rooms_of(telling.day):
        shared = {
            place: telling.words.keys() & other.words.keys()
            for place, other in enumerate(known)
            if room in rooms_of(other.day)
        }
        holders = Counter(chain.from_iterable(shared.values()))
        rare = {word for word, count in holders.items() if count <= MOST_HOLDERS}
        found.update(p for p, words in shared.items() if len(words & rare) >= FEWEST_SHARED)
    return sorted(found)


def _meetings(tellings: Sequence[Telling], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of one room."""
    holders = holders_of(tellings[place] for place in places)
    rare = {word for word, count in holders.items() if 1 < count <= MOST_HOLDERS}
    before: dict[str, list[int]] = {word: [] for word in rare}
    for place in places:
        met = [before[word] for word in tellings[place].words.keys() & rare]
        for other, shared in Counter(chain.from_iterable(met)).items():
            if shared >= FEWEST_SHARED:
                yield other, place
        for held in met:
            held.append(place)
