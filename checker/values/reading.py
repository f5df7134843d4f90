"""A value and where a text says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from typing_extensions import TypeVar

from checker.model.value import Value

V_co = TypeVar("V_co", bound=Value, default=Value, covariant=True)

# Half-open offsets.
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading(Generic[V_co]):
    """Half-open offsets into the text that was read; `text[start:end] == value.text`.

    `bare` is the place of the words without what hedges them ("about 30 km" → "30 km"),
    None where nothing does; `figures` are the places of the numbers ("30").
    """

    start: int
    end: int
    value: V_co
    bare: Place | None = None
    figures: tuple[Place, ...] = ()
