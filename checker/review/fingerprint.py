"""The identity of a discrepancy, which outlives edits, new sources and rewording.

It is made of the rule's code, the question and the set of normal forms of its
answers, and of nothing else: one more source that gives a known answer wakes
nothing, a new answer does. The question is that of the earliest source, since
later ones come and go. The scheme's version is part of the name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from itertools import islice, product

from checker.model.claim import Claim
from checker.model.discrepancy import Finding
from checker.model.source import Source
from checker.values.concepts import concept_of

SCHEME = "v2"
FIRST_SCHEME = "v1"
HEX_DIGITS = 16
# A question has few wordings; a table of statistics may have any number.
MOST_NAMESAKES = 64


def fingerprint(code: str, key: str, normals: Iterable[str], scheme: str = SCHEME) -> str:
    """Return the scheme, a dash and sixteen hexadecimal digits."""
    # As JSON, so that ("a", "b|c") and ("a|b", "c") cannot be taken for each other.
    identity = json.dumps([code, key, sorted(set(normals))], ensure_ascii=True)
    return f"{scheme}-{hashlib.sha256(identity.encode()).hexdigest()[:HEX_DIGITS]}"


def fingerprint_of(finding: Finding, sources: Mapping[str, Source]) -> str:
    """Return the fingerprint of a finding; `sources` maps the ids of its sources."""
    first = min(_claims(finding), key=lambda claim: _age(claim, sources))
    key = _key(first, first.question.subject, first.question.event, sources)
    return fingerprint(finding.code, key, _normals(finding))


def namesakes_of(finding: Finding, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return the other fingerprints by which the same matter may be known.

    That of the first scheme, and those that it had while another of its sources
    was the earliest. Sorted.
    """
    normals = _normals(finding)
    claims = _claims(finding)
    subjects = sorted({claim.question.subject for claim in claims})
    events = sorted({claim.question.event for claim in claims})
    keys = (_key(claims[0], *pair, sources) for pair in product(subjects, events))
    known = {fingerprint(finding.code, key, normals) for key in islice(keys, MOST_NAMESAKES)}
    known.add(fingerprint(finding.code, finding.key, normals, FIRST_SCHEME))
    return tuple(sorted(known - {fingerprint_of(finding, sources)}))


def _key(claim: Claim, subject: str, event: str, sources: Collection[str]) -> str:
    """Name a question: "killed" and "died" ask the same; a source's own name stays out."""
    about = "" if subject in sources else concept_of(subject)
    return f"{claim.question.attribute.value}|{about}|{concept_of(event)}"


def _claims(finding: Finding) -> list[Claim]:
    return [claim for answer in finding.answers for claim in answer.claims]


def _normals(finding: Finding) -> list[str]:
    return [answer.normal for answer in finding.answers]


def _age(claim: Claim, sources: Mapping[str, Source]) -> tuple[bool, datetime, str, int, int]:
    """Rank claims by the date of their source, then by name and place."""
    source = sources.get(claim.source)
    moment = source.published.moment if source else None
    first = moment.first if moment else None
    when = (first or datetime.min).replace(tzinfo=None)
    return first is None, when, claim.source, claim.span.start, claim.span.end
