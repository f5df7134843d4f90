"""Serving the review page, on this machine and to one browser."""

from __future__ import annotations

import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from checker.model.report import Report
from checker.serve.app import Desk, Today, review_app
from checker.serve.guard import Guard

HOST = "127.0.0.1"
PATIENCE = 3  # seconds that an open request is waited for when the review ends


def serve(
    report: Report, folder: Path, today: Today, port: int, tell: Callable[[str], None]
) -> None:
    """Serve a report until Ctrl-C; `tell` is given the address, which opens once.

    Port 0 takes a free one. Raises OSError where the port is taken.
    """
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        # From now on: whoever is quick with the address waits instead of being refused.
        listening.listen()
        bound = listening.getsockname()[1]
        guard = Guard(port=bound, token=secrets.token_urlsafe(32))
        app = review_app(Desk(report, folder, today), guard)
        tell(f"http://{HOST}:{bound}/?token={guard.token}")
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=PATIENCE,
        )
        # Ctrl-C is how a review ends: the server hands it on when all is answered.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
