"""The desk's own draft among the documents: compared with the sources, and none itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.model.source import Source


def mark_draft(sources: Iterable[Source], draft: Path) -> tuple[Source, ...]:
    """Return the sources, the one that was read from the draft's file marked as the draft."""
    wanted = draft.resolve()
    return tuple(
        source.model_copy(update={"is_draft": True})
        if Path(source.path).resolve() == wanted
        else source
        for source in sources
    )
