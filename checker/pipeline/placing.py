"""Which story of an archive a new document belongs to, out of a few rows of its catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from checker.ingest.story_candidates import EVERYWHERE, candidates_of, days_of, rooms_of
from checker.ingest.story_groups import nearest
from checker.ingest.telling import Telling
from checker.store import Catalogue


def nearest_story(telling: Telling, catalogue: Catalogue) -> str:
    """Return the story of an archive that a document is most like; "" where it is like none.

    What the archive has of that document itself does not count.
    """
    own = next(iter(catalogue.tellings({telling.id})), None)
    others = _Others(catalogue, Telling(telling.id, own[1], own[0].day) if own else None)
    near = candidates_of(telling, others)
    if not near:
        return ""
    told = catalogue.tellings(near)
    asked = set(telling.words).union(*(words for _, words in told))
    holders = Counter(others.counts(asked, EVERYWHERE))
    holders.update(telling.words.keys())
    candidates = [(Telling(held.source, words, held.day), held.story) for held, words in told]
    sizes = catalogue.sizes({story for _, story in candidates})
    if own:
        sizes[own[0].story] = sizes.get(own[0].story, 1) - 1
    documents = catalogue.archive.documents + (0 if own else 1)
    story = nearest(telling, candidates, sizes, holders, documents)
    return "" if story == telling.id and story not in sizes else story


class _Others:
    """The documents of an archive but one, as `candidates_of` asks for them."""

    def __init__(self, catalogue: Catalogue, own: Telling | None) -> None:
        self._catalogue = catalogue
        self._own = own

    def rare(self, words: Set[str], room: int, most: int) -> Mapping[str, Sequence[str]]:
        """The documents of a room that hold each word which some, but no more than `most`, hold."""
        held = self._catalogue.rare(words, most + self._in(room), days_of(room))
        return {
            word: others
            for word, others in self._without_own(held).items()
            if 0 < len(others) <= most
        }

    def counts(self, words: Set[str], room: int) -> Mapping[str, int]:
        """How many documents of a room hold each word that any holds."""
        counts = self._catalogue.counts(words, days_of(room))
        if self._own and self._in(room):
            for word in counts.keys() & self._own.words.keys():
                counts[word] -= 1
        return {word: count for word, count in counts.items() if count}

    def first(self, words: Set[str], room: int, most: int) -> Mapping[str, Sequence[str]]:
        """The first documents of a room that hold each word, by id, `most` at the most."""
        held = self._catalogue.first(words, most + self._in(room), days_of(room))
        return {word: others[:most] for word, others in self._without_own(held).items() if others}

    def _in(self, room: int) -> bool:
        """Say whether the one that is left out stands in a room."""
        return self._own is not None and room in rooms_of(self._own.day)

    def _without_own(self, held: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        own = self._own.id if self._own else None
        return {
            word: [other for other in sources if other != own] for word, sources in held.items()
        }
