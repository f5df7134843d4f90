"""`checker watch`: check again whenever a document or a decision is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.options import ClaimsDir, Config, Paths, load, parse_day
from checker.cli.run import confirm_stored, run_check
from checker.cli.standing import tell_standing, weigh_run
from checker.cli.terminal import complain
from checker.cli.unread import tell_nothing_read, tell_unread
from checker.errors import CheckerError, SettingsError

if TYPE_CHECKING:
    from checker.cli.outputs import Output
    from checker.settings import Settings


def watch(
    paths: Paths = None,
    output: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT:PATH", help="As in `checker check`; repeatable.  [text:-]"),
    ] = None,
    config: Config = None,
    claims_dir: ClaimsDir = None,
    today: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of the run.  [today]")
    ] = None,
) -> None:
    """Check documents, and again whenever one of them or a decision is saved.

    For writing with it open: only what was saved is read anew. Ctrl-C ends it. It needs
    the extra "watch".
    """
    settings = load(config, claims_dir=claims_dir, today=parse_day(today)).settings
    from checker.cli.outputs import parse_outputs  # noqa: PLC0415

    outputs = parse_outputs(output or ())
    if find_spec("watchfiles") is None:
        raise SettingsError(
            'watching needs watchfiles: install the extra, `pip install "claim-crosscheck[watch]"`'
        )
    read = paths or settings.paths
    check_once(read, settings, outputs)
    for _ in saves(read, settings.claims_dir, [Path(each.path) for each in outputs]):
        check_once(read, settings, outputs)


def check_once(paths: Sequence[Path], settings: Settings, outputs: Sequence[Output]) -> None:
    """Check and report once; what goes wrong is told, and may be mended while this runs."""
    from checker import review  # noqa: PLC0415
    from checker.cli.outputs import write_output  # noqa: PLC0415

    try:
        report = weigh_run(run_check(paths, settings), settings)
        tell_unread(report.unread)
        if not report.sources:
            tell_nothing_read(paths)
            return
        tell_standing(report.standing, shown=False)
        shown = review.without_suppressed(review.visible(report, settings.min_severity))
        for each in outputs:
            write_output(each, shown)
        confirm_stored(report, settings)
    except CheckerError as error:
        complain(str(error))


def saves(paths: Sequence[Path], claims_dir: Path, outputs: Sequence[Path]) -> Iterator[None]:
    """Yield whenever something is saved that bears on the report; what a run writes does not."""
    from watchfiles import watch as watch_files  # noqa: PLC0415

    ours = {path.resolve() for path in outputs}
    decided = {(claims_dir / name).resolve() for name in ("baseline.jsonl", "decisions.jsonl")}
    folders = [path if path.is_dir() else path.parent for path in (*paths, claims_dir)]
    there = [folder for folder in dict.fromkeys(folders) if folder.is_dir()]
    for changes in watch_files(*there, raise_interrupt=True):
        saved = {Path(path).resolve() for _, path in changes}
        if any(_bears(path, claims_dir.resolve(), decided, ours) for path in saved):
            yield


def _bears(path: Path, claims: Path, decided: set[Path], ours: set[Path]) -> bool:
    """Say whether a file is a document or says what people decided."""
    if path in decided:
        return True
    return claims not in path.parents and path not in ours and not path.name.startswith(".")
