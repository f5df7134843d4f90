"""Documents that repeat one text share one origin.

Bodies are cut into shingles of five words; a document whose shingles are mostly
those of another is its copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from checker.ingest.shingles import Shingles, shingles_of
from checker.model.source import DateOrigin, Source

# Share of the shorter body that the other holds as well. Two versions of one agency
# report share two thirds and more; stories that quote one statement stay under a half.
COPY_SHARE = 0.6
# Below this many shared shingles likeness is chance: one long quotation.
FEWEST_SHARED = 15


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two bodies share, as a share of the shorter (0–1); `mutual` if of the longer too.

    A copy of a copy belongs to the first original where the likeness is mutual: a
    page that quotes two stories whole does not make them one.
    """

    of_shorter: float
    mutual: bool


def mark_copies(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The same sources, each with its `copy_of` and `origin`.

    Of two that repeat each other the original is the one that is no dump, else the
    earlier, else the first by id.
    """
    originals = _find_originals(sources)
    return tuple(
        source.model_copy(
            update={
                "copy_of": originals.get(source.id),
                "origin": originals.get(source.id, source.id),
            }
        )
        for source in sources
    )


def _find_originals(sources: Sequence[Source]) -> dict[str, str]:
    """Copies → their originals; an original is never a copy itself."""
    ranked = sorted(sources, key=_rank)
    originals: dict[str, str] = {}
    for place, alike in _find_alike([shingles_of(source) for source in ranked]):
        likest = [
            (-likeness.of_shorter, other)
            for other, likeness in alike.items()
            if ranked[other].id not in originals or likeness.mutual
        ]
        if likest:
            nearest = ranked[min(likest)[1]].id
            originals[ranked[place].id] = originals.get(nearest, nearest)
    return originals


def _rank(source: Source) -> tuple[bool, bool, datetime, str]:
    moment = source.published.moment
    first = moment.first if moment is not None else None
    dumped = source.published.origin is DateOrigin.DUMP_HEAD
    return dumped, first is None, (first or datetime.min).replace(tzinfo=None), source.id


def _find_alike(documents: Sequence[Shingles]) -> Iterator[tuple[int, dict[int, Likeness]]]:
    """For every document in order, the earlier ones that share most of the shorter body.

    The same text over and over is compared once: its first bearer stands for the others.
    """
    first: dict[bytes, int] = {}
    names = [first.setdefault(shingles.tobytes(), at) for at, shingles in enumerate(documents)]
    only = [at for at, name in enumerate(names) if name == at]
    # Late: its columns of numbers are for documents that are new to the run.
    from checker.ingest.shared_shingles import count_shared  # noqa: PLC0415

    counted = count_shared(documents, only)
    due = next(counted, None)
    for place, name in enumerate(names):
        if name != place:
            if len(documents[place]) >= FEWEST_SHARED:
                yield place, {name: Likeness(1.0, True)}
        elif due is not None and due[0] == place:
            yield place, _weigh(place, due[1], documents)
            due = next(counted, None)


def _weigh(
    right: int, shared: Mapping[int, int], documents: Sequence[Shingles]
) -> dict[int, Likeness]:
    """The documents that share enough with the right one, by their places."""
    alike: dict[int, Likeness] = {}
    for left, count in shared.items():
        shorter, longer = sorted((len(documents[left]), len(documents[right])))
        if count >= FEWEST_SHARED and count >= COPY_SHARE * shorter:
            alike[left] = Likeness(count / shorter, count >= COPY_SHARE * longer)
    return alike
