"""Fingerprints of whole runs: what an edit may do without waking a settled matter."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.model.discrepancy import Discrepancy

pytestmark = pytest.mark.model
FEW = settings(max_examples=12, deadline=None)

HEAD = "---\npublisher: {publisher}\ndate: 2021-03-{day:02}\n---\n\n"
# Each document: its day and its paragraphs.
DOCUMENTS = {
    "gazette": (4, [
        "A tram derailed in Oldham on Wednesday.",
        "The accident injured 14 passengers. The line had been closed for three years.",
        "“We have never seen such a thing on this line,” said Maria Holt, the mayor.",
    ]),
    "radio": (4, [
        "A tram left its track in Oldham on Wednesday.",
        "The accident injured 19 passengers.",
    ]),
    "wire": (6, [
        "Trams run again in Oldham.",
        "The line had been closed for five years.",
        "“We have never heard such a thing on this line,” said Maria Holt, the mayor.",
    ]),
}  # fmt: skip
NEUTRAL = st.sampled_from([
    "The weather in Oldham was fair and dry.",
    "Readers may write to the newsroom.",
    "Buses ran in place of trams; nobody complained.",
    "A court in Leeds will hear another case in May.",
])  # fmt: skip


def rows(documents, names=None) -> tuple[Discrepancy, ...]:
    """Run the check over documents, under other names where some are given."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "tram"
        story.mkdir()
        for key, (day, paragraphs) in documents.items():
            head = HEAD.format(publisher=key, day=day)
            path = story / f"{(names or {}).get(key, key)}.md"
            path.write_text(head + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
        return checker.check([story]).discrepancies


def prints(*arguments) -> set[str]:
    return {row.fingerprint for row in rows(*arguments)}


@pytest.fixture(scope="module")
def before() -> set[str]:
    found = rows(DOCUMENTS)
    assert {row.code for row in found} >= {"Q01", "U01"}
    return {row.fingerprint for row in found}


@FEW
@given(st.data())
def test_a_paragraph_above_moves_nothing(before, data):
    documents = dict(DOCUMENTS)
    for _ in range(data.draw(st.integers(1, 3))):
        key = data.draw(st.sampled_from(sorted(documents)))
        day, paragraphs = documents[key]
        place = data.draw(st.integers(0, len(paragraphs)))
        paragraphs = [*paragraphs[:place], data.draw(NEUTRAL), *paragraphs[place:]]
        documents[key] = (day, paragraphs)
    assert prints(documents) >= before


@FEW
@given(st.permutations(["a", "b", "c"]), st.booleans())
def test_sources_under_other_names_move_nothing(before, letters, long):
    names = {key: f"{name}-{key}" if long else name
             for key, name in zip(DOCUMENTS, letters, strict=True)}  # fmt: skip
    assert prints(DOCUMENTS, names) == before


@pytest.mark.parametrize(
    ("old", "new"), [("“", '"'), (",” said", "”, said"), ("thing on", "thing, on")]
)
def test_the_punctuation_of_a_quotation_moves_nothing(before, old, new):
    documents = {
        key: (day, [paragraph.replace(old, new).replace("”", '"' if new == '"' else "”")
                    for paragraph in paragraphs])
        for key, (day, paragraphs) in DOCUMENTS.items()
    }  # fmt: skip
    assert documents != DOCUMENTS
    assert prints(documents) == before


AGREEING = [
    ["The accident injured 19 passengers, the clinic said."],
    ["The accident injured 14 passengers.", "The mayor spoke to reporters."],
    ["Fourteen passengers were injured in the accident."],
    ["The line had been closed for three years."],
]


@pytest.mark.parametrize("paragraphs", AGREEING, ids=lambda told: told[0])
def test_one_more_source_for_a_known_answer_moves_nothing(before, paragraphs):
    assert prints({**DOCUMENTS, "agency": (9, paragraphs)}) == before


CHANGES = [("14 passengers", "15 passengers"), ("five years", "six years")]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_another_value_is_another_matter(before, old, new):
    documents = {
        key: (day, [paragraph.replace(old, new) for paragraph in paragraphs])
        for key, (day, paragraphs) in DOCUMENTS.items()
    }
    changed = prints(documents)
    assert len(before - changed) == len(changed - before) == 1


def test_a_new_answer_wakes_the_question(before):
    changed = prints({**DOCUMENTS, "agency": (9, ["The accident injured 23 passengers."])})
    assert len(before - changed) == len(changed - before) == 1
