"""`checker fetch`: save pages of the web among the documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.exits import Exit
from checker.cli.options import DEFAULT_PATH, Config, load
from checker.cli.terminal import complain, progress, put


def fetch(
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Addresses of pages.")],
    into: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Folder to save them in.")
    ] = DEFAULT_PATH,
    config: Config = None,
) -> None:
    """Save pages of the web in a folder, as the sites' robots.txt allows.

    Exit codes: 0 all were saved, 2 some were not.
    """
    settings = load(config).settings
    from checker.errors import FetchError  # noqa: PLC0415
    from checker.fetch.client import Client  # noqa: PLC0415
    from checker.fetch.save import save_page  # noqa: PLC0415

    client, failed = Client(settings.fetch), False
    for url in urls:
        try:
            with progress(f"Fetching {url}"):
                path = save_page(client.fetch(url), into)
            put(f"{path}\n")
        except FetchError as error:
            complain(str(error))
            failed = True
    raise typer.Exit(Exit.TROUBLE if failed else Exit.CLEAN)
