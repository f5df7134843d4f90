"""What the extra "formats" brings, and what to say where it is not installed."""

from __future__ import annotations

from importlib.util import find_spec

from checker.errors import MissingExtra
from checker.ingest.content import Content

REMEDY = "pip install 'claim-crosscheck[formats]'"


def refuse_missing(content: Content, what: str, modules: tuple[str, ...]) -> None:
    """Raise MissingExtra where a module that reading `what` needs is not installed."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        reason = f"reading {what} needs {', '.join(missing)}"
        raise MissingExtra(content.path, reason, REMEDY)
