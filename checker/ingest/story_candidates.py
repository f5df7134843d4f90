"""Which documents are worth comparing: those that share a few words that few hold.

A word brings documents together in a room: once in the room of all documents, and
once in each room of a fortnight, so that a name that half an archive holds still pairs
the documents of one fortnight. Each dated document stands in the room of its fortnight
and in the next, so that two that are a fortnight apart meet somewhere.

A document all of whose words are common in a room, say one of a hundred reprints, is a
poor one there: the rarest of its common words pair it with their first holders.

There is nothing here but joins and counts. With a table `words(room, id, word)`:

    CREATE VIEW ranked AS SELECT room, id, word,
        count(*) OVER (PARTITION BY room, word) AS holders,
        row_number() OVER (PARTITION BY room, word ORDER BY id) AS turn FROM words;
    CREATE VIEW keys AS SELECT *,
        row_number() OVER (PARTITION BY room, id ORDER BY holders, word) AS nth
        FROM ranked WHERE holders > 1;
    SELECT DISTINCT least(l.id, r.id), greatest(l.id, r.id) FROM keys l JOIN ranked r
        ON l.room = r.room AND l.word = r.word AND l.id <> r.id
        WHERE l.holders <= :most_holders OR l.nth <= :fewest_keys AND r.turn <= :most_holders
        GROUP BY l.room, l.id, r.id HAVING count(*) >= :fewest_shared;
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import Protocol, TypeVar

from checker.ingest.telling import Telling, holders_of

T = TypeVar("T")

# What more documents of a room hold pairs nobody there. Set so that a story of some
# fifty documents is whole; the work grows with it.
MOST_HOLDERS = 64
# Words that two documents must share: two or three lose no pair of the real news, four
# lose stories that one agency and a paper of its own tell.
FEWEST_SHARED = 3
# Words that pair a document with others of a room, unless it has fewer that are shared.
FEWEST_KEYS = 12
# Candidates of a single new document: each is dear to weigh. Of 485 real documents laid
# aside in turn, 483 find home among all their candidates, 482 among so many of those that
# share the rarest words, and none finds a wrong one.
MOST_CANDIDATES = 48
# What a shared word counts that one document holds; one that two hold, half of it.
RAREST = 1_000_000
# Days of a room: news of one event is written within them for the most part.
FORTNIGHT = 14
# The room of all documents; the others are numbered.
EVERYWHERE = -1


def rooms_of(day: int | None) -> tuple[int, ...]:
    """The rooms that a document of a day stands in; one without a day only in that of all."""
    if day is None:
        return (EVERYWHERE,)
    return EVERYWHERE, day // FORTNIGHT, day // FORTNIGHT + 1


def days_of(room: int) -> tuple[int, int] | None:
    """The first of the days of a room, and the first after them; None for the room of all."""
    if room == EVERYWHERE:
        return None
    return (room - 1) * FORTNIGHT, (room + 1) * FORTNIGHT


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


class Known(Protocol):
    """Documents that a new one may belong to, wherever they are kept."""

    def rare(self, words: Set[str], room: int, most: int) -> Mapping[str, Sequence[str]]:
        """The documents of a room that hold each word which some, but no more than `most`, hold."""

    def counts(self, words: Set[str], room: int) -> Mapping[str, int]:
        """How many documents of a room hold each word that any holds."""

    def first(self, words: Set[str], room: int, most: int) -> Mapping[str, Sequence[str]]:
        """The first documents of a room that hold each word, by id, `most` at the most."""


class KnownInMemory:
    """Known documents that are all at hand."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._holding: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for telling in sorted(tellings, key=lambda telling: telling.id):
            for room in rooms_of(telling.day):
                for word in telling.words:
                    self._holding[room][word].append(telling.id)

    def rare(self, words: Set[str], room: int, most: int) -> Mapping[str, Sequence[str]]:
        """The documents of a room that hold each word which some, but no more than `most`, hold."""
        holding = self._holding[room]
        return {
            word: holding[word] for word in words & holding.keys() if len(holding[word]) <= most
        }

    def counts(self, words: Set[str], room: int) -> Mapping[str, int]:
        """How many documents of a room hold each word that any holds."""
        holding = self._holding[room]
        return {word: len(holding[word]) for word in words & holding.keys()}

    def first(self, words: Set[str], room: int, most: int) -> Mapping[str, Sequence[str]]:
        """The first documents of a room that hold each word, by id, `most` at the most."""
        holding = self._holding[room]
        return {word: holding[word][:most] for word in words & holding.keys()}


def candidates_of(telling: Telling, known: Known) -> list[str]:
    """The known documents that are worth comparing with a new one, which is not among them.

    As above, but holders are counted among the known alone, and of many candidates those
    that share the rarest words in one room are taken, the first by id where they are even.
    """
    found: Counter[str] = Counter()
    words = telling.words.keys()
    for room in rooms_of(telling.day):
        held = dict(known.rare(words, room, MOST_HOLDERS))
        holders = {word: len(documents) for word, documents in held.items()}
        if len(held) < FEWEST_KEYS:
            counts = known.counts(words - held.keys(), room)
            keys = _common_keys(counts, len(held))
            held |= known.first(set(keys), room, MOST_HOLDERS)
            holders |= {word: counts[word] for word in keys}
        rarity: Counter[str] = Counter()
        for word, documents in held.items():
            rarity.update(dict.fromkeys(documents, RAREST // holders[word]))
        found |= Counter({document: rarity[document] for document in _sharing(held.values())})
    ranked = sorted(found, key=lambda document: (-found[document], document))
    return sorted(ranked[:MOST_CANDIDATES])


def _meetings(tellings: Sequence[Telling], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of one room; some come twice."""
    holders = holders_of(tellings[place] for place in places)
    rare = {word for word, count in holders.items() if 1 < count <= MOST_HOLDERS}
    before: dict[str, list[int]] = {word: [] for word in rare}
    poor: dict[int, list[str]] = {}
    for place in places:
        words = tellings[place].words.keys()
        shared = words & rare
        met = [before[word] for word in shared]
        for other in _sharing(met):
            yield other, place
        for held in met:
            held.append(place)
        if len(shared) < FEWEST_KEYS:
            own = {word: holders[word] for word in words}
            poor[place] = [*shared, *_common_keys(own, len(shared))]
    first = _first_holders(tellings, places, set(chain.from_iterable(poor.values())))
    for place, own_keys in poor.items():
        for other in _sharing(first[word] for word in own_keys):
            if other != place:
                yield min(other, place), max(other, place)


def _sharing(met: Iterable[Sequence[T]]) -> Iterator[T]:
    """Those that stand among the holders of enough words."""
    for other, shared in Counter(chain.from_iterable(met)).items():
        if shared >= FEWEST_SHARED:
            yield other


def _common_keys(holders: Mapping[str, int], rare: int) -> list[str]:
    """The least common words of a document that has too few `rare` ones."""
    common = [(count, word) for word, count in holders.items() if count > MOST_HOLDERS]
    return [word for _, word in sorted(common)[: max(0, FEWEST_KEYS - rare)]]


def _first_holders(
    tellings: Sequence[Telling], places: Sequence[int], words: Set[str]
) -> dict[str, list[int]]:
    """The first documents of a room that hold each word."""
    first: dict[str, list[int]] = {word: [] for word in words}
    for place in places if words else ():
        for word in tellings[place].words.keys() & words:
            if len(first[word]) < MOST_HOLDERS:
                first[word].append(place)
    return first
