"""Limits: what is measured is held against them, and what is not is left out."""

from __future__ import annotations

from benchmarks.speed.limits import held
from benchmarks.speed.where import place_of, room_of


def passed(results):
    return [each.what for each in held(results) if not each.kept]


def test_nothing_measured_passes_nothing():
    assert held({"machine": {}}) == []


def test_a_run_that_is_too_slow_is_named():
    ratios = {"1": {"cpu": 1.2, "wall": 1.2}, "2": {"cpu": 1.2, "wall": 1.6}}
    alone = {"1": {"cpu": 2.0, "wall": 2.1}}
    row = {"documents": 1_000, "bare": alone, "ratios": ratios, "share": 0.2}
    assert passed({"whole": {"rows": [row]}}) == [
        "whole run to parser, 1,000 documents, jobs 2, wall",
        "share of align and rules, 1,000 documents",
    ]


def test_the_clock_of_a_crowded_machine_does_not_count():
    ratios = {"1": {"cpu": 1.2, "wall": 0.7}, "2": {"cpu": 1.2, "wall": 1.6}}
    crowded = {"1": {"cpu": 2.0, "wall": 4.0}}
    row = {"documents": 1_000, "bare": crowded, "ratios": ratios, "share": 0.05}
    assert passed({"whole": {"rows": [row]}}) == []


def test_growth_memory_and_archive_are_held():
    alignment = {"exponents": {"pooled": 1.3}, "streamed": [{"claims": 10, "peak_mb": 5_000}]}
    archive = {"rows": [{"claims": 10, "ratio": 3.5}]}
    assert len(passed({"alignment": alignment, "archive": archive})) == 3


def test_a_warm_run_is_held_where_the_corpus_is_large_enough():
    small = {"documents": 40, "faster": 3.0, "model_loaded": False}
    assert passed({"again": small}) == []
    assert len(passed({"again": {**small, "documents": 1_000, "model_loaded": True}})) == 2


def test_places_in_a_profile_name_no_folder_of_the_machine():
    assert place_of("/x/y/site-packages/spacy/util.py", "_pipe") == "spacy/util.py _pipe"
    assert place_of("/x/y/checker/align/story.py", "weight") == "checker/align/story.py weight"
    assert room_of("checker/align/story.py weight") == "checker/align"
    assert room_of("spacy/util.py _pipe") == "spacy"
    assert room_of("~ <built-in method len>") == "built in"
