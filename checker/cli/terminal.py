"""Words to the terminal: results on stdout, complaints and progress on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
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
def progress(words: str) -> Iterator[None]:
    """Show that work goes on, if somebody is looking."""
    if not sys.stderr.isatty():
        yield
        return
    # Late: rich is slow to import and wanted on terminals alone.
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(words):
        yield
