"""Everything one run has to say."""

from __future__ import annotations

from checker.model.claim import Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Discrepancy, Evidence
from checker.model.draft import Draft
from checker.model.record import Record
from checker.model.source import Source, Unread
from checker.model.standing import Standing

SCHEMA_VERSION = "1.1"


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
    """An answer that independent sources share, beside no other.

    `evidence` holds the words of each source that gives it, `beside` those of the
    sources that answer otherwise and yet in no conflict ("about 200" beside "210").
    `story` is its story's id.
    """

    question: str
    value: str
    sources: tuple[str, ...]
    independent: int
    evidence: tuple[Evidence, ...] = ()
    beside: tuple[Evidence, ...] = ()
    story: str = ""


class RunInfo(Record):
    """How the run was made."""

    tool: str
    version: str
    language_model: str
    rules: tuple[RuleInfo, ...]
    settings: str
    today: str
    recall_note: str


class Story(Record):
    """The sources that report one story, by id; only they are compared with each other.

    `id` is a short name without spaces, `title` what people call the story.
    """

    id: str
    title: str
    sources: tuple[str, ...]


class NewLines(Record):
    """Lines of a source that are new, where the rest of it is not: from 1, both within."""

    source: str
    first: int
    last: int


class Report(Record):
    """The result of one run; the JSON output is a projection of it.

    The `stories`, often only one, share out the sources and follow each other in
    every list. `new_sources` are the ids of those that the run was asked about;
    with some, only their stories were compared and are here, and only what they take
    part in is among the discrepancies; `new_lines` are those of sources that are new
    in part. `standing` says what is known and decided already. `namesakes` are pairs: a
    discrepancy's fingerprint and another that it may be known by. `draft` says what
    stands behind the desk's own draft, where one was named. `remade` counts the sources
    that have not changed since their claims were stored, while what makes claims has.
    """

    run: RunInfo
    sources: tuple[Source, ...]
    unread: tuple[Unread, ...]
    claims: tuple[Claim, ...]
    clusters: tuple[ClaimCluster, ...]
    discrepancies: tuple[Discrepancy, ...]
    agreements: tuple[Agreement, ...]
    coverage: tuple[Coverage, ...]
    stories: tuple[Story, ...] = ()
    new_sources: tuple[str, ...] = ()
    new_lines: tuple[NewLines, ...] = ()
    namesakes: tuple[tuple[str, str], ...] = ()
    draft: Draft | None = None
    remade: int = 0
    standing: Standing = Standing()
