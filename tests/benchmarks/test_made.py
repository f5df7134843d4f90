"""Made corpora: the same each time, no story twice, and disagreements that stay."""

from __future__ import annotations

import random
import re
from itertools import islice

import pytest

from benchmarks.speed import made, own
from benchmarks.speed.retell import Original, common_words, is_common, retell
from benchmarks.speed.writing import Document

OWN = {"own": 1.0}

ORIGINAL = Original(
    "bridge",
    (
        Document(
            "a.md",
            '---\ntitle: "Bridge falls"\npublisher: The Old Paper\npublished: 2019-03-05\n'
            "url: https://old.example/1\n---\n\n"
            "MARLOW - On Monday, March 4, 2019, a bridge in Marlow fell. Police said 12 people "
            "were hurt and 340 led away at 7:40 p.m. Rita Quill, 41, saw it.\n",
        ),
        Document(
            "b.txt",
            "Twelve hurt as bridge falls\n03/05/2019\nMarlow police counted 15 hurt. "
            "Quill said the bridge of 1988 cost $1.2 million, or 1,200,000.\n",
        ),
    ),
)
NAMES = {"marlow": "place", "rita": "given", "quill": "surname"}


def texts(count, seed):
    return [
        (story, document.name, document.text)
        for story, document in made.made_documents(count, OWN, seed)
    ]


def told(seed):
    return [document.text for document in retell(ORIGINAL, NAMES, random.Random(seed))]


def test_the_same_seed_makes_the_same_corpus():
    assert texts(60, 7) == texts(60, 7)
    assert texts(60, 7) != texts(60, 8)


def test_a_small_corpus_begins_a_large_one():
    assert texts(60, 7)[:25] == texts(25, 7)


def test_made_stories_of_one_kind_differ():
    kinds = len(own.kinds())
    stories = list(islice(made.made_stories(OWN, 1), 3 * kinds))
    leads = [story.documents[0].text.split("---\n")[-1] for story in stories]
    assert len(set(leads)) == len(leads)


@pytest.mark.parametrize("kind", own.kinds())
def test_every_slot_is_filled(kind):
    for seed in range(20):
        for document in own.tell(kind, random.Random(seed)):
            assert not re.search(r"[{}]|\.\.|\$[a-z]", document.text), document.text


def test_papers_of_own_stories_sometimes_disagree():
    stories = list(islice(made.made_stories(OWN, 1), 40))
    tolls = [
        {m[1] for d in story.documents for m in re.finditer(r"([\d,]+) workers", d.text)}
        for story in stories
    ]
    assert any(len(found) > 1 for found in tolls)


def test_a_corpus_is_written_a_folder_a_story(tmp_path):
    made.write(tmp_path, 12, OWN, 3)
    found = sorted(tmp_path.rglob("paper-*"))
    assert len(found) == 12
    assert {path.parent.parent for path in found} == {tmp_path}


def test_shares_of_sorts_are_read_and_others_refused():
    assert made.read_mix("own=1, ecb=2") == {"own": 1.0, "ecb": 2.0}
    with pytest.raises(ValueError, match="no sort of story"):
        made.read_mix("web=1")


def test_names_are_replaced_by_the_same_name_in_all_papers():
    first, second = told(1)
    assert "Marlow" not in first + second
    town = re.search(r"bridge in (\w+) fell", first)[1]
    assert f"{town} police" in second
    assert first.split("\n\n")[1].startswith(town.upper())
    surname = re.search(r"(\w+), \d+, saw", first)[1]
    assert f"{surname} said" in second


def test_the_paper_is_another_and_the_address_is_gone():
    first, _ = told(1)
    assert "The Old Paper" not in first
    assert "url:" not in first


def test_what_papers_agree_on_and_what_they_do_not_stays_so():
    for seed in range(30):
        first, second = told(seed)
        agreed = re.search(r"said (\d+) people", first)[1]
        other = re.search(r"counted (\d+) hurt", second)[1]
        assert agreed != "12"
        assert int(other) - int(agreed) == 3


def test_stories_told_anew_differ():
    assert len({told(seed)[0] for seed in range(20)}) == 20


def test_general_words_in_names_are_told_by_their_lower_case():
    assert "bridge" in common_words([ORIGINAL])
    assert "marlow" not in common_words([ORIGINAL])


def test_a_verb_in_a_headline_is_no_name():
    common = frozenset({"confessed", "bridge"})
    assert is_common("confesses", common)
    assert is_common("bridges", common)
    assert not is_common("quill", common)


def test_without_the_shared_corpora_all_stories_are_our_own(tmp_path, monkeypatch):
    monkeypatch.setenv("CHECKER_CORPORA", str(tmp_path / "none"))
    assert {story.rpartition("-")[2] for story, _ in made.made_documents(30)} == {"own"}
