"""The report as JUnit XML: a suite a source, a case a discrepancy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model.discrepancy import Discrepancy
from checker.model.report import Report
from checker.model.source import Source, Unread
from checker.model.standing import Suppressed
from checker.render.inert import to_line
from checker.render.ranked import places_of, rows_of
from checker.render.sentence import sentence_of, title_of
from checker.render.words import suppression_words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Characters that XML 1.0 cannot hold, escaped or not.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(report: Report) -> bytes:
    """Write the report as XML in UTF-8.

    A source in which nothing was found is one case that passes. What is suppressed
    is skipped, a document that could not be read is an error.
    """
    # Late; it writes only, and what it reads are our own strings.
    from xml.etree import ElementTree  # noqa: PLC0415

    root = ElementTree.Element("testsuites", name=report.run.tool)
    for suite in (*_suites(report), *map(_unread_suite, report.unread)):
        root.append(suite)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _suites(report: Report) -> Iterator[Element]:
    """Yield a suite for each source: with new ones, for these alone."""
    rows: dict[str, list[tuple[Discrepancy, Suppressed | None]]] = {}
    for row, why in rows_of(report):
        rows.setdefault(places_of(row, report)[0].source, []).append((row, why))
    for source in report.sources:
        if source.id in rows or not report.new_sources or source.id in report.new_sources:
            cases = [_case(row, why, source, report) for row, why in rows.get(source.id, ())]
            yield _suite(source.location, cases or [_element("testcase", name="no discrepancy")])


def _suite(path: str, cases: list[Element]) -> Element:
    """Count the cases of a suite and name each after its file."""
    outcomes = [[child.tag for child in case] for case in cases]
    suite = _element(
        "testsuite",
        name=path,
        tests=str(len(cases)),
        failures=str(sum("failure" in each for each in outcomes)),
        errors=str(sum("error" in each for each in outcomes)),
        skipped=str(sum("skipped" in each for each in outcomes)),
    )
    for case in cases:
        case.set("classname", suite.get("name", ""))
        suite.append(case)
    return suite


def _case(
    row: Discrepancy, suppressed: Suppressed | None, source: Source, report: Report
) -> Element:
    case = _element("testcase", name=f"{title_of(row)} ({row.fingerprint})", file=source.path)
    if suppressed:
        case.append(_element("skipped", message=suppression_words(suppressed)))
        return case
    first = places_of(row, report)[0]
    if first.in_file:
        case.set("line", str(first.line))
    failure = _element("failure", message=sentence_of(row, report), type=row.severity.value)
    failure.text = "\n".join(legal(line) for line in _lines(row, report))
    case.append(failure)
    return case


def _lines(row: Discrepancy, report: Report) -> Iterator[str]:
    """Yield where each answer stands; every line begins with a word of ours."""
    yield f"Why: {to_line(row.explanation)}"
    for place in places_of(row, report):
        where = f"{place.location}:{place.column}" if place.in_file else place.location
        yield f"At {to_line(f'{where}: “{place.quote}”')}"


def _unread_suite(unread: Unread) -> Element:
    case = _element("testcase", name="document can be read")
    case.append(_element("error", message=f"{unread.reason}; {unread.remedy}", type="unread"))
    return _suite(unread.path, [case])


def _element(tag: str, **attributes: str) -> Element:
    from xml.etree import ElementTree  # noqa: PLC0415

    return ElementTree.Element(tag, {key: legal(told) for key, told in attributes.items()})


def legal(text: str) -> str:
    """Put text on one line of characters that XML can hold."""
    return ILLEGAL.sub("\ufffd", to_line(text))
