"""What comparing the sources of one story gave, small enough to be kept or sent."""

from __future__ import annotations

from checker.model.claim import Attribute
from checker.model.discrepancy import Discrepancy
from checker.model.draft import Draft
from checker.model.record import Record
from checker.model.report import Agreement, Coverage, Story


class Origin(Record):
    """Of which source a source is a copy, if of any, and whose voice it is."""

    source: str
    copy_of: str | None
    origin: str


class Grouped(Record):
    """A cluster whose claims are numbers: places in the claims of the story, from 0."""

    key: str
    attribute: Attribute
    claims: tuple[int, ...]
    likeness: float
    why: str


class StoryResult(Record):
    """The report of one story without its sources and claims, which are kept elsewhere."""

    origins: tuple[Origin, ...]
    clusters: tuple[Grouped, ...]
    discrepancies: tuple[Discrepancy, ...]
    agreements: tuple[Agreement, ...]
    coverage: tuple[Coverage, ...]
    stories: tuple[Story, ...]
    namesakes: tuple[tuple[str, str], ...]
    draft: Draft | None
