"""A run that is killed at any moment, and runs at once, leave every file whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.model.decision import Decision
from checker.model.standing import Known
from checker.review import add_decisions, load_baseline, load_decisions, save_baseline
from checker.store import Maker, Stored, save_claims, stored_claims
from tests.review.made_by_hand import claim_of, source_of

MAKER = Maker("model", "{}", "code")
SOURCES = [source_of(f"3 boats of {n} " + "and more " * 400, f"s{n}") for n in range(12)]
KILLS = 12


def versions(round_number: int) -> tuple[str, ...]:
    """What an entry holds in one round: every round writes all entries anew."""
    return tuple(f"{round_number}-{n}" for n in range(40))


def write_for_ever(folder: Path) -> None:
    """Write claims, baseline and decisions again and again."""
    number = 0
    while True:
        number += 1
        found = {s.id: Stored((claim_of(s, "3", number=number),) * 20, None) for s in SOURCES}
        save_claims(SOURCES, found, MAKER, folder)
        entries = [
            Known(fingerprint=f"v2-{n:016x}", code="Q01", question="?", versions=versions(number))
            for n in range(30)
        ]
        save_baseline(folder, entries)
        decision = Decision(
            fingerprint=f"v2-{number % 50:016x}", question="?", verdict="wont-fix", reason="r"
        )
        add_decisions(folder, [decision])


def assert_whole(folder: Path) -> None:
    """Every file is one that some round has written, from its first to its last line."""
    entries = load_baseline(folder)
    assert len({entry.versions for entry in entries}) <= 1
    assert len(entries) in {0, 30}
    load_decisions(folder)
    for source in SOURCES:
        stored = stored_claims(source, MAKER, folder)
        if (folder / f"{source.id}.jsonl").exists():
            assert stored is not None
            assert len(stored.claims) == 20


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_killed_again_and_again(tmp_path):
    script = f"from {__name__} import write_for_ever; from pathlib import Path; " \
             f"print('on', flush=True); write_for_ever(Path({str(tmp_path)!r}))"  # fmt: skip
    root = Path(__file__).parents[2]
    decided = 0
    for attempt in range(KILLS):
        writer = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", script], cwd=root, stdout=subprocess.PIPE
        )
        assert writer.stdout
        writer.stdout.readline()
        time.sleep(0.004 * attempt + 0.001)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert_whole(tmp_path)
        # What was decided once is never lost.
        assert len(load_decisions(tmp_path)) >= decided
        decided = len(load_decisions(tmp_path))
    assert decided
    # The next one who writes sweeps up after those who were killed.
    save_baseline(tmp_path, [])
    assert not list(tmp_path.glob(".claims-*"))


RUNS = """
import sys
from pathlib import Path
from checker import extract
from checker.extract.extraction import Extraction
from tests.cli.conftest import claim_number
extract.find_claims = lambda sources, _: Extraction(
    tuple(claim_number(each) for each in sources), (), "stand-in")
from checker.cli import main
number = 0
while True:
    for name in ("left", "right", "third"):
        number += 1
        Path("seeds", name + ".txt").write_text(f"There were {number} boats there.\\n" * 50)
    for command in (["check", "seeds", "--allow-stale"], ["baseline", "update", "seeds"]):
        sys.argv = ["checker", *command, "--claims-dir", "claims"]
        try:
            main()
        except SystemExit as left:
            assert left.code in (0, 1), left.code
    print("round", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_whole_runs_killed_again_and_again(tmp_path):
    """Whatever moment a check or an update is ended at, the next one finds whole files."""
    root = Path(__file__).parents[2]
    (tmp_path / "seeds").mkdir()
    add_decisions(
        tmp_path / "claims",
        [Decision(fingerprint="v2-0", question="?", verdict="wont-fix", reason="r")],
    )
    for attempt in range(5):
        with subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", RUNS], cwd=tmp_path, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(root)},
        ) as process:  # fmt: skip
            for line in process.stdout:
                if line == "round\n":
                    break
            time.sleep(0.03 * attempt)
            assert process.poll() is None, process.stderr.read()
            os.kill(process.pid, signal.SIGKILL)
        assert len(load_decisions(tmp_path / "claims")) == 1
        load_baseline(tmp_path / "claims")
        for file in (tmp_path / "claims").glob("*.jsonl"):
            for line in file.read_text().splitlines():
                json.loads(line)


def test_two_runs_at_once(tmp_path):
    """Both check the same documents into one folder, and both say the same."""
    seeds = Path(__file__).parents[2] / "seeds"
    command = [sys.executable, "-m", "checker", "check", str(seeds), "--output", "json:-"]
    runs = [
        subprocess.Popen(  # noqa: S603
            [*command, "--claims-dir", str(tmp_path)], stdout=subprocess.PIPE, cwd=tmp_path
        )
        for _ in range(2)
    ]
    told = [json.loads(run.communicate(timeout=300)[0]) for run in runs]
    assert told[0] == told[1]
    assert len(list(tmp_path.glob("*.jsonl"))) == 5
    assert not list(tmp_path.glob(".claims-*"))
    again = subprocess.run(  # noqa: S603
        [*command, "--claims-dir", str(tmp_path)], capture_output=True, cwd=tmp_path, check=False
    )
    assert json.loads(again.stdout) == told[0]
