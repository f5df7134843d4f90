"""`checker text`: documents as they were read, with the place and the kind of every line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.exits import Exit, exit_of_reading
from checker.cli.options import DEFAULT_PATH, AllowUnread, Config, Paths, load
from checker.cli.terminal import put
from checker.cli.unread import tell_nothing_read, tell_unread

if TYPE_CHECKING:
    from checker.model.source import Source


def text(
    paths: Paths = None,
    json: Annotated[
        bool, typer.Option("--json", help="A JSON line a document, with text and offsets.")
    ] = False,
    config: Config = None,
    allow_unread: AllowUnread = False,
) -> None:
    """Print the text of documents as it was read: the text that offsets in reports count in."""
    settings = load(config).settings
    from checker import ingest  # noqa: PLC0415

    read = paths or [DEFAULT_PATH]
    sources, unread = ingest.read_all(read, settings.ingest)
    tell_unread(unread)
    code = exit_of_reading(len(sources), unread, allow_unread=allow_unread)
    if code is Exit.NOTHING_READ:
        tell_nothing_read(read)
    for source in sources:
        put(f"{source.model_dump_json()}\n" if json else "".join(_lines(source)))
    raise typer.Exit(code)


def _lines(source: Source) -> Iterator[str]:
    """The document's name, then its lines, each behind its place and its kind."""
    from checker.render.inert import to_line  # noqa: PLC0415

    yield f"{to_line(source.location)} ({source.format})\n"
    offset = 0
    for number, line in enumerate(source.text.split("\n"), 1):
        if line.strip():
            start = offset + len(line) - len(line.lstrip())
            place = source.place_at(start) or f"line {number}"
            yield f"  {to_line(place)} · {source.region_at(start)}: {to_line(line.strip())}\n"
        offset += len(line) + 1
