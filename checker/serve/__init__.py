"""The review page: the report, served on this machine, with decisions written to their file."""

from __future__ import annotations

from checker.serve.run import serve

__all__ = ["serve"]
