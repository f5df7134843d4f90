"""`checker init`: settings and a workflow for a repository of stories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Annotated

import typer

import checker
from checker.cli.options import DEFAULT_PATH
from checker.cli.terminal import complain, put
from checker.errors import SettingsError, StoreError

SERVERS = {
    "github": ("github.yml", ".github/workflows/claims.yml"),
    "gitlab": ("gitlab.yml", ".gitlab-ci.yml"),
}
NONE = "none"
# What every repository gets: the file of ours, and where it goes.
ALWAYS = (
    ("checker.toml", "checker.toml"),
    ("claims.gitattributes", "claims/.gitattributes"),
    ("claims.gitignore", "claims/.gitignore"),
)
PACKAGE = f"claim-crosscheck=={checker.__version__}"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="The repository.  [the current folder]")
    ] = Path(),
    stories: Annotated[
        list[Path] | None,
        typer.Option(
            "--stories", metavar="FOLDER", help="Where the documents are; repeatable.  [seeds]"
        ),
    ] = None,
    ci: Annotated[
        str, typer.Option(metavar="github|gitlab|none", help="Whose workflow to write.")
    ] = "github",
    package: Annotated[
        str, typer.Option(metavar="SPEC", help="What the workflow installs with pip.")
    ] = PACKAGE,
) -> None:
    """Write settings, a workflow and the folder of claims into a repository.

    Files that are there already are left as they are.
    """
    if ci not in {*SERVERS, NONE}:
        raise SettingsError(f"--ci {ci!r}: there are {', '.join(SERVERS)} and {NONE}")
    if set(package) & set("\"'$`\\\r\n"):
        raise SettingsError(f"--package {package!r}: quotes, dollars and line ends do not go there")
    if not folder.is_dir():
        raise SettingsError(f"{folder}: no such folder; make it first")
    named = stories or [DEFAULT_PATH]
    told = {
        "paths": ", ".join(json.dumps(path.as_posix(), ensure_ascii=False) for path in named),
        "package": json.dumps(package),
    }
    for ours, place in _wanted(ci):
        if (folder / "pyproject.toml").is_file() and _has_table(folder, ours):
            complain(f"{folder / 'pyproject.toml'} has settings; no checker.toml is written")
            continue
        text = (files("checker.cli") / "starter" / ours).read_text(encoding="utf-8")
        _write(folder / place, Template(text).substitute(told))


def _wanted(ci: str) -> Iterator[tuple[str, str]]:
    yield from ALWAYS
    if ci != NONE:
        yield SERVERS[ci]


def _has_table(folder: Path, ours: str) -> bool:
    """Say whether the project's own file holds our settings already."""
    if ours != "checker.toml":
        return False
    from checker.settings.load import has_settings  # noqa: PLC0415

    return has_settings(folder / "pyproject.toml")


def _write(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        complain(f"{path} is there already and stays as it is")
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from None
    else:
        put(f"wrote {path}\n")
