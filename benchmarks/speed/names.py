"""Names for made stories: drawn from tables, none twice in one story."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("names.toml")
# Draws before a name of two words is taken instead: a story rarely has so many of one sort.
MOST_DRAWS = 50


class Names:
    """A bag of names that gives each out once."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._given: set[str] = set()

    def given(self) -> str:
        """A given name: "Nora"."""
        return self._once(lambda: self._of("given"))

    def surname(self) -> str:
        """A surname: "Calderholm"."""
        return self._once(lambda: self._of("surname_starts") + self._of("surname_ends"))

    def person(self) -> tuple[str, str]:
        """A given name and a surname."""
        return self.given(), self.surname()

    def place(self) -> str:
        """A town, a river: "Otterbridge"."""
        return self._once(lambda: self._of("place_starts") + self._of("place_ends"))

    def country(self) -> str:
        """A country; a real one, since readers of text know them all."""
        return self._once(lambda: self._of("countries"))

    def firm(self) -> str:
        """A company: "Novatex"."""
        return self._once(lambda: self._of("firm_starts") + self._of("firm_ends"))

    def paper(self) -> str:
        """A newspaper: "Otterbridge Evening Courier"."""
        return self._once(
            lambda: f"{self.place()} {self._of('paper_starts')} {self._of('paper_ends')}"
        )

    def _of(self, part: str) -> str:
        return self._draw.choice(_tables()[part])

    def _once(self, make: Callable[[], str]) -> str:
        for _ in range(MOST_DRAWS):
            name = make()
            if name not in self._given:
                break
        else:
            name = f"{make()}{make().lower()}"
        self._given.add(name)
        return name


@lru_cache(maxsize=1)
def _tables() -> dict[str, list[str]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
