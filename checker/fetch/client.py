"""A visitor with manners: robots.txt first, one request at a time, every stop looked at."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import checker
from checker.errors import FetchError
from checker.fetch.address import Target, parse_target
from checker.fetch.options import FetchOptions
from checker.fetch.request import Answer, request

if TYPE_CHECKING:
    from protego import Protego

MOVED = frozenset({301, 302, 303, 307, 308})
ROBOTS_BYTES = 500_000
# A site that wants longer pauses between two pages is left alone after so many seconds.
LONGEST_PAUSE = 10.0
REMEDY = "fetching needs protego; pip install 'claim-crosscheck[fetch]'"


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: the address it came from in the end, its type, its bytes."""

    url: str
    content_type: str
    body: bytes


@dataclass(slots=True)
class Client:
    """Fetches pages; remembers the robots.txt of each site, and when it was last visited."""

    options: FetchOptions
    _rules: dict[str, Protego | None] = field(default_factory=dict)
    _visited: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Page:
        """The page at an address, or where that sends on to.

        Raises FetchError: not public, not allowed, too large, too slow, not there.
        """
        if find_spec("protego") is None:
            raise FetchError(url, REMEDY)
        target = parse_target(url)
        for _ in range(self.options.max_redirects + 1):
            self._ask_leave(target)
            answer = self._request(target, self.options.max_page_bytes)
            if answer.status not in MOVED or not answer.location:
                return _page(target, answer)
            target = parse_target(urljoin(target.url, answer.location))
        raise FetchError(url, f"sends on more than {self.options.max_redirects} times")

    def _request(self, target: Target, max_bytes: int) -> Answer:
        until = time.monotonic() + self.options.max_seconds
        name = f"{self.options.user_agent}/{checker.__version__}"
        try:
            return request(target, name, max_bytes, until)
        finally:
            self._visited[target.site] = time.monotonic()

    def _ask_leave(self, target: Target) -> None:
        """Raise FetchError where robots.txt forbids the page; else wait as long as it asks."""
        if target.site not in self._rules:
            try:
                self._rules[target.site] = self._read_rules(target)
            except FetchError as error:
                raise FetchError(target.url, error.reason) from error
        rules = self._rules[target.site]
        if rules is None:
            reason = "its site does not give out its robots.txt, so that nothing may be fetched"
            raise FetchError(target.url, reason)
        if not rules.can_fetch(target.url, self.options.user_agent):
            raise FetchError(target.url, "its site's robots.txt forbids it")
        pause = min(float(rules.crawl_delay(self.options.user_agent) or 0), LONGEST_PAUSE)
        time.sleep(max(0.0, self._visited.get(target.site, 0.0) + pause - time.monotonic()))

    def _read_rules(self, target: Target) -> Protego | None:
        """The rules of a site; without a robots.txt there are none, in trouble nothing is allowed.

        As RFC 9309 has it.
        """
        from protego import Protego  # noqa: PLC0415 - of the extra "fetch"

        here = parse_target(f"{target.site}/robots.txt")
        for _ in range(self.options.max_redirects + 1):
            answer = self._request(here, ROBOTS_BYTES)
            if answer.status in MOVED and answer.location:
                here = parse_target(urljoin(here.url, answer.location))
                continue
            if answer.status >= 500:
                return None
            found = answer.body if answer.status == 200 else b""
            return Protego.parse(found.decode("utf-8", "replace"))
        return Protego.parse("")


def _page(target: Target, answer: Answer) -> Page:
    if answer.status != 200:
        raise FetchError(target.url, f"the site answered {answer.status}")
    return Page(target.url, answer.content_type, answer.body)
