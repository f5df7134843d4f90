"""The commands and their order."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import checker
from checker.cli.archive import archive
from checker.cli.baseline import baseline
from checker.cli.catalogue import explain, rules, schema
from checker.cli.check import check
from checker.cli.config import config
from checker.cli.decide import decide
from checker.cli.decisions import decisions
from checker.cli.diff import diff
from checker.cli.exits import Exit
from checker.cli.extract import extract
from checker.cli.fetch import fetch
from checker.cli.init import init
from checker.cli.review import review
from checker.cli.stats import stats
from checker.cli.terminal import put
from checker.cli.text import text
from checker.cli.watch import watch


class Commands(TyperGroup):
    """The commands; Ctrl-C is no discrepancy, so it gets an exit code of its own."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Exit(Exit.INTERRUPTED) from None


# Without rich markup: importing rich for a help page would double its time.
app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _tell_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        put(f"checker {checker.__version__}\n")
        raise typer.Exit


@app.callback()
def top(
    _version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_tell_version, is_eager=True),
    ] = False,
) -> None:
    """Show where the sources of one story disagree, in their own words."""


app.command()(check)
app.add_typer(baseline, name="baseline")
app.command()(decide)
app.command()(review)
app.command()(watch)
app.add_typer(decisions, name="decisions")
app.command()(stats)
app.command()(diff)
app.add_typer(archive, name="archive")
app.command()(extract)
app.command()(text)
app.command()(fetch)
app.command()(rules)
app.command()(explain)
app.add_typer(config, name="config")
app.command()(schema)
app.command()(init)
