"""Words to the terminal: results on stdout, complaints and progress on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer


def put(content: str | bytes) -> None:
    """Write a result to standard output, as UTF-8 and as it is."""
    encoded = content.encode(errors="replace") if isinstance(content, str) else content
    try:
        typer.echo(encoded, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # `checker check | head`: the reader has seen enough; the exit code stays ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """Tell on standard error, in one line without control characters, what is amiss."""
    from checker.render.inert import to_line  # noqa: PLC0415

    typer.echo(f"checker: {to_line(message)}", err=True)


def colour_wanted() -> bool:
    """Say whether standard output takes colours: NO_COLOR and FORCE_COLOR go first."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


@contextmanager
def progress(words: str = "Looking at documents") -> Iterator[Callable[[str, int, int], None]]:
    """Show how far the work is, if somebody is looking; what is yielded is told of it."""
    if not sys.stderr.isatty():
        yield lambda _words, _done, _of: None
        return
    # Late: rich is slow to import and wanted on terminals alone.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, TimeRemainingColumn  # noqa: PLC0415

    columns = (*Progress.get_default_columns()[:-1], TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(words, total=None)

        def tell(words: str, done: int, of: int) -> None:
            bars.update(task, description=words, completed=done, total=of)

        yield tell
