"""A story walked through as a team would, with the language model and a repository."""

from __future__ import annotations

import json
import sys

import pytest

from checker.cli import main

pytestmark = pytest.mark.model

HEAD = "---\ntitle: {title}\npublisher: {publisher}\ndate: 2021-03-{day}\n---\n\n"
GAZETTE = HEAD.format(title="Tram derails in Oldham", publisher="Gazette", day="04") + (
    "A tram derailed in Oldham on Wednesday. The accident injured 14 passengers. "
    "The line had been closed for three years.\n"
)
RADIO = HEAD.format(title="Passengers hurt on tram", publisher="Radio Moss", day="04") + (
    "A tram derailed in Oldham on Wednesday. The accident injured 19 passengers. "
    "The driver was not hurt.\n"
)
HERALD = HEAD.format(title="Tram line to stay closed", publisher="Herald", day="05") + (
    "A tram derailed in Oldham on Wednesday. The accident injured 14 passengers. "
    "The line had been closed for five years.\n"
)


@pytest.fixture
def checker(monkeypatch, capfd, tmp_path):
    """Run the command in an empty repository; returns its code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["checker", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfd.readouterr()
        return int(left.value.code or 0), out, err

    return run


def shown(out: str) -> list[dict]:
    return json.loads(out)["discrepancies"]


def test_the_days_of_a_team(checker, tmp_path):
    story = tmp_path / "stories" / "tram"
    story.mkdir(parents=True)
    (story / "gazette.md").write_text(GAZETTE)
    (story / "radio.md").write_text(RADIO)

    # The first run finds what the documents have always differed on.
    code, out, _ = checker("check", "stories", "--output", "json:-")
    (known,) = shown(out)
    assert (code, known["code"]) == (1, "Q01")

    # It is made known, and the check is green.
    assert checker("baseline", "update", "stories")[0] == 0
    assert checker("check", "stories")[0] == 0

    # A document comes in with one conflict, and the check fails on that alone, there.
    (story / "herald.md").write_text(HERALD)
    arguments = ("check", "stories", "--new-source", "stories/tram/herald.md")
    code, out, err = checker(*arguments, "--output", "sarif:-", "--output", "json:report.json")
    assert code == 1
    (result,) = json.loads(out)["runs"][0]["results"]
    assert result["ruleId"] == "U01"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "stories/tram/herald.md"
    assert "five years" in place["region"]["snippet"]["text"]
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "stories/tram/gazette.md"
    assert "1 known and 0 decided" in err

    # Somebody decides, for a while; the check is green again.
    fingerprint = result["partialFingerprints"]["primaryLocationLineHash"]
    decision = ("--verdict", "wont-fix", "--reason", "asked the Herald", "--by", "desk")
    assert checker("decide", fingerprint, *decision, "--expires", "2021-03-20", "stories")[0] == 0
    assert checker(*arguments, "--today", "2021-03-20")[0] == 0

    # The decision runs out, and the check fails on it again and says so.
    code, out, err = checker(*arguments, "--today", "2021-03-21", "--output", "json:-")
    assert code == 1
    assert [row["fingerprint"] for row in shown(out)] == [fingerprint]
    assert f"decision {fingerprint} expired on 2021-03-20" in err

    # It is settled for good. The documents that were there are still known.
    assert checker("decide", fingerprint, *decision, "stories")[0] == 0
    assert checker("check", "stories")[0] == 0

    # A document that says what a known side says wakes nothing; a new answer does.
    (story / "wire.md").write_text(RADIO.replace("Radio Moss", "Wire").replace("was not", "was un"))
    assert checker("check", "stories")[0] == 0
    (story / "wire.md").write_text(RADIO.replace("Radio Moss", "Wire").replace("19", "23"))
    assert checker("check", "stories", "--allow-stale")[0] == 1
