"""The documentation of commands and workflows is what the program says and writes."""

from __future__ import annotations

import json
import os
import re
from string import Template

import pytest
import typer
from typer.testing import CliRunner

from benchmarks.corpora import ROOT
from checker.cli.app import app
from checker.cli.init import PACKAGE, SERVERS

DOCS = ROOT / "docs"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


def commands() -> dict[str, str]:
    """Every command that does something, and what --help says of it."""
    found: dict[str, str] = {}
    waiting = [([], typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop()
        below = getattr(command, "commands", {})
        waiting += [([*name, key], each) for key, each in below.items()]
        if not below:
            shown = CliRunner().invoke(
                app, [*name, "--help"], prog_name="checker",
                env={"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"},
            )  # fmt: skip
            found[" ".join(name)] = "\n".join(line.rstrip() for line in shown.output.splitlines())
    return dict(sorted(found.items()))


COMMANDS = commands()


def page(name: str):
    return DOCS / "commands" / f"{name.replace(' ', '-')}.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_page_that_agrees_with_its_help(name):
    """Write them anew with `UPDATE_GOLDEN=1 pytest tests/ci/test_docs.py`."""
    block = f"```text\n{COMMANDS[name].strip()}\n```\n"
    path = page(name)
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_text(encoding="utf-8") if path.exists() else f"# checker {name}\n\n"
        before, _, after = old.partition("```text\nUsage:")
        rest = after.partition("```\n")[2]
        path.write_text(before + block + rest, encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# checker {name}\n")
    assert block in text


def test_there_is_no_page_of_a_command_that_is_gone():
    pages = {path.name for path in (DOCS / "commands").glob("*.md")} - {"README.md"}
    assert pages == {page(name).name for name in COMMANDS}


@pytest.mark.parametrize("name", COMMANDS)
def test_options_named_in_a_page_exist(name):
    text = page(name).read_text(encoding="utf-8")
    for command, options in re.findall(r"^checker ([a-z ]+?)(?= [^a-z]| *$)(.*)$", text, re.M):
        known = COMMANDS.get(command.strip())
        if known is None:
            continue
        for option in re.findall(r"(--[a-z][a-z-]*)", options):
            assert option in known, f"{path_of(name)}: checker {command} has no {option}"


def path_of(name: str) -> str:
    return page(name).relative_to(ROOT).as_posix()


@pytest.mark.parametrize("server", SERVERS)
def test_the_workflows_shown_are_those_that_init_writes(server):
    ours, _ = SERVERS[server]
    text = (ROOT / "checker" / "cli" / "starter" / ours).read_text(encoding="utf-8")
    block = f"```yaml\n{Template(text).substitute(package=json.dumps(PACKAGE))}```\n"
    path = DOCS / "ci.md"
    shown = path.read_text(encoding="utf-8")
    marked = re.compile(rf"(<!-- {server} -->\n).*?(<!-- /{server} -->)", re.DOTALL)
    if UPDATE:
        shown = marked.sub(lambda m: m[1] + block + m[2], shown)
        path.write_text(shown, encoding="utf-8")
    match = marked.search(shown)
    assert match
    assert match[0] == f"<!-- {server} -->\n{block}<!-- /{server} -->"


def test_pages_name_each_other_truly():
    for path in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([A-Za-z.][^):#]*)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path} links to {target}"
