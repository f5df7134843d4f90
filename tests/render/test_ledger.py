"""The ledger: who answers what, who is silent, who only copies."""

from __future__ import annotations

from checker.render.html.directory import Directory
from checker.render.html.ledger import MOST_COLUMNS, view_ledger

from .bridge import DURATIONS, bridge_report
from .builder import discrepancy, evidence, moment, report, source, version


def ledger(whole):
    return view_ledger(whole, Directory(whole.sources))


def words(cell):
    return [(one.letter, "".join(p.text for p in one.words)) for one in cell.entries]


def test_each_source_answers_in_its_own_words():
    row = ledger(bridge_report()).disputed[1]
    assert [words(cell) for cell in row.cells] == [
        [("A", "210 metres")],
        [("A", "some 210 metres")],
        [("A", "some 210 metres")],
        [("B", "120-metre")],
        [("A", "210 metres")],
    ]


def test_silence_and_copies_are_seen():
    whole = ledger(bridge_report())
    assert [column.copied for column in whole.columns] == [False, False, True, False, False]
    toll = whole.disputed[2]
    assert toll.cells[3].entries == ()
    assert toll.cells[2].copied


def test_what_is_shared_is_there_too_and_what_stands_beside():
    whole = ledger(bridge_report())
    assert [row.backing for row in whole.agreed] == [
        "3 independent", "2 independent", "2 independent",
    ]  # fmt: skip
    opened = whole.agreed[2]
    assert {one.tint for one in opened.cells[0].entries} == {"agreed"}
    assert {one.tint for one in opened.cells[3].entries} == {"beside"}


def crowd(number):
    sources = [
        source(f"s{n}.txt", f"It burnt for {3 + n % 2} hours.\n", publisher=f"Outlet {n}",
               when=moment(2021, 5, 1))
        for n in range(number)
    ]  # fmt: skip
    row = discrepancy(
        1,
        DURATIONS,
        "How long did it burn?",
        "3 ≠ 4",
        version("3 hours", *(evidence(one, "3 hours") for one in sources[::2])),
        version("4 hours", *(evidence(one, "4 hours") for one in sources[1::2])),
    )
    few = discrepancy(
        2,
        DURATIONS,
        "How long did it rain?",
        "3 ≠ 4",
        version("3 hours", evidence(sources[0], "3 hours")),
        version("4 hours", evidence(sources[1], "4 hours")),
    )
    return report(sources, [row, few], [DURATIONS])


def test_a_crowd_shares_a_column():
    whole = ledger(crowd(MOST_COLUMNS + 5))
    assert len(whole.columns) == MOST_COLUMNS
    assert whole.others == "5 other sources"
    told = [(e.letter, "".join(p.text for p in e.words)) for e in whole.disputed[0].others]
    assert told == [("A", "3 sources"), ("B", "2 sources")]
