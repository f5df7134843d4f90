"""Arguments in, exit code out; the only package that prints."""

from __future__ import annotations

import os
import sys

from checker.cli.exits import Exit
from checker.cli.terminal import complain
from checker.engine.garbage import collect_seldom
from checker.engine.threads import one_thread
from checker.errors import CheckerError


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Late: it registers every command, and a module that imports this one need not pay.
    from checker.cli.app import app  # noqa: PLC0415

    collect_seldom()
    one_thread()
    try:
        app(prog_name="checker")
    except CheckerError as error:
        complain(str(error))
    except Exception as error:
        if os.environ.get("CHECKER_TRACEBACK"):
            raise
        complain(
            f"internal error: {type(error).__name__}: {error}; this is a fault of the program, "
            "please report it with the trace that CHECKER_TRACEBACK=1 shows"
        )
    sys.exit(Exit.TROUBLE)
