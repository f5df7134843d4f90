"""A discrepancy in one line: the question, and who answers what."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model.discrepancy import Discrepancy, Version
from checker.model.report import Report
from checker.render.inert import shorten, to_line

LONGEST_TITLE = 200
LONGEST_VALUE = 120
NAMES_SHOWN = 3


def title_of(row: Discrepancy) -> str:
    """Name the rule and the question: "Q01 figures-differ: How many boats?"."""
    return shorten(to_line(f"{row.code} {row.rule}: {row.question}"), LONGEST_TITLE)


def sentence_of(row: Discrepancy, report: Report) -> str:
    """Say in one line who answers what: 'How many? "3" (Port Post); "7" (Radio).'."""
    names = names_of(report)
    answers = "; ".join(f"“{value_of(v)}” ({givers_of(v, names)})" for v in row.versions)
    return f"{shorten(to_line(row.question), LONGEST_TITLE)} Sources differ: {answers}."


def names_of(report: Report) -> dict[str, str]:
    """Return what people call each source, by id."""
    return {source.id: source.name for source in report.sources}


def value_of(version: Version) -> str:
    """Return an answer on one line."""
    return shorten(to_line(version.value), LONGEST_VALUE)


def givers_of(version: Version, names: Mapping[str, str]) -> str:
    """Name those who give an answer, a few of them."""
    shown = [
        shorten(to_line(names.get(each, each)), LONGEST_VALUE)
        for each in version.sources[:NAMES_SHOWN]
    ]
    more = len(version.sources) - len(shown)
    return ", ".join([*shown, *([f"{more} more"] if more else [])])
