"""`checker check`: compare documents, write reports, store claims."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.exits import Exit, exit_of_report
from checker.cli.news import changed_since, lines_of, with_new
from checker.cli.options import (
    AllowUnread,
    ClaimsDir,
    Config,
    Jobs,
    Paths,
    load,
    parse_day,
    split_codes,
)
from checker.cli.run import confirm_stored, run_check, tell_upgrade
from checker.cli.standing import has_facts, tell_standing, weigh_run
from checker.cli.unread import tell_new, tell_nothing_read, tell_unread

Day = Annotated[
    str | None,
    typer.Option(help="Day of the run, where a rule needs one.", metavar="YYYY-MM-DD"),
]


def check(  # noqa: PLR0913, PLR0917  (one parameter an option)
    paths: Paths = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT:PATH",
            help="A report to a file or - (stdout); repeatable.  [text:-]  Formats: text, json, "
            "markdown, html, csv, xlsx, docx, sarif, junit, github, gitlab, rdjson.",
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 where discrepancies would give 1.")
    ] = False,
    no_store: Annotated[
        bool, typer.Option("--no-store", help="Leave claims/ and every cache alone.")
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="error|warning|note|never",
            help="Least severity that gives exit code 1.  [error]",
        ),
    ] = None,
    min_severity: Annotated[
        str | None,
        typer.Option(metavar="error|warning|note", help="Least severity shown.  [note]"),
    ] = None,
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
    allow_stale: Annotated[
        bool, typer.Option("--allow-stale", help="Do not fail on baseline entries met by nothing.")
    ] = False,
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
    show_suppressed: Annotated[
        bool, typer.Option("--show-suppressed", help="Show known and decided ones, marked so.")
    ] = False,
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
    from checker.cli.outputs import (  # noqa: PLC0415
        NEED_CLAIMS,
        WORKPLACES,
        parse_outputs,
        write_output,
    )

    outputs = parse_outputs(output or ())
    named = new_source or []
    news = changed_since(since) if since else None
    new = [*named, *(news.files if news else ())] if named or news else None
    read = with_new(paths or settings.paths, [*named, *([draft] if draft else [])])
    needed = any(each.format_name in NEED_CLAIMS for each in outputs) or has_facts(settings)
    made = run_check(read, settings, store=not no_store, draft=draft, new=new, whole=needed)
    whole = weigh_run(made, settings)
    report = whole if new is None else review.only_new(whole, lines_of(whole, news, named))
    if new is not None:
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
    tell_standing(report.standing, shown=show_suppressed)
    shown = review.visible(report, settings.min_severity)
    bare = shown if show_suppressed else review.without_suppressed(shown)
    for each in outputs:
        write_output(each, shown if each.format_name in WORKPLACES else bare)
    if not no_store:
        confirm_stored(whole, settings)
    raise typer.Exit(Exit.CLEAN if exit_zero and code is Exit.DIFFER else code)
