"""What may be set of fetching."""

from __future__ import annotations

from pydantic import Field

from checker.model.record import Record


class FetchOptions(Record):
    """Options of `checker fetch`.

    `max_page_bytes` is the largest page taken; `max_seconds` the longest that one page may
    take, its redirects and the site's robots.txt apart; `max_redirects` how often a
    site may send on. `user_agent` is the name under which robots.txt knows us.
    """

    max_page_bytes: int = Field(default=10_000_000, gt=0)
    max_seconds: float = Field(default=30.0, gt=0)
    max_redirects: int = Field(default=5, ge=0)
    user_agent: str = "claim-crosscheck"
