"""`checker extract`: what each document says, before anything is compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.exits import Exit, exit_of_reading
from checker.cli.options import AllowUnread, ClaimsDir, Config, Jobs, Paths, load
from checker.cli.terminal import complain, progress, put
from checker.cli.unread import tell_nothing_read, tell_unread

if TYPE_CHECKING:
    from checker.model.source import Source
    from checker.settings import Settings


def extract(
    paths: Paths = None,
    values: Annotated[
        bool, typer.Option("--values", help="Print every recognised value instead of claims.")
    ] = False,
    store: Annotated[
        bool, typer.Option("--store", help="Write claims/ instead of standard output.")
    ] = False,
    config: Config = None,
    claims_dir: ClaimsDir = None,
    allow_unread: AllowUnread = False,
    jobs: Jobs = None,
) -> None:
    """Print the claims of documents as JSON lines, or every value with its normal form."""
    if values and store:
        raise typer.BadParameter("--values are printed, not stored; leave out --store")
    settings = load(config, claims_dir=claims_dir, jobs=jobs).settings
    from checker import ingest  # noqa: PLC0415

    read = paths or settings.paths
    sources, unread = ingest.read_all(read, settings.ingest)
    tell_unread(unread)
    code = exit_of_reading(len(sources), unread, allow_unread=allow_unread)
    if code is Exit.NOTHING_READ:
        tell_nothing_read(read)
    elif values:
        put("".join(f"{line}\n" for line in _value_lines(sources)))
    elif sources:
        _hand_out_claims(sources, settings, store=store)
    raise typer.Exit(code)


def _hand_out_claims(sources: Sequence[Source], settings: Settings, *, store: bool) -> None:
    """Print the claims of sources, or store them."""
    from checker import pipeline  # noqa: PLC0415
    from checker.store import claim_lines, ensure_writable  # noqa: PLC0415

    folder = settings.claims_dir if store else None
    if folder:
        ensure_writable(folder)
    with progress() as tell:
        found = pipeline.claims_of(sources, settings, folder, jobs=settings.jobs, tell=tell)
    claims = [claim for each in found.values() for claim in each.claims]
    if not store:
        put(claim_lines(claims))
        return
    complain(f"{len(claims)} claims of {len(sources)} sources stored in {settings.claims_dir}")


def _value_lines(sources: Sequence[Source]) -> Iterator[str]:
    """Yield a JSON line for every value: where it stands, its words, kind and normal form."""
    from checker.cli.normal import shown_form  # noqa: PLC0415
    from checker.extract.passage import base_date  # noqa: PLC0415
    from checker.values.scan import find_values  # noqa: PLC0415

    for source in sources:
        for reading in find_values(source.text, base_date(source)):
            line = {
                "path": source.path,
                "member": source.member,
                "place": source.place_at(reading.start),
                "start": reading.start,
                "end": reading.end,
                "words": source.text[reading.start : reading.end],
                "kind": reading.value.kind,
                "normal": shown_form(reading.value),
            }
            yield json.dumps(line, ensure_ascii=False)
