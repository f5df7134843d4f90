"""Who may ask: the browser that was given the token, from this page, on this machine.

A page of somebody else, open in the same browser, can send requests here too. It
does not know the cookie, which is not sent along for it; and should its name have
been made to lead here, its Host gives it away.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest

from starlette.middleware.base import RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

COOKIE = "checker-review"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(slots=True)
class Guard:
    """Lets requests through that come from the page this server was opened with.

    `token` opens it once; the browser that brought it has a cookie from then on.
    """

    port: int
    token: str
    _used: bool = False
    _cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    async def __call__(self, request: Request, go_on: RequestResponseEndpoint) -> Response:
        """Answer a request, or refuse it."""
        response = self._refusal(request) or await go_on(request)
        response.headers.update(HEADERS)
        return response

    def _refusal(self, request: Request) -> Response | None:
        hosts = {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}
        host = request.headers.get("host", "")
        if host not in hosts:
            return PlainTextResponse("This is a page of another machine.", 421)
        brought = request.query_params.get("token")
        if brought is not None and request.method == "GET":
            return self._open(brought)
        if not _same(request.cookies.get(COOKIE, ""), self._cookie):
            return PlainTextResponse("Open the address that `checker review` printed.", 403)
        if request.method not in {"GET", "HEAD"} and not _is_own(request, host):
            return PlainTextResponse("This request comes from another page.", 403)
        return None

    def _open(self, brought: str) -> Response:
        """Take the token, once, and give a cookie for it."""
        if self._used or not _same(brought, self.token):
            return PlainTextResponse(
                "This address has been used; start `checker review` anew.", 403
            )
        self._used = True
        response = RedirectResponse("/", 303)
        response.set_cookie(COOKIE, self._cookie, httponly=True, samesite="strict", path="/")
        return response


def _is_own(request: Request, host: str) -> bool:
    """Say whether a request that changes something comes from our page."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    return request.headers.get("origin") == f"http://{host}" and site == "same-origin"


def _same(left: str, right: str) -> bool:
    return compare_digest(left.encode("utf-8", errors="replace"), right.encode())
