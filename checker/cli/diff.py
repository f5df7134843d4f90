"""`checker diff`: two reports, and what a change of documents, program or settings did."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.exits import Exit
from checker.cli.terminal import put
from checker.errors import SettingsError

if TYPE_CHECKING:
    from checker.review.compare import Difference, ToldReport

FORMATS = ("text", "json")


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A JSON report.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="A later one of the same documents.")],
    format_name: Annotated[
        str, typer.Option("--format", metavar="text|json", help="As lines or as JSON.")
    ] = "text",
) -> None:
    """Say what is new, gone, moved or changed between two reports, and why.

    Exit codes: 0 nothing is new, gone or changed, 1 something is, 2 trouble. What has
    only moved, to another place or under another fingerprint, is no difference.
    """
    if format_name not in FORMATS:
        raise SettingsError(f"--format {format_name!r}: there are {' and '.join(FORMATS)}")
    from checker.review.compare import Change, compare  # noqa: PLC0415

    found = compare(_read(old), _read(new))
    if format_name == "json":
        put(json.dumps([each.model_dump(mode="json") for each in found], indent=2) + "\n")
    else:
        put("".join(f"{_line(each)}\n" for each in found))
    moved_only = all(each.change is Change.MOVED for each in found)
    raise typer.Exit(Exit.CLEAN if moved_only else Exit.DIFFER)


def _line(difference: Difference) -> str:
    """Write a difference on one line that begins with a word of ours."""
    from checker.render.inert import to_line  # noqa: PLC0415

    told = (difference.code, difference.severity, difference.question, f"({difference.why})")
    return to_line(f"{difference.change}: {difference.fingerprint} {' '.join(told)}")


def _read(path: Path) -> ToldReport:
    """Read a JSON report; a SettingsError says why one is none."""
    from pydantic import ValidationError  # noqa: PLC0415

    from checker.review.compare import ToldReport  # noqa: PLC0415

    try:
        return ToldReport.model_validate_json(path.read_bytes())
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from None
    except ValidationError:
        raise SettingsError(
            f"{path}: is no JSON report; make one with --output json:{path.name}"
        ) from None
