"""Which spellings are one name's, and which are two names."""

from __future__ import annotations

import pytest

from checker.model.discrepancy import Kind
from checker.model.value import NameKind
from checker.rules.spellings_differ import RULE
from tests.rules.stories import Story

ORG, PERSON, PLACE = NameKind.ORGANISATION, NameKind.PERSON, NameKind.PLACE


def story_of(*sentences: tuple[str, str, str, NameKind]) -> Story:
    """Source, sentence, name in it, kind."""
    story = Story()
    for source, text, name, what in sentences:
        story.tell(source, text)
        story.name(source, name, what)
    return story


def spellings(story: Story) -> list[set[str]]:
    return [{answer.value for answer in row.answers} for row in story.check(RULE)]


@pytest.mark.parametrize(
    ("left", "right", "what"),
    [
        pytest.param("Nora Fayad", "Nora Fagad", PERSON, id="surname"),
        pytest.param("Nora Fayad", "Norah Fayad", PERSON, id="given name"),
        pytest.param("Hedwig Olsen", "Hedvig Olson", PERSON, id="a letter in each word"),
        pytest.param("Otto Maria Bergem", "Otto Maria Begrem", PERSON, id="letters swapped"),
        pytest.param("Harbour Bridge Company", "Harbour Bridges Company", ORG, id="plural inside"),
        pytest.param("Lumen Conductor", "Lumen Conductors", ORG, id="plural at the end"),
        pytest.param(
            "Royal Society of Silent Clocks",
            "Royal Society for Silent Clocks",
            ORG,
            id="a small word",
        ),
        pytest.param("Bavarian Ferries", "Bavaria Ferries Line", ORG, id="a name that goes on"),
    ],
)
def test_speaks(left, right, what):
    story = story_of(
        ("left", f"It was {left}, he said.", left, what),
        ("right", f"It was {right}, she said.", right, what),
    )
    assert spellings(story) == [{left, right}]
    assert [row.kind for row in story.check(RULE)] == [Kind.CONFLICT]


def test_a_lone_word_is_rare_beside_the_right_one():
    often = [("left", f"Day {n}: Kellerbach rose.", "Kellerbach", PLACE) for n in range(4)]
    assert spellings(story_of(*often, ("right", "Kelerbach rose.", "Kelerbach", PLACE))) == [
        {"Kellerbach", "Kelerbach"}
    ]


@pytest.mark.parametrize(("setting", "expected"), [(True, 1), (False, 0)])
def test_lone_words_of_one_setting(setting, expected):
    story = story_of(
        ("left", "It was Kellerbach, he said.", "Kellerbach", PLACE),
        ("right", "It was Kelerbach, she said.", "Kelerbach", PLACE),
    )
    told = {"participants": ("fayad", "braun"), "context": ("ferry", "sink", "storm", "night")}
    if setting:
        story.claims = [
            c.model_copy(update={"question": c.question.model_copy(update=told)})
            for c in story.claims
        ]
    assert len(spellings(story)) == expected


def test_three_spellings_are_one_row():
    names = ("Nora Fayad", "Nora Faiad", "Nora Fajad")
    story = story_of(*((name, f"It was {name}.", name, PERSON) for name in names))
    assert spellings(story) == [set(names)]


@pytest.mark.parametrize(
    ("left", "right", "what"),
    [
        ("Quiet Water Centre", "Quiet Water Center", ORG),
        ("Quiet Water Centre", "Old Quiet Water Center", ORG),
        ("Kellerbach Post", "Kellerbach-Post", ORG),
        ("Kellerbach Post", "KellerbachPost", ORG),
    ],
)
def test_house_style_is_no_conflict(left, right, what):
    story = story_of(("left", f"{left} won.", left, what), ("right", f"{right} won.", right, what))
    assert [row.kind for row in story.check(RULE)] == [Kind.IMPRECISION]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Nora Fayad", "Nora Faiad", id="two romanisations"),
        pytest.param("Jon Kern", "John Kern", id="a letter that is not heard"),
        pytest.param("Ida M. Harer", "Ida Harrer", id="an initial besides"),
    ],
)
def test_one_person_is_spelled_in_one_way(left, right):
    story = story_of(
        ("left", f"{left} won.", left, PERSON), ("right", f"{right} won.", right, PERSON)
    )
    assert [row.kind for row in story.check(RULE)] == [Kind.CONFLICT]


@pytest.mark.parametrize(
    ("left", "right", "what"),
    [
        pytest.param("Nora Fayad", "Fayad", PERSON, id="surname alone"),
        pytest.param("Nora Fayad", "Omar Fayad", PERSON, id="two persons"),
        pytest.param("Central America", "Central American", PLACE, id="adjective"),
        pytest.param("North Iran", "North Iraq", PLACE, id="countries"),
        pytest.param("Quiet Water Board", "Quiet Water Board Members", ORG, id="a longer name"),
        pytest.param("Silver Bear", "Silver Bears", NameKind.OTHER, id="several of a kind"),
        pytest.param("Kellerbach", "Kelerbach", PLACE, id="lone words, neither rare"),
        pytest.param("U.S. Harbour Board", "US Harbour Board", ORG, id="dots"),
        pytest.param("Storm 12", "Storm 13", NameKind.OTHER, id="numbers"),
    ],
)
def test_is_silent(left, right, what):
    story = story_of(
        ("left", f"It was {left} he saw.", left, what),
        ("right", f"It was {right} she saw.", right, what),
    )
    assert spellings(story) == []


def test_two_in_one_sentence_are_two():
    story = Story()
    story.tell("left", "There came Nora Fayad and Norah Fayad.")
    story.name("left", "Nora Fayad")
    story.name("left", "Norah Fayad")
    assert spellings(story) == []


@pytest.mark.parametrize(
    ("second", "expected"), [("left", []), ("right", [{"Carlotta Fayad", "Carletto Fayad"}])]
)
def test_given_names_far_apart_in_one_source_are_two_of_a_family(second, expected):
    story = story_of(
        ("left", "Carlotta Fayad sang.", "Carlotta Fayad", PERSON),
        (second, "Carletto Fayad danced.", "Carletto Fayad", PERSON),
    )
    assert spellings(story) == expected


def test_a_plural_of_two_names():
    story = story_of(
        ("left", "Tempest Ida came.", "Tempest Ida", NameKind.OTHER),
        ("right", "They met Tempests Ida and Otto.", "Tempests Ida", NameKind.OTHER),
    )
    assert spellings(story) == []
