"""Our records of a parse answer as the language model's own words do."""

from __future__ import annotations

import pytest

from checker.extract.parse import read_parse
from tests.parses.recorded import plain_texts, recorded

TABLES = ("figure", "quote", "role", "syntax")
# Roots are asked of rows of words up to this long.
LONGEST = 9


@pytest.fixture(scope="module", params=TABLES)
def pairs(request):
    docs = [recorded(request.param)(text) for text in plain_texts(request.param)]
    return [(read_parse(doc), doc) for doc in docs]


def places(words):
    return [word.i for word in words]


def ends(words):
    return None if words is None else (words.start, words.end)


def test_words_are_as_the_model_has_them(pairs):
    asked = ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_")
    for parse, doc in pairs:
        assert len(parse) == len(doc)
        for ours, theirs in zip(parse, doc, strict=True):
            for name in (*asked, "is_alpha", "is_stop"):
                assert getattr(ours, name) == getattr(theirs, name), name


def test_they_hang_together_as_the_model_has_them(pairs):
    for parse, doc in pairs:
        for ours, theirs in zip(parse, doc, strict=True):
            assert ours.head.i == theirs.head.i
            assert places(ours.children) == places(theirs.children)
            assert places(ours.subtree) == places(theirs.subtree)
            assert ours.left_edge.i == theirs.left_edge.i
            assert ours.right_edge.i == theirs.right_edge.i
            assert ends(ours.sent) == ends(theirs.sent)
        assert [ends(each) for each in parse.sents] == [ends(each) for each in doc.sents]
        assert [ends(each) for each in parse.ents] == [ends(each) for each in doc.ents]


def test_rows_of_words_are_as_the_model_has_them(pairs):
    for parse, doc in pairs:
        for start in range(len(doc)):
            for end in range(start + 1, min(start + LONGEST, len(doc)) + 1):
                ours, theirs = parse[start:end], doc[start:end]
                assert ours.root.i == theirs.root.i
                assert ours.text == theirs.text
                assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)


def test_stretches_of_text_lead_to_the_same_words(pairs):
    for parse, doc in pairs:
        size = len(doc.text)
        for start in range(0, size, 3):
            for end in range(start + 1, min(start + 40, size) + 2):
                touched = doc.char_span(start, end, alignment_mode="expand")
                inside = doc.char_span(start, end, alignment_mode="contract")
                assert ends(parse.touched(start, end)) == ends(touched)
                assert ends(parse.inside(start, end)) in {ends(inside), None}
                assert parse.inside(start, end) is not None or not inside


def test_no_words_have_no_text():
    (parse, *_) = [read_parse(recorded("role")(text)) for text in plain_texts("role")]
    assert parse[2:2].text == ""
    assert [word.i for word in parse[1:4][:-1]] == [1, 2]
