"""A team's days: what is known, what is new, what was decided and for how long."""

from __future__ import annotations

import json
import re

import pytest

pytestmark = pytest.mark.usefixtures("seeds")


def rows(done):
    return json.loads(done.out)["discrepancies"]


def first_print(run) -> str:
    return rows(run("check", "seeds", "--output", "json:-"))[0]["fingerprint"]


def decide(run, fingerprint, *options):
    given = ["--verdict", "false-alarm", "--reason", "two harbours", "--by", "desk"]
    return run("decide", fingerprint, *given, "--on", "2024-04-01", *options)


def test_what_is_known_does_not_fail(run, tmp_path):
    done = run("baseline", "update")
    assert (done.code, done.out) == (0, "")
    assert "known from now on: 1 discrepancy" in done.err
    (line,) = (tmp_path / "claims/baseline.jsonl").read_text().splitlines()
    assert sorted(json.loads(line)) == ["code", "fingerprint", "question", "story", "versions"]
    shown = run("baseline", "show").out
    assert shown == f"Known: {json.loads(line)['fingerprint']} Q01 How many: boat? 3 | 7\n"
    done = run("check", "seeds")
    assert done.code == 0
    assert "1 known and 0 decided discrepancies are not shown" in done.err
    assert "figures-differ" not in done.out


def test_a_new_answer_wakes_what_was_known(run, seeds):
    run("baseline", "update")
    (seeds / "third.txt").write_text("The storm took 3 boats, a pilot said.\n")
    assert run("check", "seeds").code == 0
    (seeds / "fourth.txt").write_text("The storm took 9 boats, a diver said.\n")
    assert run("check", "seeds", "--allow-stale").code == 1


def test_stale_entries_fail_until_they_are_dropped(run, seeds):
    run("baseline", "update")
    (seeds / "right.txt").write_text("A storm sank 3 boats.\n")
    done = run("check", "seeds")
    assert done.code == 1
    assert "meets nothing any more: How many: boat?; `checker baseline update`" in done.err
    assert run("check", "seeds", "--allow-stale").code == 0
    assert run("check", "seeds", "--fail-on", "never").code == 0
    run("baseline", "update")
    assert run("check", "seeds").code == 0


def test_a_baseline_is_not_made_of_half_the_documents(run, seeds, tmp_path):
    (seeds / "bad.md").write_bytes(b"\x00" * 500)
    assert run("baseline", "update").code == 2
    assert not (tmp_path / "claims/baseline.jsonl").exists()
    assert run("baseline", "update", "--allow-unread").code == 0
    (tmp_path / "empty").mkdir()
    assert run("baseline", "update", "empty").code == 3


def test_a_decision_settles_and_its_beginning_is_enough(run, tmp_path):
    whole = first_print(run)
    done = decide(run, whole[:9])
    assert (done.code, done.out) == (0, "")
    assert json.loads((tmp_path / "claims/decisions.jsonl").read_text()) == {
        "fingerprint": whole,
        "question": "How many: boat?",
        "verdict": "false-alarm",
        "reason": "two harbours",
        "by": "desk",
        "on": "2024-04-01",
        "story": "seeds",
        "code": "Q01",
        "sources": ["seeds/left.txt", "seeds/right.txt"],
    }
    done = run("check", "seeds")
    assert done.code == 0
    assert "0 known and 1 decided" in done.err
    done = run("check", "seeds", "--show-suppressed")
    assert "3 | 7 (false-alarm: two harbours, decided by desk)" in " ".join(done.out.split())
    report = json.loads(run("check", "seeds", "--show-suppressed", "--output", "json:-").out)
    (suppressed,) = report["standing"]["suppressed"]
    assert suppressed["decision"]["reason"] == "two harbours"


def test_a_decision_that_expires_brings_its_discrepancy_back(run):
    whole = first_print(run)
    run("baseline", "update")
    decide(run, whole, "--expires", "2024-05-01")
    assert run("check", "seeds", "--today", "2024-05-01").code == 0
    done = run("check", "seeds", "--today", "2024-05-02")
    assert done.code == 1
    assert f"decision {whole} expired on 2024-05-01: How many: boat?" in done.err
    # Nobody gave a day, and the last one has long passed.
    assert run("check", "seeds").code == 1


def test_the_baseline_leaves_out_what_was_decided(run, tmp_path):
    decide(run, first_print(run))
    run("baseline", "update")
    assert (tmp_path / "claims/baseline.jsonl").read_text() == ""


def test_a_decision_on_nothing_is_told(run):
    done = decide(run, "v1-0000000000000000", "--question", "How high: wave?")
    assert done.code == 0
    done = run("check", "seeds")
    assert done.code == 1
    assert "decision v1-0000000000000000 meets nothing in this run: How high: wave?" in done.err


WRONG = {
    "unknown": (["v1-ffff"], "no discrepancy goes by 'v1-ffff' in seeds"),
    "short": (["v1"], "no discrepancy goes by 'v1'"),
    "verdict": (["v1-0", "--question", "?", "--verdict", "maybe"], "verdict: 'confirmed'"),
    "reason": (["v1-0", "--question", "?", "--reason", " "], "reason: must not be empty"),
    "correct": (["v1-0", "--question", "?", "--correct", "3"], '"correct" goes with the verdict'),
    "expires": (["v1-0", "--question", "?", "--expires", "soon"], "--expires: 'soon' is no date"),
}


@pytest.mark.parametrize(("options", "said"), WRONG.values(), ids=WRONG.keys())
def test_decisions_that_cannot_be(run, tmp_path, options, said):
    done = decide(run, *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not (tmp_path / "claims" / "decisions.jsonl").exists()


def test_a_broken_file_is_trouble_and_names_its_line(run, tmp_path):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/decisions.jsonl").write_text("<<<<<<< HEAD\n")
    done = run("check", "seeds")
    assert done.code == 2
    assert "claims/decisions.jsonl:1: " in done.err


def write_stories(folder):
    for story, figures in {"ferry": (3, 7), "mine": (3, 7), "fair": (5, 5)}.items():
        (folder / story).mkdir(parents=True)
        for number, figure in enumerate(figures):
            (folder / story / f"{number}.txt").write_text(f"There were {figure} boats there.\n")


def test_documents_of_different_stories_are_not_compared(run, tmp_path):
    write_stories(tmp_path / "all")
    report = json.loads(run("check", "all", "--output", "json:-").out)
    assert [row["story"] for row in report["discrepancies"]] == ["ferry", "mine"]
    assert [(story["id"], story["sources"]) for story in report["stories"]] == [
        ("fair", ["fair-0", "fair-1"]),
        ("ferry", ["ferry-0", "ferry-1"]),
        ("mine", ["mine-0", "mine-1"]),
    ]
    assert "Story: ferry\n" in run("check", "all").out
    (tmp_path / "checker.toml").write_text('[ingest]\nstories = "one"\n')
    (row,) = rows(run("check", "all", "--output", "json:-"))
    assert len(row["versions"]) == 3


def test_a_story_checked_alone_says_what_it_says_among_others(run, tmp_path):
    write_stories(tmp_path / "all")
    together = {row["fingerprint"] for row in rows(run("check", "all", "--output", "json:-"))}
    assert rows(run("check", "all/mine", "--output", "json:-"))[0]["fingerprint"] in together


def test_what_is_settled_in_one_story_is_not_in_another(run, tmp_path):
    write_stories(tmp_path / "all")
    whole = rows(run("check", "all/mine", "--output", "json:-"))[0]["fingerprint"]
    assert decide(run, whole, "all").code == 2
    assert decide(run, whole, "all/mine").code == 0
    assert [r["story"] for r in rows(run("check", "all", "--output", "json:-"))] == ["ferry"]
    run("baseline", "update", "all")
    assert len((tmp_path / "claims/baseline.jsonl").read_text().splitlines()) == 1
    assert run("check", "all").code == 0
    assert run("check", "all/mine").code == 0


def test_settings_for_some_documents(run, tmp_path):
    settings = tmp_path / "checker.toml"
    settings.write_text('[[per-path]]\npaths = ["seeds/left.*"]\nfail-on = "never"\n')
    done = run("check", "seeds")
    assert done.code == 0
    assert "figures-differ" in done.out
    settings.write_text('[[per-path]]\npaths = ["left.*"]\nignore = ["Q"]\n')
    assert "figures-differ" not in run("check", "seeds").out
    shown = run("config", "show").out
    assert 'per-path = [{ paths = ["left.*"], ignore = ["Q"], min-confidence = 0.0 }]' in shown
    (tmp_path / "again.toml").write_text(shown)
    assert run("config", "show", "--config", "again.toml").code == 0


def confirm(run, correct, *options):
    whole = first_print(run)
    given = ["--verdict", "confirmed", "--correct", correct, "--reason", "asked", "--by", "desk"]
    assert run("decide", whole, *given, "--on", "2024-04-01", *options).code == 0
    return whole


def test_later_sources_are_held_against_what_was_confirmed(run, seeds):
    whole = confirm(run, "3 boats")
    assert run("check", "seeds").code == 0
    (seeds / "agrees.txt").write_text("There were 3 boats, a pilot said.\n")
    assert run("check", "seeds").code == 0
    (seeds / "differs.txt").write_text("There were 7 boats, a diver said.\n")
    done = run("check", "seeds", "--output", "json:-")
    assert done.code == 1
    (row,) = rows(done)
    assert row["fingerprint"] == whole
    told = "differs.txt ≠ “3 boats”, confirmed by desk on 2024-04-01; "
    assert row["explanation"].startswith(told)


def test_the_fact_is_told_beside_a_new_answer(run, seeds):
    confirm(run, "3")
    (seeds / "differs.txt").write_text("There were 9 boats, a diver said.\n")
    done = run("check", "seeds", "--output", "json:-")
    assert done.code == 1
    told = "differs.txt ≠ “3”, confirmed by desk on 2024-04-01; "
    assert rows(done)[0]["explanation"].startswith(told)
    for name in ("left", "agrees"):
        (seeds / f"{name}.txt").unlink(missing_ok=True)
    done = run("check", "seeds", "--output", "json:-")
    assert done.code == 1
    assert rows(done)[0]["explanation"].endswith("“3” was confirmed by desk on 2024-04-01")


def test_another_wording_of_what_was_confirmed_is_no_news(run, seeds):
    """A new normal form makes a new fingerprint; the fact is still the fact."""
    confirm(run, "3")
    (seeds / "agrees.txt").write_text("There were 03 boats, a pilot said.\n")
    done = run("check", "seeds")
    assert (done.code, "meets nothing" in done.err) == (0, False)


def test_from_another_folder_the_sources_are_the_same(run, seeds, monkeypatch, tmp_path):
    confirm(run, "3")
    monkeypatch.chdir(seeds)
    assert run("check", ".", "--claims-dir", str(tmp_path / "claims")).code == 0


def test_a_fact_without_sources_is_held_against_new_ones(run, seeds, tmp_path):
    confirm(run, "3")
    file = tmp_path / "claims/decisions.jsonl"
    told = json.loads(file.read_text())
    del told["sources"]
    file.write_text(json.dumps(told))
    (seeds / "differs.txt").write_text("There were 7 boats, a diver said.\n")
    assert run("check", "seeds").code == 0
    assert run("check", "seeds", "--new-source", "seeds/differs.txt").code == 1
    assert run("check", "seeds", "--new-source", "seeds/left.txt").code == 0


def test_the_precision_of_rules_by_decisions(run):
    assert run("stats").code == 0
    for number, verdict in enumerate(["false-alarm", "wont-fix", "both-right", "attributed"]):
        run("decide", f"v2-{number:016x}", "--question", "?", "--verdict", verdict,
            "--reason", "r")  # fmt: skip
    decide(run, first_print(run))
    known, unknown = json.loads(run("stats", "--format", "json").out)
    assert (known["code"], known["decisions"], known["precision"]) == ("?", 4, 0.75)
    assert (unknown["code"], unknown["precision"]) == ("Q01", 0.0)
    head, *lines = run("stats").out.splitlines()
    assert head.split()[0] == "rule"
    assert [line.split()[:2] for line in lines] == [["Rule", "?"], ["Rule", "Q01"]]
    assert lines[0].endswith("75%")


def test_files_of_the_first_scheme_still_hold(run, tmp_path):
    """A change of scheme turns nothing red; the next update writes the new names."""
    from checker.review.fingerprint import fingerprint

    former = fingerprint("Q01", "count|boat", ["3", "7"], "v1")
    (tmp_path / "claims").mkdir()
    entry = {"fingerprint": former, "code": "Q01", "question": "?", "versions": ["3", "7"]}
    baseline = tmp_path / "claims/baseline.jsonl"
    baseline.write_text(json.dumps(entry))
    assert run("check", "seeds").code == 0
    run("baseline", "update")
    assert json.loads(baseline.read_text())["fingerprint"].startswith("v2-")
    assert run("check", "seeds").code == 0
    baseline.unlink()
    told = {"fingerprint": former, "question": "?", "verdict": "wont-fix", "reason": "old"}
    (tmp_path / "claims/decisions.jsonl").write_text(json.dumps(told))
    done = run("check", "seeds")
    assert (done.code, "meets nothing" in done.err) == (0, False)


HOSTILE = "::error::x\x1b[31m\u202e\u2028::warning::y ##[error]z"


def test_what_files_of_strangers_say_is_inert(run, tmp_path):
    """A pull request may bring any baseline and any decisions."""
    (tmp_path / "claims").mkdir()
    entry = {"fingerprint": HOSTILE, "code": "Q01", "question": HOSTILE, "versions": [HOSTILE]}
    (tmp_path / "claims/baseline.jsonl").write_text(json.dumps(entry))
    told = {"question": HOSTILE, "verdict": "wont-fix", "reason": HOSTILE, "by": HOSTILE,
            "code": HOSTILE}  # fmt: skip
    lines = [{"fingerprint": HOSTILE, **told}, {"fingerprint": first_print(run), **told}]
    (tmp_path / "claims/decisions.jsonl").write_text("\n".join(map(json.dumps, lines)))
    for command in (
        ["check", "seeds", "--show-suppressed"],
        ["check", "seeds", "--show-suppressed", "--output", "markdown:-"],
        ["check", "seeds", "--show-suppressed", "--output", "github:-"],
        ["check", "seeds", "--show-suppressed", "--output", "junit:-"],
        ["baseline", "show"],
        ["stats"],
    ):
        done = run(*command)
        for written in (done.out, done.err):
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028]", written)
            assert not [e for e in written.splitlines() if e.lstrip().startswith("::")]
            assert "##[error]" not in written


def test_what_is_settled_is_told_in_markdown(run):
    decide(run, first_print(run))
    shown = run("check", "seeds", "--show-suppressed", "--output", "markdown:-").out
    assert "### Known or decided" in shown
    assert "false-alarm: two harbours, decided by desk" in shown
    assert "Known or decided" not in run("check", "seeds", "--output", "markdown:-").out
