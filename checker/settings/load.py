"""Settings from the closest file that has any, and from the command line.

The closest wins and nothing is merged: the folder of the run is looked at
first, then the one above it, and so on; in each, `checker.toml` before the
table `[tool.checker]` of `pyproject.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from checker.errors import SettingsError
from checker.settings.complain import as_settings_error, dashed, refuse_unknown
from checker.settings.model import Settings

COMMAND_LINE = "command line"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, the file they were read from (if any), and who set each of them.

    `origins` maps a setting's dotted name (`ingest.max-bytes`) to the file or to
    the command line; what is absent has its default.
    """

    settings: Settings
    path: Path | None
    origins: Mapping[str, str]


def load_settings(
    config: Path | None = None,
    given: Mapping[str, Any] | None = None,
    start: Path | None = None,
) -> Loaded:
    """Return the settings in force in the folder `start` (the current one).

    `config` names a file to use instead of the closest; `given` holds what the
    command line sets, which goes before the file.
    """
    start = (start or Path()).absolute()
    path = config or _closest(start)
    table = _spelt_with_underscores(_table_of(path), str(path)) if path else {}
    refuse_unknown(table, Settings, str(path))
    chosen = dict(given or {})
    read = _validated(table, str(path))
    if path and path.absolute().parent != start:
        read = _from_here(read, path.parent)
    settings = _validated({**dict(read), **chosen}, COMMAND_LINE)
    return Loaded(settings, path, _origins(table, str(path)) | _origins(chosen, COMMAND_LINE))


def has_settings(path: Path) -> bool:
    """Say whether a `pyproject.toml` has a table of ours."""
    return "checker" in _parsed(path).get("tool", {})


def _from_here(settings: Settings, folder: Path) -> Settings:
    """Return settings with the paths that a file in another folder gives."""
    paths = tuple(folder / path for path in settings.paths)
    return settings.model_copy(update={"claims_dir": folder / settings.claims_dir, "paths": paths})


def _closest(start: Path) -> Path | None:
    """Find the closest file that has settings."""
    for folder in (start, *start.parents):
        own, shared = folder / "checker.toml", folder / "pyproject.toml"
        if own.is_file():
            return own
        if shared.is_file() and has_settings(shared):
            return shared
    return None


def _table_of(path: Path) -> dict[str, Any]:
    """Read the table of settings in a file."""
    table: Any = _parsed(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("checker")
        if table is None:
            raise SettingsError(f"{path}: has no table [tool.checker]; add one")
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: tool.checker must be a table; write [tool.checker] above it")
    return table


def _parsed(path: Path) -> dict[str, Any]:
    """Parse a TOML file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SettingsError(f"{path}: no such settings file; look at --config") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: is not valid TOML: {error}") from None


def _spelt_with_underscores(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Accept `min-severity` for `min_severity`, in tables inside tables too."""
    spelt: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name in spelt:
            raise SettingsError(f'{where}: "{dashed(key)}" is set twice; keep one spelling')
        spelt[name] = _spelt(value, where)
    return spelt


def _spelt(value: Any, where: str) -> Any:
    """Spell the keys of a value that is a table or a list of tables."""
    if isinstance(value, Mapping):
        return _spelt_with_underscores(value, where)
    if isinstance(value, list):
        return [_spelt(each, where) for each in value]
    return value


def _validated(values: Mapping[str, Any], where: str) -> Settings:
    """Make settings of plain values."""
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise as_settings_error(error, where) from None


def _origins(table: Mapping[str, Any], origin: str, above: str = "") -> dict[str, str]:
    """Name the origin of every setting that a table holds."""
    found: dict[str, str] = {}
    for key, value in table.items():
        name = above + dashed(key)
        found |= (
            _origins(value, origin, f"{name}.") if isinstance(value, Mapping) else {name: origin}
        )
    return found
