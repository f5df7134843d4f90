"""SARIF: valid by the standard's schema, and what code scanning makes of it."""

from __future__ import annotations

import json
import re
from datetime import date

import jsonschema
import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from checker.model.decision import Decision
from checker.model.standing import Standing, Suppressed
from checker.render import render

from .bridge import bridge_report
from .builder import report as made_report
from .test_hostile import hostile_report

# The package transcribes the schema of OASIS into models that refuse what is unknown.
SCHEMA = Sarif.model_json_schema()


def loaded(of=None):
    return json.loads(render(of or bridge_report(), "sarif"))


def suppressing():
    whole = bridge_report()
    decision = Decision(
        fingerprint=whole.discrepancies[0].fingerprint, question="?", verdict="wont-fix",
        reason="old ](1) news", by="desk", expires=date(2024, 5, 1),
    )  # fmt: skip
    rows = (
        Suppressed(discrepancy=whole.discrepancies[0], decision=decision),
        Suppressed(discrepancy=whole.discrepancies[1]),
    )
    standing = Standing(suppressed=rows)
    return whole.model_copy(update={"discrepancies": whole.discrepancies[2:], "standing": standing})


REPORTS = {
    "whole": bridge_report,
    "new": lambda: bridge_report().model_copy(update={"new_sources": ("northern-digest",)}),
    "suppressing": suppressing,
    "hostile": hostile_report,
    "empty": lambda: made_report([]),
}


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_valid(name):
    content = loaded(REPORTS[name]())
    jsonschema.Draft202012Validator(SCHEMA).validate(content)
    Sarif.model_validate_json(json.dumps(content), strict=True)


def test_the_schema_refuses_what_is_not_in_the_standard():
    content = loaded()
    content["runs"][0]["results"][0]["colour"] = "red"
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(content)
    content = loaded()
    del content["runs"][0]["tool"]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(content)


def results(of=None):
    return loaded(of)["runs"][0]["results"]


def paths(result):
    first = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    others = [e["physicalLocation"]["artifactLocation"]["uri"] for e in result["relatedLocations"]]
    return first, others


def test_the_new_source_comes_first_and_the_others_are_linked():
    for new in ("northern-digest", "courier"):
        of = bridge_report().model_copy(update={"new_sources": (new,)})
        for row, result in zip(of.discrepancies, results(of), strict=True):
            first, others = paths(result)
            givers = {source for version in row.versions for source in version.sources}
            assert (new in first) is (new in givers)
            assert len(result["locations"]) == 1
            linked = re.findall(r"\]\((\d+)\)", result["message"]["text"])
            assert linked == [str(each["id"]) for each in result["relatedLocations"]]
            assert len(others) == sum(len(version.evidence) for version in row.versions) - 1


def test_fingerprints_are_ours():
    prints = [result["partialFingerprints"] for result in results()]
    expected = [row.fingerprint for row in bridge_report().discrepancies]
    assert prints == [{"primaryLocationLineHash": each} for each in expected]


def test_places_are_true_to_the_text():
    texts = {source.path: source.text for source in bridge_report().sources}
    for result in results():
        for place in (*result["locations"], *result["relatedLocations"]):
            region = place["physicalLocation"]["region"]
            text = texts[place["physicalLocation"]["artifactLocation"]["uri"]]
            start = region["charOffset"]
            assert text[start : start + region["charLength"]] == region["snippet"]["text"]
            lines = text.split("\n")
            first = lines[region["startLine"] - 1][region["startColumn"] - 1 :]
            assert first.startswith(region["snippet"]["text"].split("\n")[0])
            last = lines[region["endLine"] - 1][: region["endColumn"] - 1]
            assert last.endswith(region["snippet"]["text"].split("\n")[-1])


def test_what_is_suppressed_is_marked_on_all_or_none():
    assert all("suppressions" not in result for result in results())
    marked = [result["suppressions"] for result in results(suppressing())]
    assert [bool(each) for each in marked] == [False] * (len(marked) - 2) + [True, True]
    assert marked[-2][0]["justification"] == (
        "wont-fix: old ](1) news, decided by desk, until 2024-05-01"
    )


def test_rules_have_what_code_scanning_shows():
    driver = loaded()["runs"][0]["tool"]["driver"]
    for rule in driver["rules"]:
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["properties"]["precision"] in {"low", "medium", "high"}
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
    assert "security-severity" not in json.dumps(driver)


def test_text_of_strangers_makes_no_link():
    for result in results(hostile_report()):
        text = result["message"]["text"]
        links = re.findall(r"(?<!\\)\]\(([^)]*)\)", text)
        assert all(link.isdigit() for link in links)


def test_uris_are_relative_and_escaped():
    for result in results(hostile_report()):
        for uri in (paths(result)[0], *paths(result)[1]):
            assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)
