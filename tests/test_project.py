"""What the project says of itself is so."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import checker
from benchmarks.corpora import ROOT, shared_corpora
from checker.rules import load_rules
from checker.settings import load_settings

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
DRAWERS = {"base", "common", "helper", "helpers", "misc", "shared", "tools", "util", "utils"}
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
PASSAGE = 12


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def between(text: str, name: str) -> str:
    """The part of a document between the markers of this name."""
    match = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
    assert match, f"markers {name!r} are gone"
    return match[1]


def modules() -> list[Path]:
    return sorted((ROOT / "checker").rglob("*.py"))


def test_no_drawers() -> None:
    drawers = [m for m in modules() if DRAWERS & {m.stem, *m.relative_to(ROOT).parts[1:-1]}]
    assert not drawers


def test_every_folder_has_its_place_in_the_layers() -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (layered,) = [c for c in contracts if c["type"] == "layers"]
    placed = {name.strip() for layer in layered["layers"] for name in layer.split("|")}
    present = {path.stem for path in (ROOT / "checker").iterdir() if not path.name.startswith("_")}
    assert layered["exhaustive"]
    assert present - {"py"} == placed


@pytest.mark.parametrize("module", modules(), ids=lambda m: str(m.relative_to(ROOT)))
def test_modules_say_what_they_are(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.startswith('"""')
    assert len(text.splitlines()) <= 400


def test_changelog_has_the_version() -> None:
    newest = re.search(r"^## \[(\d+\.\d+\.\d+)\]", read("CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert newest[1] == checker.__version__


def test_readme_lists_the_rules() -> None:
    shown = [row for row in between(README, "rules").splitlines() if row.startswith("| ")][1:]
    rules = sorted(load_rules(), key=lambda rule: rule.code)
    expected = [f"| {r.code} | {r.name} | {r.family} | {r.summary} |" for r in rules]
    assert shown == expected, "README's rules should be:\n" + "\n".join(expected)


def documented_commands() -> list[str]:
    return sorted({m[1] for m in re.finditer(r"^\| `checker ([a-z ]*[a-z])", README, re.MULTILINE)})


@pytest.mark.parametrize("command", documented_commands())
def test_readme_commands_exist(command: str) -> None:
    arguments = [sys.executable, "-m", "checker", *command.split(), "--help"]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        arguments, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_readme_options_exist() -> None:
    arguments = [sys.executable, "-m", "checker", "check", "--help"]
    wide = {"COLUMNS": "200", "NO_COLOR": "1", "PATH": ""}
    shown = subprocess.run(  # noqa: S603 - our own interpreter
        arguments, cwd=ROOT, env=wide, capture_output=True, text=True, check=True
    ).stdout
    table = re.search(r"`checker check` takes.*?\n\n((?:\|.*\n)+)", README, re.DOTALL)
    assert table
    named = set(re.findall(r"--[a-z][a-z-]+", table[1]))
    assert len(named) > 5
    assert not {option for option in named if option not in shown}


def test_readme_settings_are_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(\[tool\.checker\].*?)```", README, re.DOTALL)
    file = tmp_path / "pyproject.toml"
    file.write_text(example, encoding="utf-8")
    assert load_settings(config=file).settings.fail_on == "warning"


def test_links_between_documents_hold() -> None:
    for name in ("README.md", "DESIGN.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\(([A-Za-z][^):#]*)(?:#[^)]*)?\)", read(name)):
            assert (ROOT / target).exists(), f"{name} links to {target}"


def required(table: list[str]) -> set[str]:
    return {re.split(r"[<>=~! ]", line)[0].lower() for line in table}


@pytest.mark.parametrize("extra", ["", *PROJECT["project"]["optional-dependencies"]])
def test_dependencies_are_locked_and_justified(extra: str) -> None:
    project = PROJECT["project"]
    needed = required(project["optional-dependencies"][extra] if extra else project["dependencies"])
    # "claim-crosscheck[office]": an extra that takes in another, which is looked at by itself.
    needed = {name for name in needed if not name.startswith(project["name"])}
    installed = extra in ("", "formats")  # by `make report`, so that it reads any folder
    locked = read("requirements.lock" if installed else "requirements-dev.lock")
    justified = read("DESIGN.md").partition("## Dependencies")[2]
    pinned = set(re.findall(r"^([a-z0-9-]+)==", locked, re.MULTILINE))
    assert needed <= pinned, "make lock"
    assert needed <= set(re.findall(r"^\| ([a-z0-9-]+) \|", justified, re.MULTILINE))


def test_locks_name_no_registry_and_hash_everything() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = read(name)
        assert "://" not in text
        assert all("\\" in line for line in text.splitlines() if "==" in line)
        assert text.count("--hash=sha256:") >= text.count("==")


def test_both_locks_pin_the_same_versions() -> None:
    pins = {"": set(), "-dev": set()}
    for kind in pins:
        lines = read(f"requirements{kind}.lock").splitlines()
        pins[kind] = {line.rstrip(" \\") for line in lines if "==" in line}
    assert pins[""] <= pins["-dev"]


def test_hooks_and_hosted_workflow_run_what_make_test_runs() -> None:
    makefile = read("Makefile")
    chain = re.search(r"^test: ([a-z ]+)", makefile, re.MULTILINE)
    assert chain
    hooks = re.findall(r"entry: make --silent (\w+)", read(".pre-commit-config.yaml"))
    assert hooks == chain[1].split()
    assert "exec make --keep-going test" in read(".ci/run")
    assert "run: .ci/run" in read(".github/workflows/ci.yml")


def test_actions_are_pinned() -> None:
    used = re.findall(r"uses: (\S+)", read(".github/workflows/ci.yml"))
    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action) for action in used)


def words(path: Path) -> list[str]:
    return [word.lower() for word in WORD.findall(path.read_text("utf-8", errors="replace"))]


def runs(path: Path, length: int) -> set[tuple[str, ...]]:
    text = words(path)
    return {tuple(text[i : i + length]) for i in range(len(text) - length + 1)}


def seeds() -> list[Path]:
    return sorted(path for path in (ROOT / "seeds").iterdir() if path.is_file())


def test_there_are_five_seeds() -> None:
    assert len(seeds()) == 5
    assert any(path.read_text(encoding="utf-8").startswith("---\n") for path in seeds())


@pytest.mark.corpus
def test_seeds_carry_no_passage_of_the_corpora() -> None:
    folders = [shared_corpora() / name for name in ("seeds", "news")]
    if not all(folder.is_dir() for folder in folders):
        pytest.skip("the shared corpora are not there; set CHECKER_CORPORA to their folder")
    foreign: set[tuple[str, ...]] = set()
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix in {".md", ".txt"}:
                foreign |= runs(path, PASSAGE)
    assert len(foreign) > 1000
    taken = {path.name: sorted(runs(path, PASSAGE) & foreign)[:1] for path in seeds()}
    assert not any(taken.values()), taken
