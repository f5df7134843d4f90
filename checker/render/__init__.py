"""Report → bytes, one module a format.

Formats are imported when they are asked for, so that a run that prints text
never loads the template engine.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from checker.errors import SettingsError
from checker.model.report import Report

# Format → the module of this package that writes it, by its function `render_<format>`.
MODULES = {
    "csv": "csv_sheet",
    "docx": "word_document",
    "github": "github",
    "gitlab": "gitlab",
    "html": "html",
    "json": "json_report",
    "junit": "junit",
    "markdown": "markdown",
    "rdjson": "rdjson",
    "sarif": "sarif",
    "xlsx": "xlsx_sheet",
}
FORMATS: tuple[str, ...] = tuple(sorted([*MODULES, "text"]))


def render(report: Report, format_name: str, *, colour: bool = False) -> bytes:
    """Write the report in one of `FORMATS`, as UTF-8.

    `colour` allows terminal colours in the text format; no other format has any.
    Raises `SettingsError` for a format that does not exist.
    """
    if format_name == "text":
        from checker.render.text import render_text  # noqa: PLC0415

        return render_text(report, colour=colour)
    if format_name not in MODULES:
        raise SettingsError(f"no output format {format_name!r}: choose from {', '.join(FORMATS)}")
    module = import_module(f"checker.render.{MODULES[format_name]}")
    write: Callable[[Report], bytes] = getattr(module, f"render_{format_name}")
    return write(report)
