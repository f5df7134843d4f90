"""The source's own date as a claim."""

from __future__ import annotations

from checker.model.claim import Attribute, Claim, Question
from checker.model.source import RegionKind, Source

NAME = "published"


def published_claim(source: Source) -> Claim | None:
    """The claim that a source makes of its own date; None where it makes none."""
    published = source.published
    if published.moment is None or published.span is None:
        return None
    return Claim(
        id=f"{source.id}:{published.span.start}-{published.span.end}:{Attribute.PUBLISHED}",
        question=Question(attribute=Attribute.PUBLISHED, subject=source.id),
        value=published.moment,
        as_of=published.moment,
        span=published.span,
        words=source.quote(published.span),
        sentence=published.span,
        region=RegionKind.METADATA,
        found_by=NAME,
    )
