"""Texts ready to be sent about a question: to the desk, and to each outlet that answers it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model.discrepancy import Discrepancy, Evidence, Version
from checker.render.echoes import find_echoes
from checker.render.excerpt import cut_excerpt
from checker.render.html.directory import Directory, label
from checker.render.html.view import QueryView
from checker.render.inert import make_inert, shorten
from checker.render.letters import letter
from checker.render.links import web_address
from checker.render.words import date_words

# A letter to more outlets than this is a round robin; the desk's text names them all.
MOST_OUTLETS = 6
LONGEST_ANSWER = 160


def view_queries(discrepancy: Discrepancy, directory: Directory) -> Iterator[QueryView]:
    """Write to the desk first, then to each outlet that speaks for itself."""
    yield _query("the desk", _to_the_desk(discrepancy, directory))
    told: set[str] = set()
    for version in discrepancy.versions:
        for evidence in _own_words(version, directory):
            if evidence.source not in told and len(told) < MOST_OUTLETS:
                told.add(evidence.source)
                name = directory.names.get(evidence.source, evidence.source)
                yield _query(name, _to_an_outlet(discrepancy, version, evidence, directory))


def _query(addressee: str, lines: Iterator[str]) -> QueryView:
    return QueryView(label(addressee), tuple(make_inert(line) for line in lines))


def _to_the_desk(discrepancy: Discrepancy, directory: Directory) -> Iterator[str]:
    yield f"Our sources differ: {discrepancy.question}"
    for place, version in enumerate(discrepancy.versions):
        yield f"{letter(place)}. {shorten(version.value, LONGEST_ANSWER)}"
        for evidence in _own_words(version, directory):
            yield f"– {_who(evidence, directory)}: {_words(evidence)}"
    yield "Which answer do we use, and what does it rest on?"


def _to_an_outlet(
    discrepancy: Discrepancy, version: Version, evidence: Evidence, directory: Directory
) -> Iterator[str]:
    others = [shorten(v.value, LONGEST_ANSWER) for v in discrepancy.versions if v != version]
    source = directory.sources.get(evidence.source)
    page = web_address(source.url) if source else ""
    yield f"We are comparing reports on this question: {discrepancy.question}"
    yield f"Yours ({_who(evidence, directory)}) has: {_words(evidence)}"
    if page:
        yield page
    yield f"Other reports have: {'; '.join(others)}."
    yield "Could you tell us what your wording rests on, and whether it still stands?"


def _own_words(version: Version, directory: Directory) -> Iterator[Evidence]:
    """The first quotation of each source that does not merely repeat another."""
    seen = set(find_echoes(version, directory.sources))
    for evidence in version.evidence:
        if evidence.source not in seen:
            seen.add(evidence.source)
            yield evidence


def _who(evidence: Evidence, directory: Directory) -> str:
    name = directory.names.get(evidence.source, evidence.source)
    source = directory.sources.get(evidence.source)
    date = date_words(source.published.moment) if source else ""
    return f"{name}, {date or 'undated'}"


def _words(evidence: Evidence) -> str:
    excerpt = cut_excerpt(evidence)
    return f"“{excerpt.before}{excerpt.exact}{excerpt.after}”"
