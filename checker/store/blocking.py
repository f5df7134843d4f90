"""Which documents of an archive are worth comparing, in SQL: joins and counts, nothing else.

The queries find what `ingest.story_candidates` finds among documents in memory. A
word brings documents together in the room of all, and in each room of a fortnight;
each dated document stands in that of its fortnight and in the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rooms:
    """How documents meet: in which rooms, and by which words.

    `everywhere` is the number of the room of all, `days` those of a room, `holders` the
    most that hold a word which pairs them all, `keys` the words by which a document of
    common words meets the first holders, `shared` the fewest words that a pair shares,
    `candidates` the most that a single new document is compared with, those that share the
    rarest words, where `rarest` is what a word counts that one document holds.
    """

    everywhere: int
    days: int
    holders: int
    keys: int
    shared: int
    candidates: int
    rarest: int


def pairs_query(rooms: Rooms) -> str:
    """Return the query for the pairs of `words(source, word, day)`, left before right."""
    return f"""
    WITH standing AS (
        SELECT {rooms.everywhere} AS room, source, word FROM words
        UNION ALL
        SELECT CAST(floor(day / {rooms.days}) AS INTEGER) AS room, source, word FROM words
        WHERE day IS NOT NULL
        UNION ALL
        SELECT CAST(floor(day / {rooms.days}) AS INTEGER) + 1 AS room, source, word FROM words
        WHERE day IS NOT NULL
    ), {_RANKED}, keys AS (
        SELECT room, source, word, holders, row_number() OVER (
            PARTITION BY room, source ORDER BY holders, word
        ) AS nth FROM ranked WHERE holders > 1
    ), met AS (
        SELECT l.source AS left_source, r.source AS right_source
        FROM keys AS l JOIN ranked AS r ON l.room = r.room AND l.word = r.word
        WHERE l.source <> r.source AND (
            l.holders <= {rooms.holders} OR (l.nth <= {rooms.keys} AND r.turn <= {rooms.holders})
        )
        GROUP BY l.room, l.source, r.source HAVING count(*) >= {rooms.shared}
    )
    SELECT DISTINCT least(left_source, right_source) AS near,
        greatest(left_source, right_source) AS far
    FROM met ORDER BY near, far
    """  # noqa: S608  (numbers of ours)


def candidates_query(rooms: Rooms, standing_in: Sequence[int], words: str) -> str:
    """Return the query for the sources, but `$own`, that meet a new document.

    Its words are `asked(word, everywhere)`, where the latter says by which it meets others in
    the room of all: the rest is looked up in its fortnights alone. `standing_in` are its
    rooms, `words` its words once more as a list of SQL, by which rows are skipped unread.
    """
    fortnights = [room for room in standing_in if room != rooms.everywhere]
    everywhere = f"SELECT {rooms.everywhere} AS room, source, word FROM met WHERE everywhere = 1"  # noqa: S608
    parts = [everywhere, *(_fortnight(room, rooms.days) for room in fortnights)]
    first, last = min(fortnights, default=0), max(fortnights, default=0)
    dated = f"day >= {(first - 1) * rooms.days} AND day < {(last + 1) * rooms.days}"
    return f"""
    WITH met AS (
        SELECT words.source, words.word, words.day, asked.everywhere
        FROM words JOIN asked ON words.word = asked.word
        WHERE words.word IN ({words}) AND words.source <> $own
        AND (asked.everywhere = 1 OR {dated if fortnights else "false"})
    ), standing AS ({" UNION ALL ".join(parts)}), {_RANKED}, keys AS (
        SELECT room, word, holders, row_number() OVER (
            PARTITION BY room ORDER BY holders, word
        ) AS nth FROM (SELECT DISTINCT room, word, holders FROM ranked) AS held
    )
    SELECT source FROM (
        SELECT ranked.room, ranked.source,
            sum(CAST(floor({rooms.rarest} / keys.holders) AS BIGINT)) AS rarity
        FROM ranked JOIN keys ON ranked.room = keys.room AND ranked.word = keys.word
        WHERE keys.holders <= {rooms.holders}
        OR (keys.nth <= {rooms.keys} AND ranked.turn <= {rooms.holders})
        GROUP BY ranked.room, ranked.source HAVING count(*) >= {rooms.shared}
    ) AS shared
    GROUP BY source ORDER BY max(rarity) DESC, source LIMIT {rooms.candidates}
    """  # noqa: S608


# How many of a room hold a word, and the how-many-eth of them a document is.
_RANKED = """ranked AS (
        SELECT room, source, word,
            count(*) OVER (PARTITION BY room, word) AS holders,
            row_number() OVER (PARTITION BY room, word ORDER BY source) AS turn
        FROM standing
    )"""


def _fortnight(room: int, days: int) -> str:
    """Return the query for what of `met` stands in the room of a fortnight."""
    return (
        f"SELECT {room} AS room, source, word FROM met "  # noqa: S608
        f"WHERE day >= {(room - 1) * days} AND day < {(room + 1) * days}"
    )
