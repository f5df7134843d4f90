"""The few routes of the review page."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from checker import review
from checker.errors import CheckerError, SettingsError
from checker.model.decision import Decision
from checker.model.discrepancy import Discrepancy
from checker.model.report import Report
from checker.serve.guard import Guard
from checker.serve.page import FOLDER, first_page, story_page

LONGEST_BODY = 100_000  # bytes; a decision has a few hundred

Today = Callable[[], date | None]


class Desk:
    """A report, and the folder whose decisions it is shown with and that are written to."""

    def __init__(self, report: Report, folder: Path, today: Today) -> None:
        self._report = report
        self._folder = folder
        self._today = today

    def weighed(self) -> Report:
        """Return the report as the files of the folder have it now."""
        decisions = review.load_decisions(self._folder)
        known = review.load_baseline(self._folder)
        return review.weigh(self._report, decisions, known, self._today())

    def decide(self, asked: dict[str, Any]) -> None:
        """Write, change or take back a decision on a discrepancy of this report.

        Raises SettingsError for what is no decision and MeanwhileError where the file
        holds another one than the page has shown.
        """
        weighed = self.weighed()
        row, is_open = _find(weighed, asked.get("fingerprint"), asked.get("story") or "")
        before = _decision(row, asked.get("before"))
        if is_open and before is None:
            # What has expired, or was gainsaid, is shown as open and may be decided anew.
            before = review.decision_on(self._folder, row.fingerprint, row.story)
        made = _decision(row, asked.get("decision"))
        review.change_decision(self._folder, row.fingerprint, row.story, before, made)


def _find(report: Report, fingerprint: Any, story: Any) -> tuple[Discrepancy, bool]:
    """Find a discrepancy, and whether it is open; raises SettingsError where there is none."""
    hidden = (each.discrepancy for each in report.standing.suppressed)
    for rows, is_open in ((report.discrepancies, True), (hidden, False)):
        for row in rows:
            if (row.fingerprint, row.story) == (fingerprint, story):
                return row, is_open
    raise SettingsError("there is no such discrepancy in this report")


def _decision(row: Discrepancy, given: Any) -> Decision | None:
    """Make a decision on a row of what a person has filled in; of the rest the row knows best."""
    if given is None:
        return None
    if not isinstance(given, dict):
        raise SettingsError("a decision is a record of fields")
    filled = {name: given[name] for name in review.RULED if given.get(name)}
    return review.decision_from({**filled, **review.matter_of(row)})


def review_app(desk: Desk, guard: Guard) -> Starlette:
    """Return the application: the page at `/`, and `/decisions` that it writes to."""

    async def page(_request: Request) -> Response:
        content = await run_in_threadpool(lambda: first_page(desk.weighed()))
        return Response(content, media_type="text/html")

    async def story(request: Request) -> Response:
        name = request.path_params["name"]
        content = await run_in_threadpool(lambda: story_page(desk.weighed(), name))
        if content is None:
            return PlainTextResponse("There is no such story in this report.", 404)
        return Response(content, media_type="text/html")

    async def decisions(request: Request) -> Response:
        asked = await _read(request)
        if asked is None:
            return JSONResponse({"error": "this is no decision"}, 400)
        try:
            await run_in_threadpool(desk.decide, asked)
        except review.MeanwhileError as error:
            return JSONResponse({"error": str(error)}, 409)
        except CheckerError as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse({"file": review.DECISIONS_FILE})

    return Starlette(
        routes=[
            Route("/", page, methods=["GET"]),
            Route(f"/{FOLDER}/{{name}}.html", story, methods=["GET"]),
            Route("/decisions", decisions, methods=["POST"]),
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=guard)],
    )


async def _read(request: Request) -> dict[str, Any] | None:
    """Read a JSON record that is not too long; nothing for whatever else was sent."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        return None
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            return None
    try:
        told = json.loads(body)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None
