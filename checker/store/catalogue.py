"""The catalogue of an archive, asked: which documents it has, and which of them hold a word."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, TypeAlias

from checker.store.archive import Archive
from checker.store.cataloguing import broken, each_for, up_to_date, words_in
from checker.store.opened import Opened

# The columns of a Held, in their order.
_HELD = "source, story, day, made_of, part"

# From the first of some days to before the second; None stands for all, and for none.
Days: TypeAlias = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Held:
    """A document of an archive: its id, story and day, what its claims are made of, its part."""

    source: str
    story: str
    day: int | None
    made_of: str
    part: int


class Catalogue(Opened):
    """The catalogue of an archive as it stands now; to be used in a `with`.

    `archive` is the archive as the catalogue has it. Raises StoreError where the archive
    cannot be used.
    """

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        with ExitStack() as opening:
            self.archive, self._connection = up_to_date(archive, opening)
            self.stack = opening.pop_all()
        self._parts = [part.number for part in self.archive.head.parts]

    def taken(self, folded: Collection[str]) -> set[str]:
        """Return those of some ids, in small letters, that the archive has."""
        query = "SELECT folded FROM documents WHERE folded IN ({})"
        return {row[0] for row in self._ask_each(query, folded)}

    def documents(self, paths: Collection[str]) -> dict[tuple[str, str], Held]:
        """Return the documents of some files by path and member."""
        query = f"SELECT path, member, {_HELD} FROM documents WHERE path IN ({{}})"  # noqa: S608
        rows = self._ask_each(query, paths)
        return {(path, member): self._held(told) for path, member, *told in rows}

    def of_story(self, story: str) -> list[Held]:
        """Return the documents of a story by id; none where there is no such story."""
        query = f"SELECT {_HELD} FROM documents WHERE story = ? ORDER BY source"  # noqa: S608
        return [self._held(row) for row in self._ask(query, [story])]

    def sizes(self, stories: Collection[str]) -> dict[str, int]:
        """Return how many documents some stories have."""
        query = "SELECT story, count(*) FROM documents WHERE story IN ({}) GROUP BY story"
        return dict(self._ask_each(query, stories))

    def parts_in_use(self) -> Counter[int]:
        """Return how many documents still hold of each part."""
        counts: Counter[int] = Counter()
        for part, count in self._ask("SELECT part, count(*) FROM documents GROUP BY part"):
            counts[self._part(part)] += count
        return counts

    def tellings(self, sources: Collection[str]) -> list[tuple[Held, dict[str, int]]]:
        """Return some documents with how often each has each word, by id."""
        query = f"SELECT {_HELD}, words FROM documents WHERE source IN ({{}})"  # noqa: S608
        rows = self._ask_each(query, sources)
        return sorted(
            ((self._held(told), words_in(words)) for *told, words in rows),
            key=lambda pair: pair[0].source,
        )

    def counts(self, words: Collection[str], days: Days = None) -> dict[str, int]:
        """Return how many documents of some days hold each word that any holds."""
        if days is None:
            query = "SELECT word, holders FROM words WHERE word IN ({}) AND holders > 0"
            return dict(self._ask_each(query, words))
        query = (
            "SELECT words.word, count(*) FROM words JOIN postings ON postings.word = words.number "
            "WHERE words.word IN ({}) AND day >= ? AND day < ? GROUP BY words.word"
        )
        return dict(self._ask_each(query, words, days))

    def rare(self, words: Collection[str], most: int, days: Days = None) -> dict[str, list[str]]:
        """Return the documents of some days that hold each word which no more than `most` hold."""
        if days is None:
            few, values = "holders <= ?", [most]
        else:
            # Who counts no further need not look at all that hold "the".
            few = (
                "(SELECT count(*) FROM (SELECT 1 FROM postings WHERE postings.word = words.number "
                "AND day >= ? AND day < ? LIMIT ?)) <= ?"
            )
            values = [*days, most + 1, most]
        return self._holding(words, few, values, days)

    def first(self, words: Collection[str], most: int, days: Days = None) -> dict[str, list[str]]:
        """Return the first documents, by id, of some days that hold each word."""
        held = self._holding(words, "true", (), days)
        return {word: sources[:most] for word, sources in held.items()}

    def _holding(
        self, words: Collection[str], which: str, values: Sequence[Any], days: Days
    ) -> dict[str, list[str]]:
        dated = "" if days is None else "AND postings.day >= ? AND postings.day < ?"
        query = (
            "SELECT asked.word, source FROM (SELECT number, word FROM words "  # noqa: S608
            f"WHERE word IN ({{}}) AND {which}) AS asked "
            f"JOIN postings ON postings.word = asked.number {dated} "
            "JOIN documents ON documents.number = postings.document"
        )
        found: dict[str, list[str]] = defaultdict(list)
        for word, source in self._ask_each(query, words, (*values, *(days or ()))):
            found[word].append(source)
        return {word: sorted(sources) for word, sources in found.items()}

    def _held(self, row: Sequence[Any]) -> Held:
        source, story, day, made_of, part = row
        return Held(source, story, day, made_of, self._part(part))

    def _part(self, number: int) -> int:
        """Return the part in which a document lies now that was added with part `number`."""
        return self._parts[bisect_left(self._parts, number)]

    def _ask_each(
        self, query: str, wanted: Collection[str], values: Sequence[Any] = ()
    ) -> Iterator[Any]:
        """Yield the rows of a query for some values that it has a `{}` for, some at a time."""
        with broken(self.archive):
            yield from each_for(self._connection, query, sorted(wanted), values)

    def _ask(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        with broken(self.archive):
            return self._connection.execute(query, values).fetchall()
