"""Discrepancy → card: versions side by side, copies folded away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from checker.model.discrepancy import Discrepancy, Evidence, Version
from checker.model.report import RuleInfo
from checker.model.source import locate
from checker.model.standing import Suppressed
from checker.render.echoes import find_echoes
from checker.render.excerpt import cut_excerpt
from checker.render.html.directory import LONGEST_LABEL, Directory, card_href, label, tint
from checker.render.html.queries import view_queries
from checker.render.html.view import (
    CardView,
    Paragraph,
    QuotationView,
    RuleView,
    RulingView,
    VersionView,
    VoiceView,
)
from checker.render.inert import Inert, make_inert, shorten
from checker.render.letters import letter
from checker.render.links import fragment_link
from checker.render.sheet import places_of
from checker.render.words import (
    KIND_WORDS,
    REGION_WORDS,
    VERDICT_WORDS,
    backing,
    confidence_word,
    count_of,
    date_words,
    descent_words,
    stamp_words,
)

# Three voices at first sight, some more on demand, the others by name: a version that
# hundreds give is not the better understood for hundreds of quotations.
VOICES_SHOWN = 3
VOICES_FOLDED = 4
NAMES_SHOWN = 30
LONGEST_NAME = 60
LONGEST_VALUE = 160
SHORT_VALUE = 44
LONGEST_PATH = 40

# "11-" at the end of one line and "year" on the next read as two things.
UNBROKEN = 24


def view_card(
    number: int,
    discrepancy: Discrepancy,
    directory: Directory,
    rules: Mapping[str, RuleInfo],
    suppressed: Suppressed | None = None,
) -> CardView:
    """Lay one discrepancy out; `number` is its place on the page, from 1."""
    versions = discrepancy.versions
    return CardView(
        number=str(number),
        anchor=discrepancy.fingerprint,
        href=card_href(discrepancy),
        severity=discrepancy.severity.value,
        kind=KIND_WORDS[discrepancy.kind],
        confidence=confidence_word(discrepancy.confidence),
        family=label(discrepancy.family.replace("-", " ")),
        family_key=discrepancy.family,
        sources=_anchors(versions, directory),
        independent=str(sum(version.independent for version in versions)),
        certainty=f"{discrepancy.confidence:.3f}",
        question=make_inert(shorten(discrepancy.question, 2 * LONGEST_LABEL)),
        explanation=make_inert(shorten(discrepancy.explanation, 4 * LONGEST_LABEL)),
        versions=tuple(_view_version(n, version, directory) for n, version in enumerate(versions)),
        queries=tuple(view_queries(discrepancy, directory)),
        ruling=_view_ruling(suppressed) if suppressed else None,
        rule=_rule_of(discrepancy, rules),
        record=_record(discrepancy),
        decision=_decision(suppressed),
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


def _view_ruling(suppressed: Suppressed) -> RulingView:
    """Say what was decided, or that it is in the baseline."""
    decision = suppressed.decision
    if decision is None:
        return RulingView("known", (), make_inert("in the baseline"), ())
    signed = [decision.by, decision.on.isoformat() if decision.on else ""]
    signed.append(f"until {decision.expires.isoformat()}" if decision.expires else "")
    return RulingView(
        verdict=VERDICT_WORDS[decision.verdict],
        correct=label(decision.correct),
        reason=make_inert(shorten(decision.reason, 2 * LONGEST_LABEL)),
        signed=label(", ".join(part for part in signed if part)),
    )


def _record(discrepancy: Discrepancy) -> str:
    """What a decision repeats of its discrepancy, exactly, in ASCII."""
    repeated = {
        "fingerprint": discrepancy.fingerprint,
        "question": discrepancy.question,
        "story": discrepancy.story,
        "code": discrepancy.code,
        "sources": places_of(discrepancy),
    }
    return json.dumps({key: told for key, told in repeated.items() if told})


def _decision(suppressed: Suppressed | None) -> str:
    """The decision that settles a card, in ASCII."""
    if suppressed is None or suppressed.decision is None:
        return ""
    return json.dumps(suppressed.decision.model_dump(mode="json", exclude_defaults=True))


def _anchors(versions: Iterable[Version], directory: Directory) -> str:
    """Name the rows of all sources that take part, once each."""
    keys = dict.fromkeys(key for version in versions for key in version.sources)
    return " ".join(directory.link(key).anchor for key in keys)


def _rule_of(discrepancy: Discrepancy, rules: Mapping[str, RuleInfo]) -> RuleView:
    known = rules.get(discrepancy.code)
    if known:
        return view_rule(known)
    name, family = label(discrepancy.rule), label(discrepancy.family.replace("-", " "))
    return RuleView(label(discrepancy.code), name, family, ())


def _view_version(place: int, version: Version, directory: Directory) -> VersionView:
    echoes = find_echoes(version, directory.sources)
    voices = _voices(version, directory)
    speaking = [key for key in voices if key not in echoes][:VOICES_SHOWN]
    folded = [key for key in voices if key not in speaking]
    return VersionView(
        letter=letter(place),
        tint=tint(place),
        value=make_inert(shorten(stamp_words(version.value), LONGEST_VALUE)),
        long=len(version.value) > SHORT_VALUE,
        backing=backing(version),
        pips=("pip",) * min(version.independent, 12),
        voices=tuple(voices[key] for key in speaking),
        folded=tuple(voices[key] for key in folded[:VOICES_FOLDED]),
        more=_more_words(folded, echoes),
        named=_named(folded[VOICES_FOLDED:], directory),
    )


def _named(keys: Sequence[str], directory: Directory) -> Inert:
    """Name the sources that are given no room of their own."""
    if not keys:
        return ()
    names = [shorten(directory.names.get(k, k), LONGEST_NAME) for k in keys[:NAMES_SHOWN]]
    left = len(keys) - len(names)
    told = f"also {', '.join(names)}"
    return make_inert(f"{told} and {left:,} more" if left else told)


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
    url = source.url if source else ""
    first, *others = (view_quotation(one, url, directory) for one in evidence)
    return VoiceView(
        source=directory.link(key),
        date=label(date_words(source.published.moment)) if source else (),
        descent=label(descent_words(source, directory.names)) if source else (),
        first=first,
        others=tuple(others),
        more=f"and in {count_of(len(others), 'more place')}" if others else "",
    )


def view_quotation(evidence: Evidence, url: str, directory: Directory) -> QuotationView:
    """Lay a quotation out in its sentence; `url` is the page it came from."""
    excerpt = cut_excerpt(evidence)
    exact = make_inert(excerpt.exact)
    return QuotationView(
        before=make_inert(excerpt.before),
        exact=exact,
        after=make_inert(excerpt.after),
        whole=sum(len(piece.text) for piece in exact) <= UNBROKEN,
        region=REGION_WORDS[evidence.region],
        place=_place(evidence),
        href=directory.place_href(evidence),
        url=fragment_link(url, evidence),
    )


def _place(evidence: Evidence) -> Inert:
    path = _short_path(evidence.path)
    return label(locate(path, evidence.member, evidence.place, evidence.line))


def _short_path(path: str) -> str:
    """A path as far as there is room for it; the table of sources has the whole."""
    return path if len(path) <= LONGEST_PATH else f"…/{PurePosixPath(path).name}"
