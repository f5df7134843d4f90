"""`checker stats`: what people's decisions say of the rules."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.options import ClaimsDir, Config, load
from checker.cli.terminal import complain, put
from checker.errors import SettingsError

if TYPE_CHECKING:
    from checker.review.precision import Precision

FORMATS = ("text", "json")
LONGEST_CODE = 20


def stats(
    format_name: Annotated[
        str, typer.Option("--format", metavar="text|json", help="As a table or as JSON.")
    ] = "text",
    config: Config = None,
    claims_dir: ClaimsDir = None,
) -> None:
    """Show the precision of every rule by the decisions that people made.

    Precision is the share of decisions that are no false alarm.
    """
    if format_name not in FORMATS:
        raise SettingsError(f"--format {format_name!r}: there are {' and '.join(FORMATS)}")
    settings = load(config, claims_dir=claims_dir).settings
    from checker import review  # noqa: PLC0415

    measured = review.precision_of(review.load_decisions(settings.claims_dir))
    if format_name == "json":
        put(json.dumps([each.model_dump(mode="json") for each in measured], indent=2) + "\n")
    elif measured:
        put("".join(f"{line}\n" for line in _table(measured)))
    else:
        complain(f"nobody has decided on anything yet in {settings.claims_dir}")


def _table(measured: Iterable[Precision]) -> Iterator[str]:
    """Yield a table: a rule a line, a verdict a column."""
    from checker.render.inert import shorten, to_line  # noqa: PLC0415

    for number, each in enumerate(measured):
        if number == 0:
            names = "  ".join(f"{ruling.value:>11}" for ruling in each.verdicts)
            yield f"{'':<6}{'rule':<5}{'decisions':>10}  {names}  {'precision':>10}"
        counts = "  ".join(f"{count:>11}" for count in each.verdicts.values())
        # Each line begins with a word of ours: what a file says could be a command.
        code = shorten(to_line(each.code), LONGEST_CODE)
        yield f"Rule  {code:<5}{each.decisions:>10}  {counts}  {each.precision:>10.0%}"
