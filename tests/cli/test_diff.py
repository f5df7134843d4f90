"""`checker diff`: what became of discrepancies between two reports, and why."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("seeds")


def report(run, name, *options):
    run("check", "seeds", "--output", f"json:{name}", *options)


def differences(run):
    done = run("diff", "old.json", "new.json", "--format", "json")
    return done.code, json.loads(done.out)


def test_the_same_report_twice(run):
    report(run, "old.json")
    report(run, "new.json")
    assert differences(run) == (0, [])


def test_a_new_answer_is_a_new_matter_and_names_its_source(run, seeds):
    report(run, "old.json")
    (seeds / "third.txt").write_text("There were 9 boats.\n")
    report(run, "new.json")
    code, (new, gone) = differences(run)
    assert code == 1
    assert (new["change"], new["why"]) == ("new", "source third is new")
    assert gone["change"] == "gone"
    shown = run("diff", "old.json", "new.json").out.splitlines()
    assert [line.split(":")[0] for line in shown] == ["new", "gone"]


def test_a_changed_source_and_one_that_is_gone(run, seeds):
    report(run, "old.json")
    (seeds / "right.txt").write_text("A storm sank 8 boats.\n")
    report(run, "new.json")
    assert {each["why"] for each in differences(run)[1]} == {"source right has changed"}
    (seeds / "right.txt").unlink()
    report(run, "new.json")
    assert [each["why"] for each in differences(run)[1]] == ["source right is gone"]


def test_a_text_that_moves_makes_no_difference(run, seeds):
    report(run, "old.json")
    (seeds / "left.txt").write_text("\n\nThe harbour lost 3 boats in the storm.\n")
    report(run, "new.json")
    code, (moved,) = differences(run)
    assert (code, moved["change"], moved["why"]) == (0, "moved", "other places in the documents")


def test_another_program_model_or_setting_is_named(run, tmp_path):
    report(run, "old.json")
    content = json.loads((tmp_path / "old.json").read_text())
    content["run"] |= {"version": "9.9", "language_model": "other", "settings": "{}", "rules": []}
    content["discrepancies"] = []
    (tmp_path / "new.json").write_text(json.dumps(content))
    code, (gone,) = differences(run)
    assert code == 1
    assert gone["why"] == (
        "rule Q01 was not run now; program: 0.1.0 → 9.9; "
        "language model: stand-in 1.0 → other; settings: defaults → {}"
    )


def test_another_name_or_severity_of_one_matter(run, tmp_path):
    report(run, "old.json")
    content = json.loads((tmp_path / "old.json").read_text())
    row = content["discrepancies"][0]
    former = row["fingerprint"]
    row |= {"fingerprint": "v3-0", "severity": "note"}
    (tmp_path / "new.json").write_text(json.dumps(content))
    code, (moved, changed) = differences(run)
    assert (moved["change"], moved["why"]) == ("moved", f"known as {former} before")
    assert (code, changed["why"]) == (1, "severity was error, is note")


def test_what_is_decided_meanwhile_is_not_gone_where_it_is_shown(run):
    report(run, "old.json")
    run("baseline", "update")
    report(run, "new.json", "--show-suppressed")
    assert differences(run) == (0, [])


def test_reports_of_an_earlier_schema_are_read(run, tmp_path):
    report(run, "new.json")
    content = json.loads((tmp_path / "new.json").read_text())
    for name in ("stories", "new_sources", "standing"):
        del content[name]
    for source in content["sources"]:
        del source["digest"]
    (tmp_path / "old.json").write_text(json.dumps(content | {"schema_version": "1.0"}))
    assert run("diff", "old.json", "new.json").code == 0


@pytest.mark.parametrize("content", [None, "no json", "{}", "[1]"])
def test_what_is_no_report(run, tmp_path, content):
    report(run, "new.json")
    if content is not None:
        (tmp_path / "old.json").write_text(content)
    done = run("diff", "old.json", "new.json")
    assert (done.code, done.out) == (2, "")
    assert "old.json: " in done.err
    assert run("diff", "new.json", "new.json", "--format", "xml").code == 2
