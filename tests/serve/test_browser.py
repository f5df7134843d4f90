"""The review page in a real browser: buttons pressed in it write the file."""

from __future__ import annotations

import socket
import threading
import time
from datetime import date

import pytest
import uvicorn

from checker.model.decision import Decision
from checker.review import add_decisions, load_decisions
from checker.serve.app import Desk, review_app
from checker.serve.guard import Guard
from tests.render.bridge import bridge_report
from tests.render.chromium import BROWSER, Chromium

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium is installed: the page is not tried in a browser"
)
ROW = bridge_report().discrepancies[0]
PATIENCE = 15  # seconds


@pytest.fixture
def address(tmp_path):
    """The page, served in a thread on a free port."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        desk = Desk(bridge_report(), tmp_path / "claims", lambda: date(2024, 5, 1))
        app = review_app(desk, Guard(port=port, token="once"))  # noqa: S106
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{port}/"
        server.should_exit = True
        thread.join(PATIENCE)


@pytest.fixture
def browser(tmp_path):
    chromium = Chromium(tmp_path / "profile")
    yield chromium
    chromium.close()


def wait(browser, expression):
    until = time.monotonic() + PATIENCE
    while not browser.run(f"Boolean({expression})"):
        assert time.monotonic() < until, f"never: {expression}"
        time.sleep(0.05)


CARD = f"document.getElementById({ROW.fingerprint!r})"
SAVED = "document.getElementById('saved')?.textContent.startsWith('Saved')"


def fill(browser, verdict, **fields):
    wait(browser, f"document.readyState === 'complete' && {CARD}")
    browser.run(f"{CARD}.querySelector('button[value={verdict}]').click()")
    for name, words in fields.items():
        browser.run(f"{CARD}.querySelector('form').elements.namedItem('{name}').value = '{words}'")
    browser.run(f"{CARD}.querySelector('form').requestSubmit()")


def test_a_decision_made_in_the_page_is_in_the_file(browser, address, tmp_path):
    browser.open(f"{address}?token=once")
    fill(browser, "wont-fix", reason="asked the desk", by="N. N.")
    wait(browser, SAVED)
    (decision,) = load_decisions(tmp_path / "claims")
    assert (decision.fingerprint, decision.reason) == (ROW.fingerprint, "asked the desk")
    assert not browser.complaints()
    # The page is made anew with what the file holds.
    browser.open(address)
    wait(browser, f"{CARD} && {CARD}.textContent.includes('asked the desk')")
    browser.run(f"{CARD}.querySelector('button[value=remove]').click()")
    wait(browser, SAVED)
    assert load_decisions(tmp_path / "claims") == ()


def test_what_somebody_else_decided_meanwhile_is_shown(browser, address, tmp_path):
    browser.open(f"{address}?token=once")
    other = Decision(
        fingerprint=ROW.fingerprint, question="?", verdict="false-alarm", reason="two bridges"
    )
    add_decisions(tmp_path / "claims", [other])
    browser.run("window.alert = (words) => sessionStorage.setItem('told', words)")
    fill(browser, "wont-fix", reason="asked the desk")
    wait(browser, "sessionStorage.getItem('told')")
    assert "meanwhile" in browser.run("sessionStorage.getItem('told')")
    wait(browser, f"{CARD} && {CARD}.textContent.includes('two bridges')")
    assert load_decisions(tmp_path / "claims") == (other,)
