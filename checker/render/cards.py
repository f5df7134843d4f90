"""Discrepancy → card: versions side by side, copies folded away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from checker.model.discrepancy import Discrepancy, Evidence, Version
from checker.model.report import RuleInfo
from checker.model.source import Source
from checker.render.echoes import find_echoes
from checker.render.excerpt import cut_excerpt
from checker.render.inert import Inert, make_inert, shorten
from checker.render.links import fragment_link
from checker.render.view import (
    CardView,
    Paragraph,
    QuotationView,
    RuleView,
    SourceLink,
    VersionView,
    VoiceView,
)
from checker.render.words import (
    KIND_WORDS,
    REGION_WORDS,
    backing,
    confidence_word,
    count_of,
    date_words,
    descent_words,
)

VOICES_SHOWN = 3
LONGEST_VALUE = 160
LONGEST_LABEL = 300

# "11-" at the end of one line and "year" on the next read as two things.
UNBROKEN = 24


class Directory:
    """The sources of a report by id, with the anchors of their rows."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources = {source.id: source for source in sources}
        self.names = {key: source.name for key, source in self.sources.items()}
        self._anchors = {key: f"source-{n}" for n, key in enumerate(self.sources, 1)}

    def link(self, key: str) -> SourceLink:
        """Link to a source's row; a source that is not in the report has its id alone."""
        return SourceLink(label(self.names.get(key, key)), self._anchors.get(key, "sources"))


def label(text: str) -> Inert:
    """Make a short text harmless: names, paths, titles."""
    return make_inert(shorten(text, LONGEST_LABEL))


def view_card(
    discrepancy: Discrepancy, directory: Directory, rules: Mapping[str, RuleInfo]
) -> CardView:
    """Lay one discrepancy out."""
    return CardView(
        anchor=discrepancy.fingerprint,
        href="#" + quote(discrepancy.fingerprint, safe=":-._~"),
        severity=discrepancy.severity.value,
        kind=KIND_WORDS[discrepancy.kind],
        confidence=confidence_word(discrepancy.confidence),
        family=label(discrepancy.family.replace("-", " ")),
        family_key=discrepancy.family,
        question=make_inert(shorten(discrepancy.question, 2 * LONGEST_LABEL)),
        explanation=make_inert(shorten(discrepancy.explanation, 4 * LONGEST_LABEL)),
        versions=tuple(_view_version(version, directory) for version in discrepancy.versions),
        rule=_rule_of(discrepancy, rules),
    )


def view_rule(rule: RuleInfo) -> RuleView:
    """Lay a rule's explanation out in paragraphs."""
    return RuleView(
        code=label(rule.code),
        name=label(rule.name),
        family=label(rule.family.replace("-", " ")),
        paragraphs=tuple(view_paragraphs(rule.explanation or rule.summary)),
    )


def view_paragraphs(explanation: str) -> Iterable[Paragraph]:
    """Cut a docstring at its empty lines; indented lines are the examples of their paragraph."""
    for block in explanation.strip().split("\n\n"):
        lines = block.splitlines()
        text = " ".join(line.strip() for line in lines if not line.startswith(" "))
        examples = (line.strip() for line in lines if line.startswith(" "))
        yield Paragraph(make_inert(text), tuple(make_inert(e) for e in examples if e))


def _rule_of(discrepancy: Discrepancy, rules: Mapping[str, RuleInfo]) -> RuleView:
    known = rules.get(discrepancy.code)
    if known:
        return view_rule(known)
    name, family = label(discrepancy.rule), label(discrepancy.family.replace("-", " "))
    return RuleView(label(discrepancy.code), name, family, ())


def _view_version(version: Version, directory: Directory) -> VersionView:
    echoes = find_echoes(version, directory.sources)
    voices = _voices(version, directory)
    speaking = [key for key in voices if key not in echoes][:VOICES_SHOWN]
    folded = [key for key in voices if key not in speaking]
    return VersionView(
        value=make_inert(shorten(version.value, LONGEST_VALUE)),
        backing=backing(version),
        pips=("pip",) * min(version.independent, 12),
        voices=tuple(voices[key] for key in speaking),
        folded=tuple(voices[key] for key in folded),
        more=_more_words(folded, echoes),
    )


def _voices(version: Version, directory: Directory) -> dict[str, VoiceView]:
    """Gather the evidence of each source, in the order of the report."""
    by_source: dict[str, list[Evidence]] = {}
    for evidence in version.evidence:
        by_source.setdefault(evidence.source, []).append(evidence)
    return {key: _view_voice(key, found, directory) for key, found in by_source.items()}


def _more_words(folded: list[str], echoes: frozenset[str]) -> str:
    """Name what is folded away."""
    if not folded:
        return ""
    if not echoes.issuperset(folded):
        return f"and {count_of(len(folded), 'more source')}"
    verb = "repeats" if len(folded) == 1 else "repeat"
    return f"and {count_of(len(folded), 'source')} that {verb} it"


def _view_voice(key: str, evidence: list[Evidence], directory: Directory) -> VoiceView:
    source = directory.sources.get(key)
    return VoiceView(
        source=directory.link(key),
        date=label(date_words(source.published.moment)) if source else (),
        descent=label(descent_words(source, directory.names)) if source else (),
        quotations=tuple(_view_quotation(e, source.url if source else "") for e in evidence),
    )


def _view_quotation(evidence: Evidence, url: str) -> QuotationView:
    excerpt = cut_excerpt(evidence)
    exact = make_inert(excerpt.exact)
    return QuotationView(
        before=make_inert(excerpt.before),
        exact=exact,
        after=make_inert(excerpt.after),
        whole=sum(len(piece.text) for piece in exact) <= UNBROKEN,
        region=REGION_WORDS[evidence.region],
        place=label(evidence.location),
        url=fragment_link(url, evidence),
    )
