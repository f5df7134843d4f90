"""The report's page, with the one script more that saves decisions."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

from checker import review
from checker.model.report import Report
from checker.render import render
from checker.render.html.index import view_index
from checker.render.html.page import view_page
from checker.render.html.write import write_page

# Where the pages of stories stand, beside the index.
FOLDER = "stories"
HOME = "../"

# What the page's own policy says of scripts; the page asks nothing of any server.
# Its apostrophes are escaped, as all that a template writes.
SCRIPTS = re.compile(r"script-src (?:'|&#39;)sha256-[\w+/=]+(?:'|&#39;)")


def first_page(report: Report) -> bytes:
    """Return the report of one story, or the index of several."""
    if len(report.stories) < 2:
        return with_saving(render(report, "html"))
    return write_page("index.html", view_index(report, list(review.split(report)), FOLDER))


def story_page(report: Report, story: str) -> bytes | None:
    """Return the page of one story among several, if there is such a story."""
    for told, part in review.split(report):
        if told.id == story:
            return with_saving(write_page("report.html", view_page(part, HOME)))
    return None


def with_saving(written: bytes) -> bytes:
    """Return a page with the script that saves, allowed by its hash alone."""
    script = saving_script()
    more = f" '{_hash(script)}'; connect-src 'self'"
    allowed = SCRIPTS.sub(lambda match: match[0] + more, written.decode("utf-8"), count=1)
    return allowed.replace("</head>", f"<script>{script}</script>\n</head>", 1).encode("utf-8")


def saving_script() -> str:
    """Return the script as it stands in the page."""
    return (files("checker.serve") / "save.js").read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
