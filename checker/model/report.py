"""Everything one run has to say."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Discrepancy
from checker.model.record import Record
from checker.model.source import Source, Unread

SCHEMA_VERSION = "1.0"


class Coverage(Record):
    """What of a source was understood: counts of sentences and of figures."""

    source: str
    sentences: int
    sentences_with_claims: int
    figures: int
    figures_with_claims: int


class RuleInfo(Record):
    """A rule as the report shows it."""

    code: str
    name: str
    family: str
    summary: str
    explanation: str


class Agreement(Record):
    """An answer that independent sources share, beside no other."""

    question: str
    value: str
    sources: tuple[str, ...]
    independent: int


class RunInfo(Record):
    """How the run was made."""

    tool: str
    version: str
    language_model: str
    rules: tuple[RuleInfo, ...]
    settings: str
    today: str
    recall_note: str


class Report(Record):
    """The result of one run; the JSON output is a projection of it."""

    run: RunInfo
    sources: tuple[Source, ...]
    unread: tuple[Unread, ...]
    claims: tuple[Claim, ...]
    clusters: tuple[ClaimCluster, ...]
    discrepancies: tuple[Discrepancy, ...]
    agreements: tuple[Agreement, ...]
    coverage: tuple[Coverage, ...]
