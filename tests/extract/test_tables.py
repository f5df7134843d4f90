"""The tables of this folder: what is read from a parse."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.extract import syntax
from checker.extract.attribution import attribution_of
from checker.extract.frame import frame_of
from checker.extract.modality import is_negated, modality_of
from checker.values.normal import normal_form
from tests.parses.recorded import passages_of, plain_texts, recorded, rows_of

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.toml"))


def cases(name):
    return [pytest.param(row, id=row["why"], marks=marks(row)) for row in rows_of(name)]


def marks(row):
    """A row that the program does not keep yet says why, and fails once it does."""
    return [pytest.mark.xfail(strict=True, reason=row["xfail"])] if "xfail" in row else []


def place(name, row, word):
    """The passage of a row's last paragraph and the first token that is written so."""
    (passage,) = passages_of(name, row)
    return passage, next(token for token in passage.doc if token.text == word)


def text_of(token):
    return "" if token is None else token.text


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_no_more_parses_than_it_needs(name):
    assert set(recorded(name).parses) == set(plain_texts(name))


@pytest.mark.parametrize("row", cases("syntax"))
def test_who_does_what(row):
    _, verb = place("syntax", row, row["verb"])
    asked = {
        "subject": text_of(syntax.subject_of(verb)),
        "agent": text_of(syntax.agent_of(verb)),
        "patient": text_of(syntax.patient_of(verb)),
    }
    assert {role: asked[role] for role in asked if role in row} == {
        role: row[role] for role in asked if role in row
    }
    assert syntax.is_passive(verb) is row.get("passive", False)


@pytest.mark.parametrize("row", cases("governors"))
def test_up_and_down(row):
    _, word = place("governors", row, row["word"])
    if "governor" in row:
        assert text_of(syntax.governor(word)) == row["governor"]
    if "noun" in row:
        assert syntax.noun_governor(word).text == row["noun"]
    if "main" in row:
        assert syntax.main_verb(word).text == row["main"]


@pytest.mark.parametrize("row", cases("modality"))
def test_how_real(row):
    _, verb = place("modality", row, row["verb"])
    assert modality_of(verb) == row.get("modality", "done")
    assert is_negated(verb) is row.get("negated", False)


@pytest.mark.parametrize("row", cases("coreference"))
def test_who_is_meant(row):
    found = [
        [passage.doc[index].text, key]
        for passage in passages_of("coreference", row)
        for index, key in sorted(passage.referents.items())
    ]
    assert found == row["referents"]


@pytest.mark.parametrize("row", cases("mentions"))
def test_names(row):
    (passage,) = passages_of("mentions", row)
    assert [[m.text, m.key, m.what.value] for m in passage.mentions] == row["names"]


@pytest.mark.parametrize("row", cases("attribution"))
def test_who_says_it(row):
    passage, word = place("attribution", row, row["word"])
    assert list(attribution_of(word, passage)) == row["said_by"]


@pytest.mark.parametrize("row", cases("frame"))
def test_setting(row):
    passage, word = place("frame", row, row["word"])
    frame = frame_of(word, word, passage)
    if "event" in row:
        assert frame.event == row["event"]
    if "when" in row:
        assert (normal_form(frame.when) if frame.when else "") == row["when"]
