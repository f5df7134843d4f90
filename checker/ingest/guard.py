"""The door between our readers and the libraries that parse hostile files for them.

Such libraries raise whatever they meet, down to RecursionError; nobody can list it.
Nothing but their calls stands behind this door.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from checker.errors import DamagedInput, InputError
from checker.ingest.content import Content

LONGEST_REASON = 120


@contextmanager
def guard(content: Content, what: str) -> Iterator[None]:
    """Turn whatever a library raises into a DamagedInput; `what` it should be: "a PDF"."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        said = " ".join(str(error).split())[:LONGEST_REASON] or type(error).__name__
        reason = f"is damaged, or is not {what} ({said})"
        raise DamagedInput(
            content.path, reason, "open it in its own program and save it"
        ) from error
