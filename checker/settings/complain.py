"""Errors in settings, said in the words of the settings file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from checker.errors import SettingsError

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

# What a setting ought to be, by the first word of pydantic's name for the error.
EXPECTED = {
    "bool": "true or false",
    "date": "a date such as 2019-09-18",
    "enum": "{expected}",
    "finite": "a finite number",
    "float": "a number",
    "int": "a whole number",
    "model": "a table of settings",
    "path": "a path in quotes",
    "string": "text in quotes",
    "tuple": 'a list, such as ["U", "D01"]',
}
BOUNDS = {
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
}
LONGEST_SHOWN = 60


def dashed(key: str) -> str:
    """Spell a setting as files do: with dashes."""
    return key.replace("_", "-")


def known_settings(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """Yield the name of every setting, with dots into tables: `ingest.max-bytes`."""
    for name, field in model.model_fields.items():
        yield above + dashed(name)
        table = _table_in(field.annotation)
        if table is not None:
            yield from known_settings(table, f"{above}{dashed(name)}.")


def _table_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model of a setting that is a table, or a list of tables."""
    for each in (annotation, *get_args(annotation)):
        if isinstance(each, type) and issubclass(each, BaseModel):
            return each
    return None


def refuse_unknown(table: Mapping[str, Any], model: type[BaseModel], where: str) -> None:
    """Raise a SettingsError for the first setting that does not exist."""
    known = set(known_settings(model))
    for name in _names(table, known):
        if name not in known:
            raise SettingsError(f'{where}: unknown setting "{name}"; {_nearest(name, known)}')


def as_settings_error(error: ValidationError, where: str) -> SettingsError:
    """Say the first complaint of a validation without the words of its machinery."""
    first = error.errors(include_url=False)[0]
    setting = dashed(".".join(part for part in first["loc"] if isinstance(part, str)))
    places = [part for part in first["loc"] if isinstance(part, int)]
    item = f" (entry {places[0] + 1})" if places else ""
    shown = repr(first["input"])
    if len(shown) > LONGEST_SHOWN:
        shown = shown[: LONGEST_SHOWN - 1] + "…"
    return SettingsError(f'{where}: "{setting}"{item} must be {_expected(first)}, not {shown}')


def _names(table: Mapping[str, Any], known: set[str], above: str = "") -> Iterator[str]:
    """Yield the dotted names that a table sets, without entering unknown tables."""
    for key, value in table.items():
        name = above + dashed(key)
        yield name
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Mapping) and name in known:
                yield from _names(each, known, f"{name}.")


def _nearest(name: str, known: set[str]) -> str:
    """Name the setting that was probably meant, or else all there are."""
    # Late, as it is wanted only when something is misspelt.
    from rapidfuzz import process  # noqa: PLC0415

    nearest = process.extractOne(name, sorted(known), score_cutoff=70)
    if nearest:
        return f'did you mean "{nearest[0]}"?'
    return f"there are: {', '.join(sorted(known))}"


def _expected(error: ErrorDetails) -> str:
    """Say what a setting ought to be."""
    kind, context = error["type"], error.get("ctx", {})
    phrase = BOUNDS.get(kind) or EXPECTED.get(kind.split("_")[0])
    if phrase is None:
        return error["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
    return phrase.format_map({**context, "expected": f"one of {context.get('expected', '')}"})
