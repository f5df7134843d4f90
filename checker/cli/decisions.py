"""`checker decisions`: what came back from colleagues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.options import ClaimsDir, Config, load
from checker.cli.terminal import complain

decisions = typer.Typer(
    no_args_is_help=True, help="People's decisions on discrepancies.", rich_markup_mode=None
)


@decisions.command("import")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="decisions.jsonl of a page; a sheet, XLSX or CSV."),
    ],
    config: Config = None,
    claims_dir: ClaimsDir = None,
) -> None:
    """Take over decisions that were made in the page or in the sheet.

    They go to decisions.jsonl in the folder of claims, in place of earlier ones on
    the same discrepancies; rows that are still open are left alone. Where one file
    is amiss, nothing is taken over.
    """
    settings = load(config, claims_dir=claims_dir).settings
    from checker import review  # noqa: PLC0415

    found = [decision for path in files for decision in review.read_decisions(path)]
    before = set(review.load_decisions(settings.claims_dir))
    review.add_decisions(settings.claims_dir, found)
    new = len({decision for decision in found if decision not in before})
    complain(f"{len(found)} decisions read, {new} of them new or changed")
