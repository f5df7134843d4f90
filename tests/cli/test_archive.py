"""`checker archive`, and a new document against one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker import extract

pytest.importorskip("duckdb", reason="the extra scale is not installed")
pytestmark = pytest.mark.usefixtures("seeds")
ROOT = Path(__file__).parents[2]


def rows(done):
    return json.loads(done.out)["discrepancies"]


def head_of(archive):
    return json.loads((archive / "archive.json").read_text())


@pytest.fixture
def read(monkeypatch, run) -> list[str]:  # noqa: ARG001  (after its stand-ins)
    """The ids of the sources that the parser was given, run by run."""
    given: list[str] = []
    find_claims = extract.find_claims

    def counted(sources, options):
        given.extend(source.id for source in sources)
        return find_claims(sources, options)

    monkeypatch.setattr(extract, "find_claims", counted)
    return given


def test_an_archive_says_what_a_check_says(run, tmp_path):
    added = run("archive", "add", "a", "seeds")
    assert (added.code, added.out) == (0, "")
    assert "2 documents added, 0 replaced, 0 there already" in added.err
    plain = run("check", "seeds", "--output", "json:-")
    kept = run("archive", "check", "a", "--output", "json:-")
    assert kept.code == plain.code == 1
    assert kept.out == plain.out
    assert not (tmp_path / "a" / "claims").exists()


def test_only_what_has_changed_is_read_again(run, read, seeds):
    run("archive", "add", "a", "seeds")
    assert read == ["left", "right"]
    read.clear()
    (seeds / "left.txt").write_text("The harbour lost 7 boats in the storm.\n")
    (seeds / "late.txt").write_text("There were 7 boats, a diver said.\n")
    assert (
        "1 documents added, 1 replaced, 1 there already" in run("archive", "add", "a", "seeds").err
    )
    assert sorted(read) == ["late", "left"]
    assert run("archive", "check", "a").code == 0


def test_documents_of_one_name_are_two(run, tmp_path):
    for name, number in (("one", 3), ("two", 4)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(f"The storm sank {number} boats.\n")
        run("archive", "add", "a", name)
    told = run("archive", "info", "a").out
    assert "Documents  2 in 2 stories" in told
    assert "Claims     2" in told


def test_info_tells_what_is_in_it(run):
    run("archive", "add", "a", "seeds")
    lines = run("archive", "info", "a").out.splitlines()
    assert lines[0].startswith("Archive    a, format 2")
    assert "Made by    stand-in 1.0" in "\n".join(lines)
    assert lines[-1] == "Story      seeds: 2 documents, 2 claims"


def test_a_new_document_meets_its_story_alone(run, read, tmp_path):
    many = tmp_path / "many"
    for number in range(8):
        (many / f"s{number}").mkdir(parents=True)
        (many / f"s{number}" / "a.txt").write_text(
            f"Harbour{'abcdefgh'[number]} lost {number} boats to Storm{'abcdefgh'[number]}, "
            f"said Captain{'abcdefgh'[number]} of Pier{'abcdefgh'[number]}.\n"
        )
    run("archive", "add", "a", "many")
    read.clear()
    (tmp_path / "draft.txt").write_text("At Pierc, Stormc sank 9 boats, Captainc told Harbourc.\n")
    done = run("check", "--new-source", "draft.txt", "--against", "a", "--output", "json:-")
    assert done.code == 1
    assert read == ["draft"]
    report = json.loads(done.out)
    assert [source["path"] for source in report["sources"]] == ["draft.txt", "many/s2/a.txt"]
    (row,) = report["discrepancies"]
    assert {version["value"] for version in row["versions"]} == {"2", "9"}
    draft = run("check", "--draft", "draft.txt", "--against", "a", "--output", "json:-")
    assert (draft.code, len(rows(draft))) == (1, 1)
    # It is in no archive: whoever asks again gets the same answer.
    again = run("check", "--new-source", "draft.txt", "--against", "a", "--output", "json:-")
    assert again.out == done.out


def test_what_is_like_nothing_is_told(run, tmp_path):
    run("archive", "add", "a", "seeds")
    (tmp_path / "bees.txt").write_text("Bees made 5 jars of honey.\n")
    done = run("check", "--new-source", "bees.txt", "--against", "a")
    assert done.code == 0
    assert "bees.txt: no story in the archive is like it" in done.err


def test_a_story_is_named_by_the_head_of_a_document(run, tmp_path):
    run("archive", "add", "a", "seeds")
    (tmp_path / "new.md").write_text("---\nstory: seeds\n---\nThe storm sank 9 boats.\n")
    done = run("check", "--new-source", "new.md", "--against", "a", "--output", "json:-")
    assert done.code == 1
    assert "no story" not in done.err


def test_what_is_known_and_decided_counts(run, seeds):
    run("archive", "add", "a", "seeds")
    run("baseline", "update", "seeds")
    assert run("archive", "check", "a").code == 0
    (seeds / "new.txt").write_text("---\nstory: seeds\n---\nThe storm sank 9 boats.\n")
    done = run("check", "--new-source", "seeds/new.txt", "--against", "a")
    assert done.code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "seeds", "--new-source", "seeds/left.txt", "--against", "a"), "leave out PATH"),
        (("check", "--against", "a"), "--new-source or --draft"),
        (("check", "--new-source", "seeds/left.txt", "--against", "seeds"), "no archive"),
        (("archive", "info", "seeds"), "no archive"),
        (("archive", "add", "seeds", "seeds"), "holds other files"),
        (("archive", "check", "a", "--output", "html:a.html"), "--story"),
        (("archive", "check", "a", "--story", "thaw"), "no story 'thaw'"),
        (("archive", "check", "a", "--engine", "abacus"), "duckdb and spark"),
        (("archive", "add", "a", "nowhere"), "no such file"),
    ],
)
def test_mistakes_are_told(run, arguments, words):
    run("archive", "add", "a", "seeds")
    done = run(*arguments)
    assert done.code == 2
    assert words in done.err


def test_claims_of_another_program_are_not_compared(run, monkeypatch):
    run("archive", "add", "a", "seeds")
    monkeypatch.setattr(extract, "describe_model", lambda _: "stand-in 2.0")
    against = ("check", "--draft", "seeds/left.txt", "--against", "a")
    for arguments in (("archive", "check", "a"), against):
        done = run(*arguments)
        assert done.code == 2
        assert "2 documents were made by another version" in done.err
    assert "0 documents added, 2 replaced" in run("archive", "add", "a", "seeds").err
    assert run("archive", "check", "a").code == 1


def test_an_empty_archive_has_nothing_to_say(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert run("archive", "add", "a", "empty").code == 3
    assert run("archive", "check", "a").code == 3


def test_html_shows_a_story(run, tmp_path):
    run("archive", "add", "a", "seeds")
    assert run("archive", "check", "a", "--story", "seeds", "--output", "html:a.html").code == 1
    assert "7 boats" in (tmp_path / "a.html").read_text()


# Adds two documents at a time and says so after each part.
SLOWLY = """
from pathlib import Path
from checker import ingest
from checker.pipeline.archive import add_documents
from checker.settings import Settings
read = ingest.read_in_batches
ingest.read_in_batches = lambda paths, options: read(paths, options, 2)
tell = lambda *_: print("part", flush=True)
add_documents(Path("a"), [Path("docs")], Settings(jobs=1), tell)
"""


@pytest.mark.model
def test_an_add_that_is_killed_goes_on(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(12):
        (docs / f"d{number}.txt").write_text(f"The storm sank {number + 2} boats at the pier.\n")
    command = [sys.executable, "-c", SLOWLY]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    kept = 0
    for wait in (2, 3):
        with subprocess.Popen(  # noqa: S603
            command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, text=True
        ) as adding:
            for _ in range(wait):
                adding.stdout.readline()
            time.sleep(0.05 * wait)
            adding.kill()
        now = sum(part["sources"] for part in head_of(tmp_path / "a")["parts"])
        assert kept <= now
        kept = now
    assert kept
    subprocess.run(  # noqa: S603
        command, cwd=tmp_path, env=env, check=True, capture_output=True
    )
    parts = head_of(tmp_path / "a")["parts"]
    assert sum(part["sources"] for part in parts) == 12
    assert not any(part["replaces"] for part in parts)
