"""A view and its template → one HTML file that opens anywhere and asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


def write_page(template: str, view: object) -> bytes:
    """Write a page in UTF-8; style and script are inside and allowed by their hash alone."""
    environment = page_environment()
    style = environment.get_template("report.css").render()
    script = environment.get_template("report.js").render()
    page = environment.get_template(template).render(
        page=view, policy=content_policy(style, script)
    )
    return (page.rstrip() + "\n").encode("utf-8", errors="replace")


def content_policy(style: str, script: str) -> str:
    """Write the Content-Security-Policy that allows this style and this script only."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


@cache
def page_environment() -> Environment:
    """The templates, which escape everything and refuse what the view does not have."""
    return Environment(
        loader=PackageLoader("checker.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
