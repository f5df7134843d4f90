"""Which texts a page has room for, so that it opens at once however many sources there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model.report import Report
from checker.model.source import Source
from checker.render.html.marks import Mark
from checker.render.words import count_of

# Stretches of text, marked or not, that a page has room for: some 10,000 more are a
# tenth of a second in the browser.
ROOM = 12_000
LEAST_TEXTS = 12

Marks = Mapping[str, Sequence[Mark]]


def choose_texts(report: Report, marks: Marks) -> dict[str, Sequence[Mark]]:
    """Return the marks of the sources whose texts are shown, those most in dispute first.

    Where there is no room for all, claims that meet no other are left unmarked before
    whole texts are left out.
    """
    every = {source.id: marks.get(source.id, ()) for source in report.sources}
    sizes = {source.id: _size(source, every[source.id]) for source in report.sources}
    if sum(sizes.values()) <= ROOM:
        return every
    telling = {key: [mark for mark in own if mark.reference] for key, own in every.items()}
    order = sorted(every, key=lambda key: -sum(mark.rank == 0 for mark in telling[key]))
    by_id = {source.id: source for source in report.sources}
    chosen: dict[str, Sequence[Mark]] = {}
    taken = 0
    for key in order:
        taken += _size(by_id[key], telling[key])
        if taken > ROOM and len(chosen) >= LEAST_TEXTS:
            break
        chosen[key] = telling[key]
    return chosen


def texts_left_out(number: int) -> str:
    """Say how many texts the page has no room for."""
    if not number:
        return ""
    return (
        f"{count_of(number, 'text')} of sources that take part in fewer questions "
        "are left out, so that the page opens at once."
    )


def _size(source: Source, marks: Sequence[Mark]) -> int:
    return source.text.count("\n") + 3 * len(marks)
