"""What the page calls a source, a question and a place, and where it keeps them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from checker.model.discrepancy import Discrepancy, Evidence
from checker.model.source import Source, locate
from checker.render.html.view import Reference, SourceLink
from checker.render.inert import Inert, make_inert, shorten
from checker.render.letters import letter

LONGEST_LABEL = 300

# As many tints as the style sheet has; the letter beside each tells them apart as well.
TINTS = ("va", "vb", "vc", "vd", "ve", "vf")


class Directory:
    """The sources of a report by id, with their names and anchors on the page.

    `texts` are the ids of those whose text is on the page, without it all.
    """

    def __init__(self, sources: Iterable[Source], texts: Collection[str] | None = None) -> None:
        self.sources = {source.id: source for source in sources}
        self.texts = self.sources.keys() if texts is None else texts
        self.names = _distinct_names(self.sources.values())
        self._anchors = {key: f"source-{n}" for n, key in enumerate(self.sources, 1)}

    def link(self, key: str) -> SourceLink:
        """Link to a source's row; a source that is not in the report has its id alone."""
        return SourceLink(label(self.names.get(key, key)), self._anchors.get(key, "sources"))

    def place_anchor(self, key: str, start: int) -> str:
        """The anchor of a marked place inside a source's text."""
        return f"{self._anchors.get(key, 'sources')}-at-{start}"

    def place_href(self, evidence: Evidence) -> str:
        """The link to a marked place, or to the source's row where its text is left out."""
        if evidence.source not in self.texts:
            return f"#{self._anchors.get(evidence.source, 'sources')}"
        return "#" + self.place_anchor(evidence.source, evidence.start)


def label(text: str) -> Inert:
    """Make a short text harmless: names, paths, titles."""
    return make_inert(shorten(text, LONGEST_LABEL))


def card_href(discrepancy: Discrepancy) -> str:
    """The permanent link of a discrepancy."""
    return "#" + quote(discrepancy.fingerprint, safe=":-._~")


def tint(version: int) -> str:
    """The tint of the version at a place from 0."""
    return TINTS[version % len(TINTS)]


def refer(number: int, version: int, discrepancy: Discrepancy) -> Reference:
    """Refer to a version of a numbered question: "3B"."""
    return Reference(
        text=f"{number}{letter(version)}",
        href=card_href(discrepancy),
        tint=tint(version),
        says=f"question {number}, answer {letter(version)}",
    )


def _distinct_names(sources: Iterable[Source]) -> dict[str, str]:
    """Name each source; two of one publisher have their place beside it."""
    listed = list(sources)
    shared = Counter(source.name for source in listed)
    return {
        source.id: source.name
        if shared[source.name] == 1
        else f"{source.name} · {locate(PurePosixPath(source.path).stem, source.member)}"
        for source in listed
    }
