"""What the rules found → the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from typing import Protocol

from checker import __version__
from checker.model.claim import Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Discrepancy, Finding, Kind, Severity
from checker.model.report import Coverage, Report, RuleInfo, RunInfo
from checker.model.source import Source, Unread
from checker.review.agreements import Ask, agreements_of
from checker.review.draft import draft_of
from checker.review.fingerprint import fingerprint_of, namesakes_of
from checker.review.recall import recall_note
from checker.review.stories import story_of
from checker.review.versions import versions_of

TOOL = "checker"
# A conflict of which the rule is less sure than this is a warning; below the second, a
# note: two such rows in three were wrong on stories that the rules had not seen.
SURE_ENOUGH = 0.5
WORTH_A_LOOK = 0.38
SEVERITY = {
    Kind.CONFLICT: Severity.ERROR,
    Kind.UPDATE: Severity.WARNING,
    Kind.IMPRECISION: Severity.NOTE,
    Kind.WORDING: Severity.NOTE,
}


class Documented(Protocol):
    """What the report tells of a rule."""

    @property
    def code(self) -> str:
        """The code."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def family(self) -> str:
        """The family, in the words of the gold sheets."""

    @property
    def summary(self) -> str:
        """One line."""

    @property
    def explanation(self) -> str:
        """The whole of its documentation."""


def run_info(
    language_model: str, rules: Iterable[Documented], settings: str, today: date | None
) -> RunInfo:
    """Say how the run was made; `settings` are in words."""
    return RunInfo(
        tool=TOOL,
        version=__version__,
        language_model=language_model,
        rules=tuple(rule_info(rule) for rule in rules),
        settings=settings,
        today=today.isoformat() if today else "",
        recall_note=recall_note(),
    )


def rule_info(rule: Documented) -> RuleInfo:
    """Return what is shown of a rule."""
    return RuleInfo(
        code=rule.code,
        name=rule.name,
        family=rule.family,
        summary=rule.summary,
        explanation=rule.explanation,
    )


def report(  # noqa: PLR0913  (one parameter a stage)
    *,
    run: RunInfo,
    sources: Sequence[Source],
    unread: Sequence[Unread] = (),
    claims: Sequence[Claim],
    coverage: Sequence[Coverage],
    clusters: Sequence[ClaimCluster],
    findings: Sequence[Finding],
    ask: Ask,
    min_confidence: float = 0.0,
    new: Set[str] = frozenset(),
) -> Report:
    """Return what is to be said of one story; discrepancies keep the order of the findings.

    `ask` puts the question of a cluster in words. `new` are the ids of the sources that
    the run is asked about.
    """
    by_id = {source.id: source for source in sources}
    names = {rule.code: rule.name for rule in run.rules}
    sure = [found for found in findings if found.confidence >= min_confidence]
    rows = tuple(discrepancy(found, names[found.code], by_id, new) for found in sure)
    return Report(
        run=run,
        sources=tuple(sources),
        unread=tuple(unread),
        claims=tuple(claims),
        clusters=tuple(clusters),
        discrepancies=rows,
        # Against all findings: a doubtful dispute is no agreement either.
        agreements=agreements_of(clusters, findings, by_id, ask),
        coverage=tuple(coverage),
        stories=(story_of(sources),) if sources else (),
        namesakes=tuple(
            (fingerprint_of(found, by_id), other)
            for found in sure
            for other in namesakes_of(found, by_id)
        ),
        draft=draft_of(sources, claims, clusters, rows),
    )


def discrepancy(
    finding: Finding, rule: str, sources: Mapping[str, Source], new: Set[str] = frozenset()
) -> Discrepancy:
    """Return a finding as people are shown it; `rule` is the rule's name, `new` what is asked."""
    return Discrepancy(
        fingerprint=fingerprint_of(finding, sources),
        code=finding.code,
        rule=rule,
        family=finding.family,
        severity=finding.severity or severity_of(finding.kind, finding.confidence),
        kind=finding.kind,
        confidence=finding.confidence,
        question=finding.question,
        explanation=finding.explanation,
        versions=versions_of(finding, sources, new),
        story=next((source.story for source in sources.values()), ""),
    )


def severity_of(kind: Kind, confidence: float) -> Severity:
    """Return how loudly a difference of this kind is reported."""
    loud = kind in {Kind.CONFLICT, Kind.UPDATE}
    if loud and confidence < WORTH_A_LOOK:
        return Severity.NOTE
    if kind is Kind.CONFLICT and confidence < SURE_ENOUGH:
        return Severity.WARNING
    return SEVERITY[kind]


def visible(whole: Report, least: Severity) -> Report:
    """Return the report with only the rows, open or suppressed, that are at least so loud."""
    loud = tuple(each for each in whole.discrepancies if each.severity.rank <= least.rank)
    hidden = tuple(
        each for each in whole.standing.suppressed if each.discrepancy.severity.rank <= least.rank
    )
    standing = whole.standing.model_copy(update={"suppressed": hidden})
    return whole.model_copy(update={"discrepancies": loud, "standing": standing})
