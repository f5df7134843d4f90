"""`checker check`: compare documents, write reports, store claims."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.exits import Exit, exit_of_report
from checker.cli.news import changed_since, lines_of, with_new
from checker.cli.options import (
    AllowStale,
    AllowUnread,
    ClaimsDir,
    Config,
    Day,
    ExitZero,
    FailOn,
    Jobs,
    MinSeverity,
    Outputs,
    Paths,
    ShowSuppressed,
    load,
    parse_day,
    split_codes,
)
from checker.cli.run import confirm_stored, run_against, run_check, tell_upgrade
from checker.cli.standing import weigh_run
from checker.cli.unread import tell_new, tell_nothing_read, tell_unread


def check(  # noqa: PLR0913, PLR0917  (one parameter an option)
    paths: Paths = None,
    output: Outputs = None,
    exit_zero: ExitZero = False,
    no_store: Annotated[
        bool, typer.Option("--no-store", help="Leave claims/ and every cache alone.")
    ] = False,
    fail_on: FailOn = None,
    min_severity: MinSeverity = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(metavar="0-1", help="Drop what is less sure than this.  [0]"),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Run these rules only, by code or its beginning."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Leave these rules out, by code or its beginning."),
    ] = None,
    config: Config = None,
    claims_dir: ClaimsDir = None,
    allow_unread: AllowUnread = False,
    allow_stale: AllowStale = False,
    new_source: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="Report only what this document takes part in; repeatable."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="As --new-source, for what git has new since a revision."),
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The desk's own draft: what stands behind each sentence of it."
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="ARCHIVE",
            help="Compare the new source, or the draft, with its stories in an archive.",
        ),
    ] = None,
    show_suppressed: ShowSuppressed = False,
    today: Day = None,
    jobs: Jobs = None,
) -> None:
    """Cross-check documents and report where they disagree.

    What baseline.jsonl and decisions.jsonl in the folder of claims hold is not
    reported. Exit codes: 0 nothing at or above --fail-on, 1 discrepancies, 2 trouble
    with the command, the settings or an input, 3 no documents.
    """
    settings = load(
        config,
        fail_on=fail_on,
        min_severity=min_severity,
        min_confidence=min_confidence,
        select=split_codes(select),
        ignore=split_codes(ignore),
        claims_dir=claims_dir,
        today=parse_day(today),
        jobs=jobs,
    ).settings
    from checker import review  # noqa: PLC0415
    from checker.cli.hand_out import hand_out, lacks_nothing  # noqa: PLC0415
    from checker.cli.outputs import parse_outputs  # noqa: PLC0415

    outputs = parse_outputs(output or ())
    named = new_source or []
    news = changed_since(since) if since and not against else None
    new = [*named, *(news.files if news else ())] if named or news or against else None
    if against:
        read = _new_alone(paths, named, draft, since)
        made = run_against(read, against, settings, store=not no_store, draft=draft)
    else:
        read = with_new(paths or settings.paths, [*named, *([draft] if draft else [])])
        needed = lacks_nothing(outputs, settings)
        made = run_check(read, settings, store=not no_store, draft=draft, new=new, whole=needed)
    whole = weigh_run(made, settings)
    if against:
        whole = review.of_named_stories(whole)
    report = whole if new is None else review.only_new(whole, lines_of(whole, news, named))
    if new is not None and not against:
        tell_new(len(report.new_sources), len(whole.sources))
    tell_unread(report.unread)
    if not no_store:
        tell_upgrade(whole)
    code = exit_of_report(
        report,
        settings,
        read=len(whole.sources),
        allow_unread=allow_unread,
        allow_stale=allow_stale,
    )
    if code is Exit.NOTHING_READ:
        tell_nothing_read(read)
        raise typer.Exit(code)
    hand_out(report, settings, outputs, show_suppressed=show_suppressed)
    if not no_store:
        confirm_stored(whole, settings)
    raise typer.Exit(Exit.CLEAN if exit_zero and code is Exit.DIFFER else code)


def _new_alone(
    paths: Sequence[Path] | None, named: Sequence[Path], draft: Path | None, since: str | None
) -> list[Path]:
    """Return the new documents of a run against an archive, which has all others."""
    if paths or since:
        raise typer.BadParameter(
            "--against compares new documents alone: leave out PATH and --since"
        )
    if not named and not draft:
        raise typer.BadParameter("--against needs --new-source or --draft: what is to be compared")
    return with_new(named, [*named, *([draft] if draft else [])])
