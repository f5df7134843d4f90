"""What comparing each story gave, kept while its sources, the settings and the program stay."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from checker.model.result import StoryResult
from checker.model.source import Source
from checker.store.cache import Cache, key_of
from checker.store.claims import source_digest
from checker.store.names import file_stem


class Results:
    """Results by story; `made_by` says in words what, beside the sources, they depend on."""

    def __init__(self, folder: Path, made_by: str) -> None:
        self._cache = Cache(folder, "stories")
        self._made_by = made_by

    def get(self, sources: Sequence[Source]) -> StoryResult | None:
        """Return the result of comparing just these sources, in this order."""
        kept = self._cache.get(_name(sources), self._key(sources))
        try:
            return StoryResult.model_validate_json(kept) if kept is not None else None
        except ValidationError:
            return None

    def put(self, sources: Sequence[Source], result: StoryResult) -> None:
        """Keep the result of comparing some sources, in the place of the story's last one."""
        content = result.model_dump_json().encode()
        self._cache.put(_name(sources), self._key(sources), content)

    def _key(self, sources: Sequence[Source]) -> str:
        told = [
            (each.id, each.path, each.story, str(each.is_draft), source_digest(each))
            for each in sources
        ]
        return key_of(self._made_by, *(part for each in told for part in each))


def _name(sources: Sequence[Source]) -> str:
    return file_stem(sources[0].story)
