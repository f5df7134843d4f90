"""The hook, the action and the workflows that we offer to other repositories."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_manifest

from benchmarks.corpora import ROOT

BIN = Path(sys.executable).parent
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40}")


def test_the_hook_is_one_that_pre_commit_takes():
    (hook,) = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert hook["entry"] == "checker check"
    assert hook["require_serial"] is True
    assert hook["pass_filenames"] is False


def action():
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_the_action_is_composite_pinned_and_runs_no_text_of_strangers():
    runs = action()["runs"]
    assert runs["using"] == "composite"
    used = [step["uses"] for step in runs["steps"] if "uses" in step]
    assert used
    assert all(PINNED.fullmatch(each) for each in used)
    # An expression within a script is where strangers' text is run.
    assert not [step for step in runs["steps"] if "${{" in step.get("run", "")]
    assert action()["inputs"]["summary"]["default"] == "true"
    assert set(action()["outputs"]) == {"sarif", "exit-code"}


@pytest.fixture
def run(tmp_path):
    """Run the action's script in a folder with two documents that differ."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("The accident injured 14 passengers of the tram.\n")
    (seeds / "b.txt").write_text("The accident injured 19 passengers of the tram.\n")

    def once(**inputs):
        for name in ("output", "summary"):
            (tmp_path / name).write_text("")
        given = {
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "RUNNER_TEMP": str(tmp_path / "temp"),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
            **inputs,
        }
        (tmp_path / "temp").mkdir(exist_ok=True)
        done = subprocess.run(  # noqa: S603
            ["bash", str(ROOT / ".ci" / "action")],  # noqa: S607
            cwd=tmp_path, env=given, capture_output=True, text=True, check=False,
        )  # fmt: skip
        told = dict(line.split("=", 1) for line in (tmp_path / "output").read_text().splitlines())
        return done, told, (tmp_path / "summary").read_text()

    return once


@pytest.mark.model
def test_the_action_annotates_sums_up_and_hands_over_sarif(run):
    done, told, summary = run()
    assert done.returncode == 1
    assert told["exit-code"] == "1"
    assert done.stdout.startswith("::error title=Q01")
    assert "## Where the sources differ" in summary
    assert json.loads(Path(told["sarif"]).read_text())["runs"][0]["results"]
    done, told, summary = run(
        FAIL_ON="never", ANNOTATIONS="false", SUMMARY="false", PATHS="seeds/a.txt\nseeds/b.txt\n"
    )
    assert (done.returncode, done.stdout, summary) == (0, "", "")


@pytest.mark.parametrize(
    "inputs",
    [
        {"PATHS": "$(touch pwned)\n`touch pwned`;touch pwned"},
        {"SINCE": "main; touch pwned"},
        {"ARGUMENTS": "--fail-on\nnever; touch pwned"},
    ],
)
def test_inputs_are_arguments_and_nothing_else(run, tmp_path, inputs):
    done, told, _ = run(**inputs)
    assert done.returncode == 2
    assert "sarif" not in told
    assert not list(tmp_path.rglob("pwned"))
