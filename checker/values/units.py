"""Units of measure and money: written forms, canonical unit, worth."""

from __future__ import annotations

from dataclasses import dataclass

from checker.lexicon import load
from checker.values.phrases import alternatives

_CURRENCIES = load("currencies")


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit, the worth of the written one in it, and where its zero stands."""

    canonical: str
    worth: float
    zero: float = 0.0


def _measures() -> dict[str, Unit]:
    found = {}
    for canonical, forms in load("units").items():
        for form, worth in forms.items():
            fahrenheit = canonical == "degC" and form.rstrip().endswith(("f", "fahrenheit"))
            found[form] = Unit(canonical, float(worth), 32.0 if fahrenheit else 0.0)
    return found


def _money() -> dict[str, Unit]:
    found = {word: Unit(code, 1.0) for word, code in _CURRENCIES["words"].items()}
    found |= {code.lower(): Unit(code, 1.0) for code in _CURRENCIES["codes"]["list"]}
    found |= {word: Unit(code, 0.01) for word, code in _CURRENCIES["cents"].items()}
    return found


MEASURES: dict[str, Unit] = _measures()
MONEY: dict[str, Unit] = _money()
SIGNS: dict[str, Unit] = {sign: Unit(code, 1.0) for sign, code in _CURRENCIES["signs"].items()} | {
    code.lower(): Unit(code, 1.0) for code in _CURRENCIES["codes"]["list"]
}
SCALED: dict[str, Unit] = {
    word: Unit(code, 1.0) for word, code in _CURRENCIES["scaled_words"].items()
}

SIGN = alternatives(SIGNS)
UNIT = alternatives([*MEASURES, *MONEY])
