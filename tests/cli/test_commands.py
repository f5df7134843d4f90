"""The other commands, the Python API, and the time that help takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import checker

ROOT = Path(checker.__file__).parents[1]
HELP_SECONDS = 0.3  # of processor time
pytestmark = pytest.mark.usefixtures("run", "seeds")

COMMANDS = (
    ["check"],
    ["baseline"],
    ["baseline", "update"],
    ["baseline", "show"],
    ["decide"],
    ["init"],
    ["review"],
    ["watch"],
    ["stats"],
    ["diff"],
    ["extract"],
    ["rules"],
    ["explain"],
    ["config"],
    ["config", "show"],
    ["schema"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(run, command):
    done = run(*command, "--help")
    assert done.code == 0
    assert f"Usage: checker {' '.join(command)}" in done.out


def test_the_version(run):
    assert run("--version").out == f"checker {checker.__version__}\n"


def test_extract_prints_claims_and_stores_nothing(run, tmp_path):
    done = run("extract", "seeds")
    assert done.code == 0
    assert [json.loads(line)["words"] for line in done.out.splitlines()] == ["3", "7"]
    assert not (tmp_path / "claims").exists()


def test_extract_stores_on_request(run, tmp_path):
    done = run("extract", "seeds", "--store")
    assert (done.code, done.out) == (0, "")
    assert "2 claims of 2 sources" in done.err
    assert (tmp_path / "claims/left.jsonl").exists()


def test_extract_and_its_troubles(run, seeds, tmp_path):
    (tmp_path / "empty").mkdir()
    (seeds / "bad.md").write_bytes(b"\x00" * 500)
    assert run("extract", "nowhere").code == 2
    assert run("extract", "empty").code == 3
    assert run("extract", "seeds").code == 2
    assert run("extract", "seeds", "--allow-unread").code == 0
    assert run("extract", "seeds", "--values", "--store").code == 2


def test_extract_values_with_place_words_and_normal_form(run, tmp_path):
    text = (
        "---\ndate: 2019-09-18\n---\n"
        "The strike began on 4 March 2021 and lasted 3 weeks. It ended on Tuesday.\n"
    )
    (tmp_path / "one.md").write_text(text)
    lines = [json.loads(line) for line in run("extract", "one.md", "--values").out.splitlines()]
    assert all(text[line["start"] : line["end"]] == line["words"] for line in lines)
    forms = {(line["kind"], line["normal"]) for line in lines}
    assert {("moment", "2021-03-04"), ("duration", "P3W")} <= forms
    # "Tuesday" leans on the date of the document.
    assert ("moment", "2019-09-17") in forms


def test_rules_as_a_table_and_as_json(run):
    table = run("rules").out.splitlines()
    assert table[0].split() == ["code", "name", "family", "summary"]
    assert table[1].startswith("Q01   figures-differ  quantity  Figures")
    assert [rule["code"] for rule in json.loads(run("rules", "--format", "json").out)] == ["Q01"]
    assert run("rules", "--format", "xml").code == 2


def test_explain(run):
    shown = run("explain", "q01").out
    assert shown.startswith("Q01 figures-differ (family: quantity)\n\nFigures that cannot")
    assert "3 boats | 7 boats" in shown
    done = run("explain", "figure-differ")
    assert done.code == 2
    assert "did you mean 'figures-differ'" in done.err


def test_config_show_is_toml_that_names_origins(run, tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        '[tool.checker]\nselect = ["U"]\n[tool.checker.ingest]\nmax-bytes = 5\n'
    )
    shown = run("config", "show").out
    table = tomllib.loads(shown)
    assert (table["select"], table["ingest"]["max-bytes"]) == (["U"], 5)
    assert table["fail-on"] == "error"
    assert 'fail-on = "error"  # default' in shown
    assert f"max-bytes = 5  # {tmp_path / 'pyproject.toml'}" in shown
    assert "# today is not set" in shown


def test_what_config_show_prints_can_be_read_again(run, tmp_path):
    shown = run("config", "show").out
    (tmp_path / "again.toml").write_text(shown)
    assert run("config", "show", "--config", "again.toml").code == 0


def test_schema_is_that_of_the_json_report(run):
    import jsonschema

    schema = json.loads(run("schema").out)
    report = json.loads(run("check", "seeds", "--output", "json:-").out)
    jsonschema.validate(report, schema)
    del report["discrepancies"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, schema)


def test_the_python_api(seeds):
    report = checker.check(["seeds"])
    assert [row.code for row in report.discrepancies] == ["Q01"]
    assert [claim.words for claim in checker.extract_claims([seeds])] == ["3", "7"]
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = checker.chek


def test_help_is_instant_and_loads_no_stage():
    """Counts processor time, not the wait: the machine may be busy."""
    script = (
        "import sys, time\n"
        "from checker.cli import main\n"
        "sys.argv = ['checker', '--help']\n"
        "try:\n    main()\n"
        "except SystemExit:\n"
        "    heavy = {'spacy', 'jinja2', 'pydantic', 'rich', 'rapidfuzz'} & set(sys.modules)\n"
        "    print(time.process_time(), sorted(heavy), file=sys.stderr)\n"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "cross" in done.stdout.lower()
    seconds, heavy = done.stderr.split(maxsplit=1)
    assert heavy.strip() == "[]"
    assert float(seconds) <= HELP_SECONDS
