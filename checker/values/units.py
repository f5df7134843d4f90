"""Units of measure and money: written forms, canonical unit, worth."""

from __future__ import annotations

from dataclasses import dataclass

from checker.lexicon import load
from checker.values.phrases import alternatives, spaced

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
    found |= {f"m{code.lower()}": Unit(code, 1e6) for code in _CURRENCIES["millions"]["list"]}
    found |= {word: Unit(code, 0.01) for word, code in _CURRENCIES["cents"].items()}
    return found


def _signs() -> dict[str, Unit]:
    found = {sign: Unit(code, 1.0) for sign, code in _CURRENCIES["signs"].items()}
    found |= {code.lower(): Unit(code, 1.0) for code in _CURRENCIES["codes"]["list"]}
    found |= {f"m{code.lower()}": Unit(code, 1e6) for code in _CURRENCIES["millions"]["list"]}
    return found


MEASURES: dict[str, Unit] = _measures()
MONEY: dict[str, Unit] = _money()
SIGNS: dict[str, Unit] = _signs()
SCALED: dict[str, Unit] = {
    word: Unit(code, 1.0) for word, code in _CURRENCIES["scaled_words"].items()
}

SIGN = alternatives(SIGNS)
# "100 €", "10 $ less": signs behind the figure, where none of the next one's follows.
_BEHIND = [sign for sign in SIGNS if not sign[0].isascii() or sign == "$"]
UNIT = rf"(?:{alternatives([*MEASURES, *MONEY])}|{alternatives(_BEHIND)}(?!\s?\.?\d))"
# By form, whatever parts its words.
UNITS_WRITTEN: dict[str, Unit] = {
    spaced(form): unit for form, unit in (SIGNS | MEASURES | MONEY).items()
}
