"""Report → bytes, one module a format.

Formats are imported when they are asked for, so that a run that prints text
never loads the template engine.
"""

from __future__ import annotations

from checker.errors import SettingsError
from checker.model.report import Report

FORMATS: tuple[str, ...] = ("html", "json", "markdown", "text")


def render(report: Report, format_name: str, *, colour: bool = False) -> bytes:
    """Write the report in one of `FORMATS`, as UTF-8.

    `colour` allows terminal colours in the text format; no other format has any.
    Raises `SettingsError` for a format that does not exist.
    """
    if format_name == "html":
        from checker.render.html import render_html  # noqa: PLC0415

        return render_html(report)
    if format_name == "json":
        from checker.render.json_report import render_json  # noqa: PLC0415

        return render_json(report)
    if format_name == "markdown":
        from checker.render.markdown import render_markdown  # noqa: PLC0415

        return render_markdown(report)
    if format_name == "text":
        from checker.render.text import render_text  # noqa: PLC0415

        return render_text(report, colour=colour)
    raise SettingsError(f"no output format {format_name!r}: choose from {', '.join(FORMATS)}")
