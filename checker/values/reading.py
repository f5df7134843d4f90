"""A value and where a text says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from typing_extensions import TypeVar

from checker.model.value import Value

V_co = TypeVar("V_co", bound=Value, default=Value, covariant=True)


@dataclass(frozen=True, slots=True)
class Reading(Generic[V_co]):
    """Half-open offsets into the text that was read; `text[start:end] == value.text`."""

    start: int
    end: int
    value: V_co
