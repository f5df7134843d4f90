"""`checker check`: exit codes, outputs, what is stored."""

from __future__ import annotations

import json
import os
import re

import pytest

pytestmark = pytest.mark.usefixtures("seeds")


def test_discrepancies_give_one_and_a_text_report(run):
    done = run("check", "seeds")
    assert done.code == 1
    assert "Q01 figures-differ" in done.out
    assert done.err == ""


def test_the_default_path_is_seeds(run):
    assert run("check", "--no-store").code == 1


def test_documents_that_agree_give_zero(run, seeds):
    (seeds / "right.txt").write_text("A storm sank 3 boats.\n")
    assert run("check", "seeds").code == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "note"], 1),
        (["--min-severity", "error"], 1),
        (["--min-confidence", "0.95"], 0),
        (["--ignore", "Q"], 2),
        (["--select", "q01"], 1),
    ],
)
def test_what_options_make_of_a_discrepancy(run, options, code):
    assert run("check", "seeds", *options).code == code


def test_what_is_hidden_fails_all_the_same(run, rule):
    object.__setattr__(rule, "confidence", 0.45)
    done = run("check", "seeds", "--min-severity", "error", "--fail-on", "warning")
    assert done.code == 1
    assert "figures-differ" not in done.out


def test_json_on_standard_output_stands_there_alone(run):
    done = run("check", "seeds", "--output", "json:-")
    report = json.loads(done.out)
    (row,) = report["discrepancies"]
    assert (row["code"], row["severity"]) == ("Q01", "error")
    places = [(version["value"], version["evidence"][0]["path"]) for version in row["versions"]]
    assert places == [("3", "seeds/left.txt"), ("7", "seeds/right.txt")]
    assert re.fullmatch("v2-[0-9a-f]{16}", row["fingerprint"])


def test_several_outputs_in_one_run(run, tmp_path):
    outputs = ["--output", "json:out/deep/report.json", "--output", "markdown:report.md"]
    done = run("check", "seeds", *outputs)
    assert done.out == ""
    assert json.loads((tmp_path / "out/deep/report.json").read_text())["discrepancies"]
    assert "How many" in (tmp_path / "report.md").read_text()


def test_the_same_input_gives_the_same_bytes(run):
    runs = [run("check", "seeds", "--output", "json:-", "--today", "2024-05-01") for _ in range(2)]
    assert runs[0] == runs[1]
    assert json.loads(runs[0].out)["run"]["today"] == "2024-05-01"


def test_claims_are_stored_one_file_a_source(run, tmp_path):
    run("check", "seeds")
    stored = sorted(path.name for path in (tmp_path / "claims").glob("*.jsonl"))
    assert stored == ["left.jsonl", "right.jsonl"]
    _, claim = (tmp_path / "claims/left.jsonl").read_text().splitlines()
    assert json.loads(claim)["words"] == "3"


def test_claims_go_where_they_are_sent(run, tmp_path):
    run("check", "seeds", "--claims-dir", "kept/here")
    assert (tmp_path / "kept/here/left.jsonl").exists()
    assert not (tmp_path / "claims").exists()


def test_no_store_leaves_the_folder_as_it_was(run, tmp_path):
    run("check", "seeds", "--no-store")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seeds"]


def test_a_missing_path_is_trouble(run):
    done = run("check", "nowhere")
    assert (done.code, done.out) == (2, "")
    assert done.err == "checker: nowhere: no such file or folder; check the spelling of the path\n"


def test_a_folder_without_documents_is_three(run, tmp_path):
    (tmp_path / "empty").mkdir()
    done = run("check", "empty", "--exit-zero")
    assert (done.code, done.out) == (3, "")
    assert "empty: no documents found; name files" in done.err


BAD = {
    "binary": b"\x00\x01\x02PNG\x00 3 boats" * 50,
    "broken-front-matter": b"---\ntitle: [open\n---\nThe harbour lost 3 boats.\n",
    "empty": b"",
}


@pytest.mark.parametrize("name", BAD)
def test_a_document_that_cannot_be_read_is_told_and_the_rest_go_on(run, seeds, name):
    (seeds / f"{name}.md").write_bytes(BAD[name])
    done = run("check", "seeds", "--output", "json:-")
    assert done.code == 2
    assert len(json.loads(done.out)["discrepancies"]) == 1
    (line,) = done.err.splitlines()
    assert re.match(rf"checker: seeds/{name}\.md: \w.*; \w", line)
    assert run("check", "seeds", "--allow-unread").code == 1


def test_nothing_but_unreadable_documents(run, tmp_path):
    (tmp_path / "bad.md").write_bytes(BAD["binary"])
    assert run("check", "bad.md").code == 2
    assert run("check", "bad.md", "--allow-unread").code == 3


def test_a_file_beyond_the_limit_is_refused_with_the_way_out(run, seeds, tmp_path):
    (seeds / "long.txt").write_text("word " * 4_000_000)
    (tmp_path / "checker.toml").write_text("[ingest]\nmax-bytes = 1000000\n")
    done = run("check", "seeds")
    assert done.code == 2
    assert "seeds/long.txt: larger than the limit of 1,000,000 bytes" in done.err
    assert "raise max-bytes in the settings" in done.err


def test_twenty_megabytes_in_one_line_are_read(run, seeds):
    (seeds / "long.txt").write_text("A storm sank 3 boats. " + "word " * 4_000_000)
    done = run("check", "seeds", "--output", "json:-", "--no-store")
    assert done.code == 1
    paths = [source["path"] for source in json.loads(done.out)["sources"]]
    assert paths == ["seeds/left.txt", "seeds/long.txt", "seeds/right.txt"]


def test_an_unknown_setting_is_named_with_its_nearest(run, tmp_path):
    (tmp_path / "checker.toml").write_text("min-severty = 'note'\n")
    done = run("check", "seeds")
    assert (done.code, done.out) == (2, "")
    assert 'unknown setting "min-severty"; did you mean "min-severity"?' in done.err


MISTAKES = {
    "format": (["--output", "jsn:-"], "there is no format 'jsn'; did you mean 'json'?"),
    "no-path": (["--output", "json"], "write FORMAT:PATH, such as json:report.json"),
    "empty-path": (["--output", "json:"], "write FORMAT:PATH"),
    "one-place": (["--output", "json:-", "--output", "text:-"], "two outputs go to '-'"),
    "severity": (["--fail-on", "loud"], "command line: \"fail-on\" must be one of 'error'"),
    "confidence": (["--min-confidence", "3"], '"min-confidence" must be at most 1.0'),
    "config": (["--config", "none.toml"], "none.toml: no such settings file"),
    "code": (["--select", "Z9"], "no rule has the code 'Z9'"),
    "day": (["--today", "soon"], "'soon' is no date such as 2019-09-18"),
    "option": (["--no-such"], "No such option"),
}


@pytest.mark.parametrize(("options", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_on_the_command_line_is_two(run, options, said):
    done = run("check", "seeds", *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("target", ["folder", "file/under.json"])
def test_an_output_that_cannot_be_written(run, tmp_path, target):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("in the way")
    done = run("check", "seeds", "--output", f"json:{target}")
    assert done.code == 2
    assert re.search(rf"checker: {target}: cannot be written \(.+\); give --output", done.err)


def test_claims_that_cannot_be_written(run, tmp_path):
    (tmp_path / "claims").write_text("in the way")
    done = run("check", "seeds")
    assert done.code == 2
    assert "--no-store" in done.err
    assert "figures-differ" in done.out


def test_a_fault_of_the_program_is_two_and_no_trace(run, rule, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(type(rule), "check", fail)
    done = run("check", "seeds")
    assert done.code == 2
    assert done.err.startswith("checker: internal error: ZeroDivisionError: by zero; ")
    assert "Traceback" not in done.err


def test_ctrl_c_is_no_discrepancy(run, rule, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(type(rule), "check", interrupt)
    assert run("check", "seeds").code == 130


def test_hostile_names_and_words_do_not_reach_the_terminal(run, seeds):
    hostile = "A storm sank 9 boats\x1b[31m\u202e\n::error::injected\n"
    (seeds / "bad\x1b[2J.txt").write_text(hostile)
    (seeds / "worse\x1b[2J.txt").write_bytes(b"\x00" * 500)
    done = run("check", "seeds")
    for written in (done.out, done.err):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", written)
        assert not any(line.lstrip().startswith("::") for line in written.splitlines())


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_on_request(run, monkeypatch, variables, coloured):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "seeds").out) is coloured


def test_a_reader_who_leaves_early_changes_nothing(run, monkeypatch):
    from checker.cli import terminal

    def leave(*_, **__):
        raise BrokenPipeError

    monkeypatch.setattr(terminal.typer, "echo", leave)
    keep = os.dup(1)
    try:
        assert run("check", "seeds").code == 1
    finally:
        os.dup2(keep, 1)
        os.close(keep)
