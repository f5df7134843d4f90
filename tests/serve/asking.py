"""A browser of a kind: asks the application directly, and keeps its cookie."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from checker.serve.app import Desk, review_app
from checker.serve.guard import Guard

PORT = 8123
TOKEN = "let-me-in"  # noqa: S105
OWN = {"Origin": f"http://127.0.0.1:{PORT}"}


class Asker:
    """Sends requests to one application; cookies are kept from one to the next."""

    def __init__(self, desk: Desk) -> None:
        self.app = review_app(desk, Guard(port=PORT, token=TOKEN))
        self.cookies = httpx.Cookies()

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            base = f"http://127.0.0.1:{PORT}"
            async with httpx.AsyncClient(
                transport=transport, base_url=base, cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **options)
                self.cookies = client.cookies
                return answer

        return asyncio.run(once())

    def get(self, path: str = "/", **options: Any) -> httpx.Response:
        return self.ask("GET", path, **options)

    def decide(self, told: Any, headers: dict[str, str] | None = None) -> httpx.Response:
        return self.ask(
            "POST", "/decisions", json=told, headers=OWN if headers is None else headers
        )
