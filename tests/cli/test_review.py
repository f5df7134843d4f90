"""`checker review`: in the terminal, and what is needed for the page."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest

from checker.cli import review as command
from checker.review import load_decisions

pytestmark = pytest.mark.usefixtures("seeds")


@pytest.fixture
def review(run, monkeypatch, tmp_path):
    def once(typed: str, *options: str):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        done = run("review", "seeds", "--terminal", "--by", "desk", *options)
        return done, load_decisions(tmp_path / "claims")

    return once


@pytest.mark.parametrize(
    ("typed", "verdict", "correct"),
    [
        ("y\n3\nasked\n", "confirmed", "3"),
        ("No\nasked\n", "false-alarm", ""),
        ("what\nb\nasked\n", "both-right", ""),
        ("w\nasked\n", "wont-fix", ""),
    ],
)
def test_one_at_a_time(review, run, typed, verdict, correct):
    done, (decision,) = review(typed, "--today", "2024-05-01")
    assert done.code == 0
    assert "How many: boat?" in done.out
    assert (decision.verdict, decision.correct, decision.reason) == (verdict, correct, "asked")
    assert (decision.by, str(decision.on)) == ("desk", "2024-05-01")
    assert "1 of 1 open discrepancies decided" in done.err
    assert run("check", "seeds").code == 0


@pytest.mark.parametrize("typed", ["s\n", "q\n", "", "n\n", "n\n \n", "y\n\nasked\n", "y\n3\n\n"])
def test_what_is_not_decided_stays_open(review, run, typed):
    done, decisions = review(typed)
    assert (done.code, decisions) == (0, ())
    assert "0 of 1" in done.err
    assert run("check", "seeds").code == 1


def test_the_page_needs_its_extra(run, monkeypatch):
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    done = run("review", "seeds")
    assert done.code == 2
    assert 'pip install "claim-crosscheck[serve]"' in done.err


def test_the_page_is_served_and_ends(run, monkeypatch):
    from checker import serve

    def serve_once(report, folder, today, port, tell):
        assert report.discrepancies
        assert (str(folder), port, today()) == ("claims", 8000, None)
        tell("http://127.0.0.1:8000/?token=x")

    monkeypatch.setattr(serve, "serve", serve_once)
    done = run("review", "seeds", "--port", "8000")
    assert (done.code, done.out) == (0, "http://127.0.0.1:8000/?token=x\n")

    def taken(*_):
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(serve, "serve", taken)
    done = run("review", "seeds", "--port", "8000")
    assert done.code == 2
    assert "--port 8000: cannot be listened on (Address already in use)" in done.err


def test_nothing_to_review(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert run("review", "empty", "--terminal").code == 3
    assert run("review", "nowhere", "--terminal").code == 2


@pytest.mark.model
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise there")
def test_the_whole_of_it_in_a_process_of_its_own(tmp_path, seeds):
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-u", "-m", "checker", "review", str(seeds)],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        stop = threading.Timer(90, process.kill)
        stop.start()
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}", address)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(address, timeout=60) as answer:
            assert "checker-decided" in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(address, timeout=60)  # noqa: S310
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        assert "Traceback" not in process.stderr.read()
        stop.cancel()
