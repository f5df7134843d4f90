"""Which sources of a version merely repeat another: shown, but not at length."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model.discrepancy import Version
from checker.model.source import Source


def find_echoes(version: Version, sources: Mapping[str, Source]) -> frozenset[str]:
    """Return the ids of sources that share their origin with one that speaks for them.

    The origin itself speaks where it gives this version, otherwise the first of its
    copies does, so that no version is without a voice.
    """
    speakers: dict[str, str] = {}
    for key in version.sources:
        origin = _origin(key, sources)
        if key == origin or origin not in speakers:
            speakers[origin] = key
    return frozenset(key for key in version.sources if speakers[_origin(key, sources)] != key)


def _origin(key: str, sources: Mapping[str, Source]) -> str:
    source = sources.get(key)
    return (source.origin or key) if source else key
