"""What a pattern is: a name and a function from a passage to what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.extract.frame import Found
from checker.extract.passage import Passage


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of finding claims; `name` is written on every claim it finds."""

    name: str
    find: Callable[[Passage], Iterator[Found]]
