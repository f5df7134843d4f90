"""Whose age it is, and which ages cannot both be theirs."""

from __future__ import annotations

import pytest

from checker.rules.age_bearers import lead_child, same_person
from checker.rules.ages_differ import RULE
from tests.rules.stories import Story


def told(*rows: tuple[str, str, str, str], on: tuple[str, ...] = ("", "")) -> list[set[str]]:
    """Source, its text, the words of an age in it, the bearer → the answers of each row."""
    story = Story()
    for source, text, *_ in rows:
        story.tell(source, text)
    for number, (source, _, words, bearer) in enumerate(rows):
        story.age(source, words, bearer, on[number])
        if " " in bearer:
            story.name(source, bearer.title())
    return [{claim.words for a in row.answers for claim in a.claims} for row in story.check(RULE)]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (
                ("left", "Police named Nora Fayad, 43, on Monday.", "43", "nora fayad"),
                ("right", "Nora Fayad, 44, was named.", "44", "nora fayad"),
            ),
            id="a full name",
        ),
        pytest.param(
            (
                ("left", "Police named Nora Fayad, 43, on Monday.", "43", "nora fayad"),
                ("right", "The 45-year-old Fayad was named.", "45-year-old", "fayad"),
            ),
            id="a surname that one person of the story has",
        ),
        pytest.param(
            (
                ("left", "Police named Nora Fayad, 43, on Monday.", "43", "nora fayad"),
                ("right", "Nora Faiad, 53, was named.", "53", "nora faiad"),
            ),
            id="a name spelled in two ways",
        ),
        pytest.param(
            (
                ("left", "A five-year-old boy is lost. The boy left. The boy ran.",
                 "five-year-old", "boy"),
                ("right", "The six-year-old left. The boy ran. Men seek the boy.",
                 "six-year-old", "old"),
            ),
            id="the one boy of the story",
        ),
        pytest.param(
            (
                ("left", "A 38-year-old man shot him.", "38-year-old", "man"),
                ("right", "A 39-year-old man shot him.", "39-year-old", "man"),
            ),
            id="nameless, but the same is said of them",
        ),
    ],
)  # fmt: skip
def test_speaks(rows):
    assert told(*rows) == [{rows[0][2], rows[1][2]}]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (
                ("left", "Nora Fayad, 43, sang.", "43", "nora fayad"),
                ("right", "Nora Fayad, aged 43, sang.", "43", "nora fayad"),
            ),
            id="the same age",
        ),
        pytest.param(
            (
                ("left", "Nora Fayad, 43, sang.", "43", "nora fayad"),
                ("right", "Omar Fayad, 41, sang.", "41", "omar fayad"),
            ),
            id="brother and sister",
        ),
        pytest.param(
            (
                ("left", "Nora Fayad, 43, sang.", "43", "nora fayad"),
                ("right", "Nora Fayad was 41 years old when she sang.", "41 years old",
                 "nora fayad"),
            ),
            id="an age of another time",
        ),
        pytest.param(
            (
                ("left", "Nora Fayad, 43, sang.", "43", "nora fayad"),
                ("right", "The 17-year-old Nora Fayad stole a car.", "17-year-old", "nora fayad"),
            ),
            id="too far apart for one stretch of a life",
        ),
        pytest.param(
            (
                ("left", "A 38-year-old man shot him.", "38-year-old", "man"),
                ("right", "A 55-year-old man shot him.", "55-year-old", "man"),
            ),
            id="nameless and far apart",
        ),
        pytest.param(
            (
                ("left", "A five-year-old boy is lost. The boys ran.", "five-year-old", "boy"),
                ("right", "A nine-year-old girl is lost. The boys ran.", "nine-year-old", "girl"),
            ),
            id="several children",
        ),
    ],
)  # fmt: skip
def test_is_silent(rows):
    assert told(*rows) == []


def test_a_birthday_between_the_sources():
    rows = (
        ("left", "Nora Fayad, 43, sang.", "43", "nora fayad"),
        ("right", "Nora Fayad, 44, sang.", "44", "nora fayad"),
    )
    assert told(*rows, on=("2021-03-01", "2021-11-01")) == []
    assert told(*rows, on=("2021-03-01", "2021-03-03")) == [{"43", "44"}]


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("The boy fell. They seek the little boy.", "boy"),
        ("The girl fell. The girl was found by the boy.", ""),
        ("The boy fell.", ""),
        ("The boy fell. The boy ran. Two boys saw it and the boys told.", ""),
    ],
)
def test_the_child_of_a_source(text, child):
    assert lead_child(text) == child


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("nora fayad", "fayad", True),
        ("nora fayad", "nora faiad", True),
        ("n fayad", "nora fayad", True),
        ("nora fayad", "omar fayad", False),
        ("nora fayad", "nora braun", False),
    ],
)
def test_same_person(left, right, same):
    assert same_person(left, right) is same
    assert same_person(right, left) is same
