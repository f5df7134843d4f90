"""`checker config show`: the settings in force and who set them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.cli.options import load
from checker.cli.terminal import put

config = typer.Typer(help="Look at the settings.", rich_markup_mode=None)


@config.callback()
def settings() -> None:
    """Look at the settings."""


@config.command()
def show(
    path: Annotated[
        Path | None,
        typer.Option(
            "--config", metavar="FILE", help="Settings file to use instead of the closest."
        ),
    ] = None,
) -> None:
    """Print the settings in force as TOML, each with where it comes from."""
    from checker.settings.load import DEFAULT  # noqa: PLC0415

    loaded = load(path)
    plain = loaded.settings.model_dump()
    origins = {name: loaded.origins.get(name, DEFAULT) for name in _names(plain)}
    put(f"# settings file: {loaded.path or 'none'}\n")
    put("".join(f"{line}\n" for line in _lines(plain, origins)))


def _names(table: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """Yield the dotted names of the settings in a table."""
    for key, value in table.items():
        name = f"{above}{key.replace('_', '-')}"
        if isinstance(value, Mapping):
            yield from _names(value, f"{name}.")
        else:
            yield name


def _lines(table: Mapping[str, Any], origins: Mapping[str, str], above: str = "") -> Iterator[str]:
    """Yield the TOML lines of a table: plain settings first, tables after them."""
    for key, value in sorted(table.items(), key=lambda entry: isinstance(entry[1], Mapping)):
        name = key.replace("_", "-")
        if isinstance(value, Mapping):
            yield from ("", f"[{above}{name}]")
            yield from _lines(value, origins, f"{above}{name}.")
        elif value is None:
            yield f"# {name} is not set"
        else:
            yield f"{name} = {_toml(value)}  # {origins[above + name]}"


def _toml(value: Any) -> str:
    """Write a setting as TOML."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        given = {key.replace("_", "-"): each for key, each in value.items() if each is not None}
        return f"{{ {', '.join(f'{key} = {_toml(each)}' for key, each in given.items())} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(each) for each in value)}]"
    # TOML's strings, numbers and booleans are those of JSON.
    return json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False)
