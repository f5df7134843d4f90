"""The report as one HTML file that opens anywhere and asks nothing of the network."""

from __future__ import annotations

from checker.render.html.write import render_html

__all__ = ["render_html"]
