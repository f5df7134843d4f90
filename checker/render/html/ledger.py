"""The ledger: every question with the answer of each source, disputed or shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.model.discrepancy import Discrepancy, Evidence
from checker.model.report import Agreement, Report
from checker.render.html.directory import Directory, card_href, label, tint
from checker.render.html.view import SourceLink
from checker.render.inert import Inert, make_inert, shorten
from checker.render.letters import letter
from checker.render.words import count_of, date_words, descent_words, stamp_words

# More columns than this are no longer read across; the rest share the last column.
MOST_COLUMNS = 12
LONGEST_ANSWER = 70
AGREED = "agreed"
BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class EntryView:
    """One answer in a cell: its letter (none where nobody differs), words, and their place."""

    letter: str
    tint: str
    words: Inert
    href: str


@dataclass(frozen=True, slots=True)
class CellView:
    """What one source answers: nothing where it is silent; greyed where it is a copy."""

    source: Inert
    copied: bool
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One question: number and link where it has a card, backing where it is shared."""

    anchor: str
    number: str
    href: str
    severity: str
    question: Inert
    backing: str
    cells: tuple[CellView, ...]
    others: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A source at the head of a column."""

    link: SourceLink
    note: Inert
    copied: bool


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The whole table; `others` names the column of the sources without one of their own."""

    columns: tuple[ColumnView, ...]
    others: str
    disputed: tuple[RowView, ...]
    agreed: tuple[RowView, ...]
    width: str


@dataclass(frozen=True, slots=True)
class Saying:
    """An answer of one source before it is laid out."""

    letter: str
    tint: str
    evidence: Evidence


def view_ledger(report: Report, directory: Directory) -> LedgerView:
    """Set questions against sources, the disputed ones first."""
    disputed = [_disputed_sayings(one) for one in report.discrepancies]
    agreed = [_agreed_sayings(one) for one in report.agreements]
    columns = _columns(report, [*disputed, *agreed])
    left = len(report.sources) - len(columns)
    return LedgerView(
        columns=tuple(_view_column(key, directory) for key in columns),
        others=count_of(left, "other source") if left else "",
        disputed=tuple(
            _disputed_row(number, one, sayings, columns, directory)
            for number, (one, sayings) in enumerate(
                zip(report.discrepancies, disputed, strict=True), 1
            )
        ),
        agreed=tuple(
            _agreed_row(number, one, sayings, columns, directory)
            for number, (one, sayings) in enumerate(zip(report.agreements, agreed, strict=True), 1)
        ),
        width=str(len(columns) + (2 if left else 1)),
    )


def agreed_anchor(number: int) -> str:
    """The anchor of a shared answer, numbered from 1."""
    return f"agreed-{number}"


def _disputed_sayings(discrepancy: Discrepancy) -> list[Saying]:
    return [
        Saying(letter(place), tint(place), evidence)
        for place, version in enumerate(discrepancy.versions)
        for evidence in version.evidence
    ]


def _agreed_sayings(agreement: Agreement) -> list[Saying]:
    shared = [Saying("", AGREED, evidence) for evidence in agreement.evidence]
    return [*shared, *(Saying("", BESIDE, evidence) for evidence in agreement.beside)]


def _columns(report: Report, rows: Iterable[Sequence[Saying]]) -> list[str]:
    """Choose the sources that take part in most questions, in the order of the report."""
    if len(report.sources) <= MOST_COLUMNS:
        return [source.id for source in report.sources]
    taking_part = Counter(key for row in rows for key in {each.evidence.source for each in row})
    order = [source.id for source in report.sources]
    busiest = sorted(order, key=lambda key: -taking_part[key])[:MOST_COLUMNS]
    return [key for key in order if key in busiest]


def _view_column(key: str, directory: Directory) -> ColumnView:
    source = directory.sources[key]
    note = descent_words(source, directory.names) or date_words(source.published.moment)
    return ColumnView(directory.link(key), label(note or "undated"), bool(source.copy_of))


def _disputed_row(
    number: int,
    discrepancy: Discrepancy,
    sayings: Sequence[Saying],
    columns: Sequence[str],
    directory: Directory,
) -> RowView:
    return RowView(
        anchor=f"row-{number}",
        number=str(number),
        href=card_href(discrepancy),
        severity=discrepancy.severity.value,
        question=label(discrepancy.question),
        backing="",
        cells=tuple(_cell(key, sayings, directory) for key in columns),
        others=tuple(_tallied(sayings, columns)),
    )


def _agreed_row(
    number: int,
    agreement: Agreement,
    sayings: Sequence[Saying],
    columns: Sequence[str],
    directory: Directory,
) -> RowView:
    return RowView(
        anchor=agreed_anchor(number),
        number="",
        href="",
        severity="",
        question=label(agreement.question),
        backing=f"{agreement.independent:,} independent",
        cells=tuple(_cell(key, sayings, directory) for key in columns),
        others=tuple(_tallied(sayings, columns)),
    )


def _cell(key: str, sayings: Sequence[Saying], directory: Directory) -> CellView:
    """What a source answers, each answer once, in the words of its first place."""
    own: dict[tuple[str, str], Evidence] = {}
    for each in sayings:
        if each.evidence.source == key:
            own.setdefault((each.letter, each.tint), each.evidence)
    return CellView(
        source=directory.link(key).name,
        copied=bool(directory.sources[key].copy_of),
        entries=tuple(
            EntryView(
                mark,
                colour,
                make_inert(shorten(stamp_words(evidence.quote), LONGEST_ANSWER)),
                directory.place_href(evidence),
            )
            for (mark, colour), evidence in own.items()
        ),
    )


def _tallied(sayings: Sequence[Saying], columns: Sequence[str]) -> Iterator[EntryView]:
    """Count the answers of the sources that have no column."""
    beyond = {
        (each.letter, each.tint, each.evidence.source)
        for each in sayings
        if each.evidence.source not in columns
    }
    tally = Counter((mark, colour) for mark, colour, _ in beyond)
    for (mark, colour), number in sorted(tally.items()):
        yield EntryView(mark, colour, make_inert(count_of(number, "source")), "")
