"""The options that several commands share, and how they become settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from checker.settings import Loaded

# Where documents are looked for if neither the command nor the settings say so.
DEFAULT_PATH = Path("seeds")

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="Documents and folders of documents.  [seeds]"),
]
Config = Annotated[
    Path | None,
    typer.Option(help="Settings file to use instead of the closest.", metavar="FILE"),
]
ClaimsDir = Annotated[
    Path | None,
    typer.Option(help="Folder of the claims files.  [claims/]", metavar="FOLDER"),
]
Jobs = Annotated[
    int | None,
    typer.Option(min=0, metavar="NUMBER", help="Processes to work in.  [one a processor]"),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FORMAT:PATH",
        help="A report to a file or - (stdout); repeatable.  [text:-]  Formats: text, json, "
        "markdown, html, csv, xlsx, docx, sarif, junit, github, gitlab, rdjson.",
    ),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Exit with 0 where discrepancies would give 1.")
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="error|warning|note|never",
        help="Least severity that gives exit code 1.  [error]",
    ),
]
MinSeverity = Annotated[
    str | None,
    typer.Option(metavar="error|warning|note", help="Least severity shown.  [note]"),
]
AllowStale = Annotated[
    bool, typer.Option("--allow-stale", help="Do not fail on baseline entries met by nothing.")
]
ShowSuppressed = Annotated[
    bool, typer.Option("--show-suppressed", help="Show known and decided ones, marked so.")
]
Day = Annotated[
    str | None,
    typer.Option(help="Day of the run, where a rule needs one.", metavar="YYYY-MM-DD"),
]
AllowUnread = Annotated[
    bool, typer.Option("--allow-unread", help="Do not fail on documents that cannot be read.")
]


def split_codes(values: list[str] | None) -> tuple[str, ...] | None:
    """Return codes given one by one or with commas."""
    if not values:
        return None
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def parse_day(value: str | None, option: str = "--today") -> date | None:
    """Return the day that an option gives; raises a usage error for anything else."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{option}: {value!r} is no date such as 2019-09-18") from None


def load(config: Path | None, **given: Any) -> Loaded:
    """Return the settings in force; options that were not given leave them alone."""
    from checker.settings import load_settings  # noqa: PLC0415

    return load_settings(config, {key: value for key, value in given.items() if value is not None})
