"""A source under another id, where its own is taken by a document that was read earlier."""

from __future__ import annotations

from checker.model.source import Source


def renamed(source: Source, source_id: str) -> Source:
    """Return a source under another id, its spans and all."""
    if source.id == source_id:
        return source
    update = {"source": source_id}
    dated = source.published
    span = dated.span.model_copy(update=update) if dated.span else None
    credits = tuple(
        credit.model_copy(update={"span": credit.span.model_copy(update=update)})
        for credit in source.credits
    )
    return source.model_copy(
        update={
            "id": source_id,
            "origin": source_id if source.origin == source.id else source.origin,
            "published": dated.model_copy(update={"span": span}),
            "credits": credits,
        }
    )
