"""The checker's sheet: a row a discrepancy, what is decided filled in, the rest to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.model.decision import Decision
from checker.model.discrepancy import Discrepancy, Evidence, Version
from checker.model.report import Agreement, Report
from checker.model.sheet import OPEN, Column
from checker.model.source import Source
from checker.render.echoes import find_echoes
from checker.render.excerpt import cut_excerpt
from checker.render.inert import shorten, to_visible
from checker.render.letters import letter
from checker.render.words import KIND_WORDS, backing, date_words, descent_words, footing_words

# A spreadsheet refuses more than 32,767 characters in a cell; nobody reads so many.
LONGEST_CELL = 4_000
LONGEST_ANSWER = 300

Row = Mapping[str, str]
AGREED_COLUMNS = ("Question", "Answer", "Independent", "Sources", "Story")
DRAFT_COLUMNS = ("Line", "Sentence", "Stands", "Backed by", "Others have")
SOURCE_COLUMNS = ("Source", "Title", "Date", "Whose text", "File", "Address", "Story")


def sheet_rows(report: Report) -> Iterator[Row]:
    """Yield the rows of the sheet: what is open, then what is decided or known."""
    sources = {source.id: source for source in report.sources}
    settled = [(each.discrepancy, each.decision) for each in report.standing.suppressed]
    rows = [*((row, None) for row in report.discrepancies), *settled]
    for number, (row, decision) in enumerate(rows, 1):
        yield {**_found(number, row, sources), **_decided(decision)}


def agreed_rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Yield what independent sources share."""
    names = {source.id: source.name for source in report.sources}
    for each in report.agreements:
        yield _cells(*_agreed(each, names))


def source_rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Yield the sources."""
    names = {source.id: source.name for source in report.sources}
    for source in report.sources:
        yield _cells(
            source.name,
            source.title,
            date_words(source.published.moment),
            descent_words(source, names),
            source.location,
            source.url,
            source.story,
        )


def draft_rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Yield the sentences of the draft with what they stand on."""
    names = {source.id: source.name for source in report.sources}
    for sentence in report.draft.sentences if report.draft else ():
        backing = [one for claim in sentence.claims for one in claim.backing]
        against = [one for claim in sentence.claims for one in claim.against]
        yield (
            str(sentence.line),
            _cell(sentence.text),
            footing_words(sentence),
            _lines(_quoted(backing, names)),
            _lines(_quoted(against, names)),
        )


def _quoted(places: Iterable[Evidence], names: Mapping[str, str]) -> Iterable[str]:
    """Who says what, each once."""
    return dict.fromkeys(
        f"{names.get(one.source, one.source)}: “{shorten(one.quote, LONGEST_ANSWER)}”"
        for one in places
    )


def places_of(row: Discrepancy) -> list[str]:
    """The files that take part, as a decision names them."""
    return sorted({place.path for version in row.versions for place in version.evidence})


def _agreed(agreement: Agreement, names: Mapping[str, str]) -> tuple[str, ...]:
    who = ", ".join(names.get(key, key) for key in agreement.sources)
    independent = str(agreement.independent)
    return agreement.question, agreement.value, independent, who, agreement.story


def _found(number: int, row: Discrepancy, sources: Mapping[str, Source]) -> Row:
    return {
        Column.NUMBER: str(number),
        Column.SEVERITY: f"{row.severity} ({KIND_WORDS[row.kind]})",
        Column.FACT: _cell(row.question),
        Column.VERSIONS: _lines(f"{_sign(n)}{_answer(v)}" for n, v in enumerate(row.versions)),
        Column.SOURCES: _lines(
            f"{_sign(n)}{line}"
            for n, version in enumerate(row.versions)
            for line in _voices(version, sources)
        ),
        Column.RULE: _cell(f"{row.code} {row.rule}"),
        Column.FILES: _lines(places_of(row)),
        Column.FINGERPRINT: _cell(row.fingerprint),
        Column.STORY: _cell(row.story),
    }


def _decided(decision: Decision | None) -> Row:
    """What a person decided, in the columns that people fill in."""
    if decision is None:
        blank = (Column.CORRECT, Column.BY, Column.DATE, Column.NOTE, Column.EXPIRES)
        return {Column.STATUS: OPEN, **dict.fromkeys(blank, "")}
    return {
        Column.STATUS: decision.verdict.value,
        Column.CORRECT: _cell(decision.correct),
        Column.BY: _cell(decision.by),
        Column.DATE: decision.on.isoformat() if decision.on else "",
        Column.NOTE: _cell(decision.reason),
        Column.EXPIRES: decision.expires.isoformat() if decision.expires else "",
    }


def _sign(place: int) -> str:
    return f"{letter(place)}. "


def _answer(version: Version) -> str:
    return f"{shorten(version.value, LONGEST_ANSWER)} ({backing(version)})"


def _voices(version: Version, sources: Mapping[str, Source]) -> Iterator[str]:
    """Who gives a version, each source once, with its words; who only repeats it, by name."""
    echoes = find_echoes(version, sources)
    told: set[str] = set()
    for evidence in version.evidence:
        if evidence.source in told:
            continue
        told.add(evidence.source)
        source = sources.get(evidence.source)
        known = [source.name, date_words(source.published.moment)] if source else [evidence.source]
        who = ", ".join(part for part in known if part)
        excerpt = cut_excerpt(evidence)
        words = f"“{excerpt.before}{excerpt.exact}{excerpt.after}”"
        yield f"{who} (repeats it)" if evidence.source in echoes else f"{who}: {words}"


def _cells(*texts: str) -> tuple[str, ...]:
    return tuple(_cell(text) for text in texts)


def _cell(text: str) -> str:
    """Make source text fit for a cell: on one line, nothing unseen."""
    return shorten(to_visible(text), LONGEST_CELL)


def _lines(lines: Iterable[str]) -> str:
    """Put several lines into one cell."""
    return shorten("\n".join(to_visible(line) for line in lines), LONGEST_CELL)
