"""`checker init`: a repository that is ready for the check."""

from __future__ import annotations

import re
import shlex
import tomllib

import pytest
import yaml

import checker
from checker.cli.init import SERVERS


def test_settings_workflow_and_the_folder_of_claims(run, tmp_path):
    done = run("init", "--stories", "stories", "--stories", 'od"d')
    assert done.code == 0
    written = {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()}
    assert written == {
        "checker.toml", ".github/workflows/claims.yml", "claims/.gitattributes", "claims/.gitignore"
    }  # fmt: skip
    assert tomllib.loads((tmp_path / "checker.toml").read_text())["paths"] == ["stories", 'od"d']
    assert run("config", "show").code == 0


@pytest.mark.parametrize("ci", SERVERS)
def test_the_workflows_are_yaml_and_pinned(run, tmp_path, ci):
    assert run("init", "--ci", ci).code == 0
    text = (tmp_path / SERVERS[ci][1]).read_text()
    assert yaml.safe_load(text)
    assert f'CHECKER: "claim-crosscheck=={checker.__version__}"' in text
    assert "$$" not in text
    for used in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used)
    # Expressions stand in variables; within a script they would be run.
    for job in yaml.safe_load(text).get("jobs", {}).values():
        assert not [step for step in job["steps"] if "${{" in step.get("run", "")]


@pytest.mark.usefixtures("seeds")
def test_the_commands_in_the_workflows_are_ours(run, tmp_path):
    for ci, (_, place) in SERVERS.items():
        run("init", "--ci", ci)
        command = re.search(r"checker (check .*?)\n(?!\s+--)", (tmp_path / place).read_text(), re.S)
        arguments = [w for w in shlex.split(command[1]) if not w.startswith("$")]
        arguments.remove("--since")
        assert run(*arguments).code == 1
    assert (tmp_path / "checker.sarif").exists()
    assert (tmp_path / "checker.xml").exists()


def test_what_is_there_stays(run, tmp_path):
    (tmp_path / "checker.toml").write_text('paths = ["mine"]\n')
    done = run("init")
    assert done.code == 0
    assert "checker.toml is there already and stays as it is" in done.err
    assert (tmp_path / "checker.toml").read_text() == 'paths = ["mine"]\n'
    assert run("init").code == 0


def test_settings_of_a_project_stay_where_they_are(run, tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.checker]\n")
    assert run("init", "--ci", "none").code == 0
    assert not (tmp_path / "checker.toml").exists()
    assert not (tmp_path / ".github").exists()


@pytest.mark.parametrize(
    "options", [["--ci", "jenkins"], ["--package", 'x" && touch y "'], ["nowhere"]]
)
def test_mistakes(run, options):
    assert run("init", *options).code == 2


def test_documents_are_looked_for_where_the_settings_say(run, tmp_path, seeds, monkeypatch):
    seeds.rename(tmp_path / "stories")
    assert run("check").code == 2
    (tmp_path / "checker.toml").write_text('paths = ["stories"]\n')
    assert run("check").code == 1
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert run("check").code == 1
    assert (tmp_path / "claims/left.jsonl").exists()
    assert (tmp_path / "claims").is_dir()
    assert not (tmp_path / "below/claims").exists()
