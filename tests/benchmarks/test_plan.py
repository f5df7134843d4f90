"""Corpora of a run: each the beginning of the next; new documents are not in the archive."""

from __future__ import annotations

from benchmarks.speed.archive import left_out
from benchmarks.speed.plan import Plan


def plan_in(folder):
    return Plan(folder, sizes=(5, 20), repeated=3, read_for_claims=3, mix={"own": 1.0})


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("paper-*"))


def test_corpora_are_beginnings_of_one_another(tmp_path):
    plan = plan_in(tmp_path)
    small, large = plan.corpus(5), plan.corpus(20)
    assert len(names(large)) == 20
    assert names(large)[:5] == names(small)


def test_a_corpus_larger_than_planned_begins_alike(tmp_path):
    plan = plan_in(tmp_path)
    small = plan.corpus(5)
    assert names(plan.corpus(40))[:5] == names(small)


def test_what_takes_long_is_measured_once(tmp_path):
    assert plan_in(tmp_path).rounds_at(100) == 3
    assert plan_in(tmp_path).rounds_at(1_000) == 2
    assert plan_in(tmp_path).rounds_at(1_001) == 1


def test_new_documents_are_the_last_of_large_stories(tmp_path):
    stories = sorted(plan_in(tmp_path).corpus(40).iterdir())
    new = left_out(stories, tmp_path / "new", 3)
    assert len(new) == 3
    for original, copy in new.items():
        assert copy.read_bytes() == original.read_bytes()
        assert original == sorted(original.parent.iterdir())[-1]
