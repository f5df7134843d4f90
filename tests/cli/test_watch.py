"""`checker watch`: what makes it check again, and what does not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import watchfiles

from checker.cli import watch as command
from checker.cli.watch import saves

pytestmark = pytest.mark.usefixtures("seeds")


def changes(*paths: Path):
    return {(watchfiles.Change.modified, str(path)) for path in paths}


def test_what_bears_on_the_report(tmp_path, seeds, monkeypatch):
    claims = tmp_path / "claims"
    claims.mkdir()
    given = [
        changes(claims / "left.jsonl"),
        changes(seeds / "left.txt", claims / "left.jsonl"),
        changes(claims / "decisions.jsonl"),
        changes(seeds / ".left.txt.swp"),
        changes(seeds / "report.html"),
        changes(claims / "baseline.jsonl"),
    ]
    asked = []

    def made_up(*folders, **_):
        asked.extend(folders)
        yield from given

    monkeypatch.setattr(watchfiles, "watch", made_up)
    assert len(list(saves([seeds / "left.txt", seeds], claims, [seeds / "report.html"]))) == 3
    assert asked == [seeds, claims]


def test_each_save_is_a_check_and_mistakes_do_not_end_it(run, seeds, tmp_path, monkeypatch):
    def edits(*_):
        (seeds / "right.txt").write_text("A storm sank 3 boats.\n")
        yield
        (tmp_path / "claims/decisions.jsonl").write_text("<<<<<<<\n")
        yield
        (tmp_path / "claims/decisions.jsonl").unlink()
        (seeds / "right.txt").write_text("A storm sank 9 boats.\n")
        yield

    monkeypatch.setattr(command, "saves", edits)
    done = run("watch", "seeds")
    assert done.code == 0
    results = [line for line in done.out.splitlines() if line.startswith("Result: ")]
    assert results == ["Result: 1 error.", "Result: No discrepancy found.", "Result: 1 error."]
    assert "decisions.jsonl:1" in done.err


def test_it_needs_its_extra(run, monkeypatch):
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    done = run("watch", "seeds")
    assert done.code == 2
    assert 'pip install "claim-crosscheck[watch]"' in done.err


@pytest.mark.model
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise there")
def test_a_saved_document_is_checked_until_ctrl_c(tmp_path, seeds):
    """The whole of it, in a process of its own."""
    environment = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-u", "-m", "checker", "watch", str(seeds)],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
    ) as process:  # fmt: skip
        stop = threading.Timer(90, process.kill)
        stop.start()
        results = []
        for line in process.stdout:
            if not line.startswith("Result: "):
                continue
            results.append(line)
            if len(results) == 1:
                threading.Timer(1, (seeds / "new.txt").write_text, ["Nothing new.\n"]).start()
            else:
                process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        stop.cancel()
    assert len(results) == 2
