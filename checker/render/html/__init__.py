"""The report as HTML: one file, or an index and a file a story."""

from __future__ import annotations

from checker.model.report import Report
from checker.render.html.index import render_site
from checker.render.html.page import view_page
from checker.render.html.write import write_page

__all__ = ["render_html", "render_site"]


def render_html(report: Report) -> bytes:
    """Write the whole report as one page, in UTF-8."""
    return write_page("report.html", view_page(report))
