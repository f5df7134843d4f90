"""Which documents are worth comparing, in SQL for a cluster: joins and counts, nothing else.

The query finds what `ingest.story_candidates` finds among documents in memory. A
word brings documents together in the room of all, and in each room of a fortnight;
each dated document stands in that of its fortnight and in the next.
"""

from __future__ import annotations

from checker.ingest.story_candidates import (
    EVERYWHERE,
    FEWEST_KEYS,
    FEWEST_SHARED,
    FORTNIGHT,
    MOST_HOLDERS,
)

# The pairs of `words(source, word, day)`, left before right.
PAIRS = f"""
    WITH standing AS (
        SELECT {EVERYWHERE} AS room, source, word FROM words
        UNION ALL
        SELECT CAST(floor(day / {FORTNIGHT}) AS INTEGER) AS room, source, word FROM words
        WHERE day IS NOT NULL
        UNION ALL
        SELECT CAST(floor(day / {FORTNIGHT}) AS INTEGER) + 1 AS room, source, word FROM words
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
            l.holders <= {MOST_HOLDERS} OR (l.nth <= {FEWEST_KEYS} AND r.turn <= {MOST_HOLDERS})
        )
        GROUP BY l.room, l.source, r.source HAVING count(*) >= {FEWEST_SHARED}
    )
    SELECT DISTINCT least(left_source, right_source) AS near,
        greatest(left_source, right_source) AS far
    FROM met ORDER BY near, far
    """  # noqa: S608  (numbers of ours)
