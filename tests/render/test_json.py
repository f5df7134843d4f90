"""The JSON output: versioned, described by a published schema, true to the model."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema

import checker.render
from checker.model.report import SCHEMA_VERSION
from checker.render import render
from checker.render.json_report import json_schema

from .bridge import SOURCES, bridge_report
from .builder import report

SCHEMA = Path(checker.render.__file__).parent / "report.schema.json"


def loaded(of=None):
    return json.loads(render(of or bridge_report(), "json"))


def test_published_schema_equals_the_models():
    """Write it anew with `UPDATE_GOLDEN=1 pytest tests/render/test_json.py`."""
    schema = json.dumps(json_schema(), indent=2) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        SCHEMA.write_text(schema, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == schema


def test_schema_is_sound_and_the_output_obeys_it():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(loaded())


def test_schema_refuses_another_version():
    content = loaded() | {"schema_version": "0.9"}
    validator = jsonschema.Draft202012Validator(json_schema())
    assert not validator.is_valid(content)


def test_top_level_stays_as_published():
    assert loaded()["schema_version"] == SCHEMA_VERSION
    assert list(loaded()) == [
        "schema_version", "run", "sources", "unread", "discrepancies", "agreements", "coverage",
        "stories", "new_sources", "standing", "draft",
    ]  # fmt: skip


def test_discrepancies_are_exactly_the_models():
    expected = [d.model_dump(mode="json") for d in bridge_report().discrepancies]
    assert loaded()["discrepancies"] == expected


def test_evidence_quotes_the_text_between_its_offsets():
    texts = {source.path: source.text for source in SOURCES}
    places = [
        place
        for row in loaded()["discrepancies"]
        for version in row["versions"]
        for place in version["evidence"]
    ]
    assert len(places) > 20
    for place in places:
        assert texts[place["path"]][place["start"] : place["end"]] == place["quote"]


def test_sources_have_dates_credits_and_descent_but_no_text():
    by_id = {source["id"]: source for source in loaded()["sources"]}
    assert by_id["courier"]["published"]["iso"] == "2021-05-18"
    assert by_id["roads-office"]["published"]["iso"] == "2021-05"
    assert by_id["harbour-notes"]["published"] == {
        "iso": None, "origin": "none", "confidence": 0.0,
    }  # fmt: skip
    assert by_id["harbour-notes"]["credits"] == ["Port Radio"]
    assert by_id["northern-digest"]["copy_of"] == "port-radio"
    assert all("text" not in source for source in by_id.values())


def test_an_empty_report_is_valid():
    jsonschema.Draft202012Validator(json_schema()).validate(loaded(report([])))
