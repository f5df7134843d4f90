"""The words of the report, from the table beside this file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from checker.model.discrepancy import Version
from checker.model.source import RegionKind
from checker.model.value import Grain, Moment
from checker.render.echoes import find_echoes
from checker.render.words import (
    REGION_WORDS,
    backing,
    confidence_word,
    count_of,
    date_range_words,
    date_words,
    iso_date,
    join_words,
    story_sentence,
)

from .bridge import SOURCES, bridge_report
from .builder import moment, report

TABLE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
GRAINS = {1: Grain.YEAR, 2: Grain.MONTH, 3: Grain.DAY}
UNRESOLVED = Moment(text="Tuesday", first=None, last=None, grain=Grain.DAY)


@pytest.mark.parametrize("case", TABLE["range"], ids=lambda case: case["why"])
def test_range_of_dates(case):
    moments = [moment(*parts, grain=GRAINS[len(parts)]) for parts in case["dates"]]
    assert date_range_words(moments) == case["expect"]


@pytest.mark.parametrize("case", TABLE["backing"], ids=lambda case: case["why"])
def test_backing(case):
    sources = tuple(f"s{n}" for n in range(case["sources"]))
    version = Version(
        value="", normal="", evidence=(), sources=sources, independent=case["independent"]
    )
    assert backing(version) == case["expect"]


@pytest.mark.parametrize("case", TABLE["count"], ids=lambda case: case["expect"])
def test_count(case):
    assert count_of(case["number"], case["noun"]) == case["expect"]


@pytest.mark.parametrize("case", TABLE["join"], ids=lambda case: case["expect"])
def test_join(case):
    assert join_words(case["parts"]) == case["expect"]


@pytest.mark.parametrize(("sure", "word"), [(0.9, "high"), (0.5, "medium"), (0.49, "low")])
def test_confidence(sure, word):
    assert confidence_word(sure) == word


def test_a_date_keeps_its_precision():
    assert iso_date(moment(2021, grain=Grain.YEAR)) == "2021"
    assert date_words(moment(2021, grain=Grain.YEAR)) == "2021"
    assert iso_date(moment(2021, 5, grain=Grain.MONTH)) == "2021-05"


def test_an_unresolved_date_is_never_made_up():
    assert iso_date(UNRESOLVED) is None
    assert date_words(UNRESOLVED) == "Tuesday"
    assert date_range_words([UNRESOLVED]) == ""


def test_story_in_one_line():
    assert story_sentence(bridge_report()) == (
        "5 documents from 4 outlets, dated 15 to 18 May 2021, with 3 independent origins."
    )
    assert story_sentence(report([])) == "No document was compared."


def test_every_region_has_a_word():
    assert set(REGION_WORDS) == set(RegionKind)


@pytest.mark.parametrize(
    ("given", "echoes"),
    [
        (("courier", "roads-office"), set()),
        (("port-radio", "northern-digest", "harbour-notes"), {"northern-digest", "harbour-notes"}),
        (("northern-digest", "port-radio"), {"northern-digest"}),
        (("northern-digest", "harbour-notes"), {"harbour-notes"}),
        (("northern-digest",), set()),
        (("unknown", "courier"), set()),
    ],
)
def test_what_repeats_another_source_of_its_version(given, echoes):
    version = Version(value="", normal="", evidence=(), sources=given, independent=1)
    assert find_echoes(version, {s.id: s for s in SOURCES}) == echoes
