"""`checker archive add|info|check`: documents by the hundred thousand, read once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.exits import Exit, exit_of_reading, exit_of_report
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
    ShowSuppressed,
    load,
    parse_day,
)
from checker.cli.terminal import complain, progress, put
from checker.cli.unread import tell_nothing_read, tell_unread
from checker.errors import SettingsError

if TYPE_CHECKING:
    from checker.cli.outputs import Output
    from checker.model.report import Report
    from checker.settings import Settings
    from checker.store import Lookups

ENGINES = ("duckdb", "spark")
LARGEST_SHOWN = 10
LONGEST_NAME = 60

archive = typer.Typer(help="Documents by the hundred thousand.", rich_markup_mode=None)
Folder = Annotated[Path, typer.Argument(metavar="ARCHIVE", help="Folder of the archive.")]


@archive.callback()
def kept() -> None:
    """Keep what documents say in an archive, and compare its stories."""


@archive.command()
def add(
    folder: Folder,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Documents and folders of documents.")
    ],
    config: Config = None,
    allow_unread: AllowUnread = False,
    jobs: Jobs = None,
) -> None:
    """Read documents into an archive, which is made where there is none.

    What it has unchanged is not read again; what has changed is replaced. A document is
    known by its path as it is given here. May be stopped, and goes on when run again.
    """
    settings = load(config, jobs=jobs).settings
    from checker.pipeline.archive import add_documents  # noqa: PLC0415

    with progress() as tell:
        added = add_documents(folder, paths, settings, tell)
    tell_unread(added.unread)
    code = exit_of_reading(added.read, added.unread, allow_unread=allow_unread)
    if code is Exit.NOTHING_READ:
        tell_nothing_read(paths)
    else:
        complain(
            f"{folder}: {added.new:,} documents added, {added.changed:,} replaced, "
            f"{added.unchanged:,} there already"
        )
    raise typer.Exit(code)


@archive.command()
def info(folder: Folder) -> None:
    """Tell what an archive holds, and what made it."""
    from checker.store import Lookups, open_archive  # noqa: PLC0415

    with Lookups(open_archive(folder)) as lookups:
        put("".join(f"{line}\n" for line in _told(lookups)))


@archive.command()
def check(  # noqa: PLR0913, PLR0917  (one parameter an option)
    folder: Folder,
    story: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Compare this story only, and show all of it; repeatable."
        ),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(metavar="duckdb|spark", help="Compare on this machine or on a Spark cluster."),
    ] = "duckdb",
    output: Outputs = None,
    exit_zero: ExitZero = False,
    fail_on: FailOn = None,
    min_severity: MinSeverity = None,
    config: Config = None,
    claims_dir: ClaimsDir = None,
    allow_stale: AllowStale = False,
    show_suppressed: ShowSuppressed = False,
    today: Day = None,
    jobs: Jobs = None,
) -> None:
    """Cross-check the stories of an archive and report where their documents disagree.

    The discrepancies are those of `checker check` on the same documents. A page (html)
    shows whole stories, so it asks for --story. Exit codes: 0 nothing at or above
    --fail-on, 1 discrepancies, 2 trouble, 3 no documents.
    """
    settings = load(
        config,
        fail_on=fail_on,
        min_severity=min_severity,
        claims_dir=claims_dir,
        today=parse_day(today),
        jobs=jobs,
    ).settings
    if engine not in ENGINES:
        raise SettingsError(f"--engine {engine!r}: there are {' and '.join(ENGINES)}")
    from checker import review  # noqa: PLC0415
    from checker.cli.hand_out import hand_out  # noqa: PLC0415
    from checker.cli.outputs import parse_outputs  # noqa: PLC0415
    from checker.cli.standing import weigh_run  # noqa: PLC0415

    outputs = parse_outputs(output or ())
    whole = weigh_run(_run(folder, settings, story or (), outputs, engine), settings)
    report = review.of_named_stories(whole) if story else whole
    code = exit_of_report(
        report, settings, read=len(report.sources), allow_unread=False, allow_stale=allow_stale
    )
    if code is Exit.NOTHING_READ:
        complain(f"{folder}: there is nothing in this archive; `checker archive add` fills it")
        raise typer.Exit(code)
    hand_out(report, settings, outputs, show_suppressed=show_suppressed)
    raise typer.Exit(Exit.CLEAN if exit_zero and code is Exit.DIFFER else code)


def _run(
    folder: Path,
    settings: Settings,
    stories: Sequence[str],
    outputs: Sequence[Output],
    engine: str,
) -> Report:
    """Compare stories with an engine."""
    from checker.cli.outputs import NEED_CLAIMS  # noqa: PLC0415

    shown = [each.format_name for each in outputs if each.format_name in NEED_CLAIMS]
    if shown and not stories:
        raise SettingsError(
            f"--output {shown[0]}: it shows whole stories, and an archive has many; "
            "name some with --story"
        )
    with progress() as tell:
        if engine == "spark":
            from checker.pipeline.cluster import check_on_cluster  # noqa: PLC0415

            return check_on_cluster(folder, settings, stories, whole=bool(stories))
        from checker.pipeline.archive_check import check_archive  # noqa: PLC0415

        return check_archive(folder, settings, stories, whole=bool(stories), tell=tell)


def _told(lookups: Lookups) -> Iterator[str]:
    """Yield what an archive holds, a line each; each begins with a word of ours."""
    from checker.render.inert import shorten, to_line  # noqa: PLC0415

    opened = lookups.archive
    stories = lookups.stories()
    claims = sum(each.claims for each in stories)
    yield f"Archive    {to_line(str(opened.folder))}, format {opened.head.format}"
    told_by = opened.head.stories
    yield f"Documents  {opened.documents:,} in {len(stories):,} stories, told by {told_by}"
    yield f"Claims     {claims:,}"
    yield f"Parts      {len(opened.head.parts):,}"
    makers = {part.made_by.model_dump_json(): part.made_by for part in opened.head.parts}
    for made in makers.values():
        yield f"Made by    {to_line(made.language_model)}, code {made.code[:12]}"
    largest = sorted(stories, key=lambda each: (-each.sources, each.story))[:LARGEST_SHOWN]
    for each in largest:
        name = shorten(to_line(each.story), LONGEST_NAME)
        yield f"Story      {name}: {each.sources:,} documents, {each.claims:,} claims"
