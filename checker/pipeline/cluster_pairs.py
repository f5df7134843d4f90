"""Which documents are worth comparing, in SQL for a cluster: joins and counts, nothing else.

The query finds what `ingest.story_candidates` finds among documents in memory. A
word brings documents together in the room of all, and in each room of a fortnight;
each dated document stands in that of its fortnight and in the next.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rooms:
    """How documents meet: in which rooms, and by which words.

    `everywhere` is the number of the room of all, `days` those of a room, `holders` the
    most that hold a word which pairs them all, `keys` the words by which a document of
    common words meets the first holders, `shared` the fewest words that a pair shares.
    """

    everywhere: int
    days: int
    holders: int
    keys: int
    shared: int


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
    ), ranked AS (
        SELECT room, source, word,
            count(*) OVER (PARTITION BY room, word) AS holders,
            row_number() OVER (PARTITION BY room, word ORDER BY source) AS turn
        FROM standing
    ), keys AS (
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
