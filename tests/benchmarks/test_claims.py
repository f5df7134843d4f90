"""Claims told anew: the same story under other names, figures and days."""

from __future__ import annotations

from datetime import datetime, timedelta

from benchmarks.speed.claims import retold
from checker.model.claim import Attribute, Claim, Question
from checker.model.span import Span
from checker.model.value import Grain, Moment, Name, NameKind, Quantity

DAY = datetime(2019, 3, 4)


def claim(number, value, **asked):
    question = Question(attribute=Attribute.COUNT, **asked)
    span = Span(source="a", start=number, end=number + 2)
    return Claim(
        id=f"a:{number}",
        question=question,
        value=value,
        span=span,
        words="12",
        sentence=span,
        found_by="figure",
    )


STORY = [
    claim(0, Name(text="Rita Quill", key="rita quill", what=NameKind.PERSON)),
    claim(5, Quantity(text="300", low=300, high=300, grain=100), subject="man", agent="quill"),
    claim(9, Quantity(text="300", low=300, high=300, grain=100), subject="man", context=("quill",)),
    claim(
        12,
        Moment(
            text="Monday",
            first=DAY,
            last=DAY + timedelta(days=1),
            grain=Grain.DAY,
            weekday=0,
            day=4,
        ),
    ),
]


def test_nought_is_the_story_itself_in_another_place():
    told = retold(STORY, "bridge", 0)
    assert [each.question for each in told] == [each.question for each in STORY]
    assert {each.source for each in told} == {"bridge-0/a"}


def test_a_name_becomes_the_same_name_wherever_it_stands():
    name, figure, other, _ = retold(STORY, "bridge", 1)
    given, surname = name.value.key.split()
    assert "quill" not in {given, surname}
    assert figure.question.agent == surname
    assert other.question.context == (surname,)
    assert figure.question.subject == "man"


def test_like_figures_stay_alike_and_as_round_as_they_were():
    _, figure, other, _ = retold(STORY, "bridge", 1)
    assert figure.value.low == other.value.low != 300
    assert figure.value.low % 100 == 0


def test_days_move_by_weeks():
    *_, moment = retold(STORY, "bridge", 1)
    assert moment.value.first.weekday() == 0
    assert moment.value.day == moment.value.first.day
    assert moment.value.first != DAY


def test_copies_differ_and_are_the_same_each_time():
    assert retold(STORY, "bridge", 1) == retold(STORY, "bridge", 1)
    assert retold(STORY, "bridge", 1)[0].value != retold(STORY, "bridge", 2)[0].value
