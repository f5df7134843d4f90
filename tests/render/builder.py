"""Reports made by hand: quotations are found in the texts, so every offset is true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from checker.model.claim import Attribute, Claim, Question
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Discrepancy, Evidence, Kind, Severity, Version
from checker.model.report import Agreement, Coverage, Report, RuleInfo, RunInfo
from checker.model.source import (
    Credit,
    DateOrigin,
    Published,
    RegionKind,
    Source,
    Unread,
)
from checker.model.span import Span
from checker.model.value import Grain, Moment

SENTENCE_END = re.compile(r"(?<=[.!?”])\s|\n")


def moment(year: int, month: int = 1, day: int = 1, grain: Grain = Grain.DAY) -> Moment:
    """A resolved date."""
    first = datetime(year, month, day)
    length = {Grain.DAY: 1, Grain.MONTH: 28, Grain.YEAR: 365}[grain]
    return Moment(text="", first=first, last=first + timedelta(days=length), grain=grain)


def source(
    name: str,
    text: str,
    *,
    publisher: str = "",
    title: str = "",
    url: str = "",
    when: Moment | None = None,
    origin_of_date: DateOrigin = DateOrigin.FRONT_MATTER,
    confidence: float = 0.95,
    copy_of: str | None = None,
    origin: str = "",
    credit: str = "",
) -> Source:
    """A document; `credit` is an outlet named in its text."""
    at = text.find(credit)
    key = name.partition(".")[0]
    return Source(
        id=key,
        path=f"stories/bridge/{name}",
        text=text,
        title=title,
        publisher=publisher,
        url=url,
        published=Published(moment=when, origin=origin_of_date, confidence=confidence)
        if when
        else Published(),
        credits=(Credit(outlet=credit, span=Span(source=key, start=at, end=at + len(credit))),)
        if credit
        else (),
        copy_of=copy_of,
        origin=origin or copy_of or key,
    )


def evidence(of: Source, quote: str, region: RegionKind = RegionKind.BODY) -> Evidence:
    """The first place of a quotation, with the sentence around it."""
    start = of.text.index(quote)
    end = start + len(quote)
    before = [m.end() for m in SENTENCE_END.finditer(of.text, 0, start)]
    after = SENTENCE_END.search(of.text, end)
    first, last = (before[-1] if before else 0), (after.start() if after else len(of.text))
    line_start = of.text.rfind("\n", 0, start) + 1
    return Evidence(
        source=of.id,
        path=of.path,
        start=start,
        end=end,
        line=of.text.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        quote=quote,
        prefix=of.text[max(0, start - 32) : start],
        suffix=of.text[end : end + 32],
        sentence=of.text[first:last],
        sentence_start=first,
        region=region,
        found_by="hand",
    )


def version(value: str, *places: Evidence, independent: int | None = None) -> Version:
    """One answer and where it stands."""
    names = tuple(dict.fromkeys(place.source for place in places))
    return Version(
        value=value,
        normal=value.lower(),
        evidence=places,
        sources=names,
        independent=len(names) if independent is None else independent,
    )


def discrepancy(
    number: int,
    rule: RuleInfo,
    question: str,
    explanation: str,
    *versions: Version,
    severity: Severity = Severity.ERROR,
    kind: Kind = Kind.CONFLICT,
    confidence: float = 0.9,
) -> Discrepancy:
    """A question and its versions; the number makes the fingerprint."""
    return Discrepancy(
        fingerprint=f"v1:{number:016x}",
        code=rule.code,
        rule=rule.name,
        family=rule.family,
        severity=severity,
        kind=kind,
        confidence=confidence,
        question=question,
        explanation=explanation,
        versions=versions,
    )


def dated(of: Source, words: str, when: Moment) -> Claim:
    """A claim that something happened at a time, in the sentence around its words."""
    place = evidence(of, words)
    return Claim(
        id=f"{of.id}:{place.start}",
        question=Question(attribute=Attribute.DATE),
        value=when,
        span=Span(source=of.id, start=place.start, end=place.end),
        words=words,
        sentence=Span(
            source=of.id,
            start=place.sentence_start,
            end=place.sentence_start + len(place.sentence),
        ),
        found_by="hand",
    )


def cluster(*claims: Claim) -> ClaimCluster:
    """Claims that answer one question."""
    first = claims[0]
    return ClaimCluster(
        key=first.id, attribute=first.question.attribute, claims=claims, likeness=1.0
    )


def report(
    sources: Sequence[Source],
    discrepancies: Sequence[Discrepancy] = (),
    rules: Sequence[RuleInfo] = (),
    agreements: Sequence[Agreement] = (),
    unread: Sequence[Unread] = (),
    clusters: Sequence[ClaimCluster] = (),
) -> Report:
    """A whole report; coverage is counted roughly from the texts."""
    return Report(
        run=RunInfo(
            tool="checker",
            version="0.0.0",
            language_model="en_core_web_sm 3.8.0",
            rules=tuple(rules),
            settings="align.threshold = 0.5; ingest.max_bytes = 25000000",
            today="2021-06-01",
            recall_note="On test stories about 6 in 10 of the discrepancies that people marked "
            "are found; the others are missed in silence.",
        ),
        sources=tuple(sources),
        unread=tuple(unread),
        claims=tuple(claim for one in clusters for claim in one.claims),
        clusters=tuple(clusters),
        discrepancies=tuple(discrepancies),
        agreements=tuple(agreements),
        coverage=tuple(_coverage(one) for one in sources),
    )


def _coverage(of: Source) -> Coverage:
    sentences = len([part for part in SENTENCE_END.split(of.text) if part.strip()])
    figures = len(re.findall(r"\d+", of.text))
    return Coverage(
        source=of.id,
        sentences=sentences,
        sentences_with_claims=sentences * 2 // 3,
        figures=figures,
        figures_with_claims=max(0, figures - 2),
    )
