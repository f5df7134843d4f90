"""The report's page, with the one script more that saves decisions."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

from checker.model.report import Report
from checker.render import render

# What the page's own policy says of scripts; the page asks nothing of any server.
# Its apostrophes are escaped, as all that a template writes.
SCRIPTS = re.compile(r"script-src (?:'|&#39;)sha256-[\w+/=]+(?:'|&#39;)")


def served_page(report: Report) -> bytes:
    """Return the HTML report with the script that saves, allowed by its hash alone."""
    script = saving_script()
    page = render(report, "html").decode("utf-8")
    more = f" '{_hash(script)}'; connect-src 'self'"
    allowed = SCRIPTS.sub(lambda match: match[0] + more, page, count=1)
    return allowed.replace("</head>", f"<script>{script}</script>\n</head>", 1).encode("utf-8")


def saving_script() -> str:
    """Return the script as it stands in the page."""
    return (files("checker.serve") / "save.js").read_text(encoding="utf-8")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
