"""`checker review`: decide on what is open, in a page of this machine or in the terminal."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.exits import Exit, exit_of_reading
from checker.cli.options import AllowUnread, ClaimsDir, Config, Paths, load, parse_day
from checker.cli.run import confirm_stored, run_check
from checker.cli.standing import day_of_run
from checker.cli.terminal import complain, put
from checker.cli.unread import tell_nothing_read, tell_unread
from checker.errors import SettingsError

if TYPE_CHECKING:
    from checker.model.report import Report
    from checker.settings import Settings

NEEDED = ("starlette", "uvicorn")


def review(  # noqa: PLR0913, PLR0917  (one parameter an option)
    paths: Paths = None,
    terminal: Annotated[
        bool, typer.Option("--terminal", help="One at a time, here, instead of in a page.")
    ] = False,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="NUMBER", help="Of the page.  [a free one]")
    ] = 0,
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who decides, in the terminal.  [git's user.name]"),
    ] = None,
    config: Config = None,
    claims_dir: ClaimsDir = None,
    allow_unread: AllowUnread = False,
    today: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of the decisions.  [today]")
    ] = None,
) -> None:
    """Decide on discrepancies; decisions go straight to decisions.jsonl.

    The page is the HTML report, served to this machine alone, and opens once from the
    address that is printed; Ctrl-C ends it. It needs the extra "serve".
    """
    settings = load(config, claims_dir=claims_dir, today=parse_day(today)).settings
    if not terminal:
        _check_extra()
    read = paths or settings.paths
    report = run_check(read, settings)
    tell_unread(report.unread)
    code = exit_of_reading(len(report.sources), report.unread, allow_unread=allow_unread)
    if code is not Exit.CLEAN:
        if code is Exit.NOTHING_READ:
            tell_nothing_read(read)
        raise typer.Exit(code)
    confirm_stored(report, settings)
    if terminal:
        from checker.cli.review_terminal import review_in_terminal  # noqa: PLC0415

        review_in_terminal(report, settings, by)
    else:
        _serve(report, settings, port)


def _serve(report: Report, settings: Settings, port: int) -> None:
    """Serve the page until somebody ends it."""
    from checker import review as files  # noqa: PLC0415
    from checker.serve import serve  # noqa: PLC0415

    def day() -> date | None:
        return day_of_run(settings, files.load_decisions(settings.claims_dir))

    def tell(address: str) -> None:
        put(f"{address}\n")
        complain("open this address in a browser of this machine; Ctrl-C ends the review")

    try:
        serve(report, settings.claims_dir, day, port, tell)
    except OSError as error:
        raise SettingsError(
            f"--port {port}: cannot be listened on ({error.strerror}); take another, or none"
        ) from None


def _check_extra() -> None:
    """Raise a SettingsError where what serves the page is not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise SettingsError(
            f"the review page needs {' and '.join(missing)}: install the extra, "
            '`pip install "claim-crosscheck[serve]"`, or use --terminal'
        )
