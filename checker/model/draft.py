"""What stands behind each sentence of the desk's own draft."""

from __future__ import annotations

from enum import StrEnum

from checker.model.discrepancy import Evidence
from checker.model.record import Record


class Footing(StrEnum):
    """What the sources make of something that the draft says, the gravest first."""

    CONTRADICTED = "contradicted"
    UNSOURCED = "unsourced"
    PARTLY = "partly"
    BACKED = "backed"


class DraftClaim(Record):
    """One claim of the draft, and the words of the sources for it and against it.

    `start` and `end` are code points of the draft, `independent` counts the origins
    behind `backing`, `fingerprints` name the discrepancies in which it stands.
    """

    words: str
    start: int
    end: int
    footing: Footing
    independent: int
    backing: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()
    fingerprints: tuple[str, ...] = ()


class DraftSentence(Record):
    """A sentence that claims something; it stands as firmly as the weakest of its claims.

    Where some claims are backed and others are without a source, it is PARTLY;
    `independent` is the least number of origins behind a claim that is backed.
    """

    text: str
    start: int
    end: int
    line: int
    footing: Footing
    independent: int
    claims: tuple[DraftClaim, ...]


class Draft(Record):
    """The draft: the id of its document, and its sentences in their order.

    It is compared with the sources and is none itself: it backs nobody.
    """

    source: str
    sentences: tuple[DraftSentence, ...]
