"""The page in a real browser: nothing is refused by its own policy, the filter works."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from checker.render import render

from .bridge import bridge_report
from .page_reader import Page

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--enable-logging=stderr",
)  # fmt: skip


def browse(folder, fragment=""):
    page = folder / "report.html"
    page.write_bytes(render(bridge_report(), "html"))
    return subprocess.run(  # noqa: S603
        [BROWSER, *QUIET, f"--user-data-dir={folder}/profile", "--dump-dom",
         page.as_uri() + fragment],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip


@needs_browser
def test_filter_comes_from_the_address(tmp_path):
    done = browse(tmp_path, "#?hide=error+note&text=bridge")
    assert "CONSOLE" not in done.stderr
    page = Page(done.stdout.encode())
    hidden = ["hidden" in card for card in page.with_class("card")]
    assert hidden == [True, True, True, False, False, True]
    assert re.search(r"2 of 6 shown", page.text)
    assert "hidden" not in page.all("form")[0]
