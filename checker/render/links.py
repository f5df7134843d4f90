"""Links into the world: http and https only, with a text fragment where one helps."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from checker.model.discrepancy import Evidence
from checker.render.inert import is_unseen

FRAGMENT_WORDS = 4
LONGEST_WHOLE = 120


def web_address(url: str) -> str:
    """Return the address where it is safe to link to, otherwise nothing.

    Refused: other schemes, a missing host, user names ("https://bank@elsewhere"),
    whitespace and unseen characters.
    """
    if any(c.isspace() or is_unseen(c) for c in url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return ""
    return url


def fragment_link(url: str, evidence: Evidence) -> str:
    """Link to the quotation inside the original page, or nothing where the page is unsafe."""
    page = web_address(url)
    if not page:
        return ""
    joint = ":~:" if "#" in page else "#:~:"
    return f"{page}{joint}text={_text_directive(evidence)}"


def _text_directive(evidence: Evidence) -> str:
    """Write `prefix-,start,end,-suffix`, in whole words of the same line."""
    words = evidence.quote.split()
    exact = [" ".join(words)]
    if len(exact[0]) > LONGEST_WHOLE and len(words) > 2 * FRAGMENT_WORDS:
        exact = [" ".join(words[:FRAGMENT_WORDS]), " ".join(words[-FRAGMENT_WORDS:])]
    before = evidence.prefix.rpartition("\n")[2].split()[-FRAGMENT_WORDS + 1 :]
    after = evidence.suffix.partition("\n")[0].split()[: FRAGMENT_WORDS - 1]
    parts = [_escape(part) for part in exact]
    if before:
        parts.insert(0, _escape(" ".join(before)) + "-")
    if after:
        parts.append("-" + _escape(" ".join(after)))
    return ",".join(parts)


def _escape(words: str) -> str:
    """Percent-encode, the hyphen too: in a text directive it is syntax."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
