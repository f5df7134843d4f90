"""Which story of an archive a new document belongs to, out of a few rows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from checker.ingest.story_candidates import (
    EVERYWHERE,
    FEWEST_KEYS,
    FEWEST_SHARED,
    FORTNIGHT,
    MOST_CANDIDATES,
    MOST_HOLDERS,
    RAREST,
    rooms_of,
)
from checker.ingest.story_groups import nearest
from checker.ingest.telling import Telling
from checker.store import Lookups, Rooms

ROOMS = Rooms(
    everywhere=EVERYWHERE,
    days=FORTNIGHT,
    holders=MOST_HOLDERS,
    keys=FEWEST_KEYS,
    shared=FEWEST_SHARED,
    candidates=MOST_CANDIDATES,
    rarest=RAREST,
)


def nearest_story(telling: Telling, archive: Lookups) -> str:
    """Return the story of an archive that a document is most like; "" where it is like none.

    What the archive has of that document itself does not count.
    """
    if not archive.archive.head.parts:
        return ""
    own = archive.documents_of({telling.id}).get(telling.id)
    before = archive.words_of({telling.id})[telling.id] if own else {}
    holders = Counter(archive.holders({*telling.words, *before}))
    holders.subtract(before.keys())
    keys = _keys(telling, holders)
    meets = {word: word in keys for word in sorted(telling.words)}
    near = archive.meeting(meets, ROOMS, rooms_of(telling.day), telling.id)
    if not near:
        return ""
    told = archive.tellings(near)
    asked = set(telling.words).union(*(words for _, words in told))
    others = Counter(archive.holders(asked))
    others.subtract(before.keys())
    others.update(telling.words.keys())
    candidates = [(Telling(held.source, words, held.day), held.story) for held, words in told]
    sizes = {each.story: each.sources for each in archive.stories({s for _, s in candidates})}
    if own:
        sizes[own.story] = sizes.get(own.story, 1) - 1
    documents = archive.archive.documents + (0 if own else 1)
    story = nearest(telling, candidates, sizes, others, documents)
    return "" if story == telling.id and story not in sizes else story


def _keys(telling: Telling, holders: Mapping[str, int]) -> set[str]:
    """Return the words by which a document meets others in the room of all.

    Those that few hold; where these are not enough, the rarest of the others too.
    """
    held = sorted((holders[word], word) for word in telling.words if holders[word] > 0)
    few = sum(count <= MOST_HOLDERS for count, _ in held)
    return {word for _, word in held[: max(few, FEWEST_KEYS)]}
