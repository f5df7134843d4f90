"""`checker decide`: write down what a person ruled on a discrepancy."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.options import ClaimsDir, Config, Paths, load, parse_day
from checker.cli.run import run_check
from checker.cli.standing import weigh_run
from checker.cli.terminal import complain
from checker.errors import SettingsError

if TYPE_CHECKING:
    from checker.model.discrepancy import Discrepancy
    from checker.settings import Settings

FEWEST_DIGITS = 6  # of a fingerprint that is written short, "v1-" included
VERDICTS = "confirmed|both-right|attributed|false-alarm|wont-fix"


def decide(  # noqa: PLR0913, PLR0917  (one parameter an option)
    fingerprint: Annotated[
        str,
        typer.Argument(metavar="FINGERPRINT", help="As reports show it; its beginning is enough."),
    ],
    verdict: Annotated[str, typer.Option(metavar=VERDICTS, help="What it is.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; colleagues will read it.")],
    paths: Paths = None,
    correct: Annotated[
        str, typer.Option(metavar="TEXT", help="The right answer; goes with confirmed.")
    ] = "",
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides.  [git's user.name]")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of the decision.  [today]")
    ] = None,
    expires: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Last day on which it holds.")
    ] = None,
    question: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="The question, so that the documents need not be read for it."
        ),
    ] = None,
    config: Config = None,
    claims_dir: ClaimsDir = None,
) -> None:
    """Decide on a discrepancy; it is no longer reported, until the decision expires.

    The decision goes to decisions.jsonl in the folder of claims, in place of an
    earlier one on the same discrepancy.
    """
    settings = load(config, claims_dir=claims_dir).settings
    from checker import review  # noqa: PLC0415

    if question is None:
        matter = review.matter_of(find_row(fingerprint, paths or settings.paths, settings))
    else:
        matter = {"fingerprint": fingerprint, "question": question}
    decision = review.decision_from(
        {
            **matter,
            "verdict": verdict,
            "correct": correct,
            "reason": reason,
            "by": who_decides() if by is None else by,
            "on": parse_day(on, "--on") or settings.today or date.today(),
            "expires": parse_day(expires, "--expires"),
        }
    )
    review.add_decisions(settings.claims_dir, [decision])
    complain(f"{decision.fingerprint} decided: {decision.verdict} ({decision.question})")


def find_row(fingerprint: str, paths: Sequence[Path], settings: Settings) -> Discrepancy:
    """Return the discrepancy that a fingerprint, or its beginning, names.

    Raises SettingsError where there is none, or more than one.
    """
    report = weigh_run(run_check(paths, settings), settings)
    settled = (each.discrepancy for each in report.standing.suppressed)
    enough = len(fingerprint) >= FEWEST_DIGITS
    met = {
        (row.fingerprint, row.story): row
        for row in (*report.discrepancies, *settled)
        if row.fingerprint == fingerprint or (enough and row.fingerprint.startswith(fingerprint))
    }
    if len(met) == 1:
        return next(iter(met.values()))
    where = ", ".join(str(path) for path in paths)
    how_many = "more than one discrepancy begins" if met else "no discrepancy goes"
    raise SettingsError(
        f"{how_many} by {fingerprint!r} in {where}; `checker check` shows the fingerprints, "
        "and --question TEXT decides without reading the documents"
    )


def who_decides() -> str:
    """Return the name that git knows, or nothing."""
    try:
        asked = subprocess.run(
            ("git", "config", "user.name"),  # noqa: S607  (git, wherever it is installed)
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""
