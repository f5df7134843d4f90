"""Unseen characters become chips, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.source import RegionKind
from checker.render.excerpt import CONTEXT, LONGEST_EXACT, cut_excerpt
from checker.render.inert import Piece, is_unseen, make_inert, to_line
from checker.render.links import fragment_link, web_address
from checker.render.markdown import escape

from .bridge import COURIER
from .builder import evidence, source


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain words", "plain words"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u200b\u200b\u200bb", "a⟨U+200B ×3⟩b"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("\x9b31mred", "⟨U+009B⟩31mred"),
        ("one\r\n\ttwo", "one two"),
        ("11\u00a0years", "11\u00a0years"),
        ("“curly”, naïve, Ελλάδα, 日本", "“curly”, naïve, Ελλάδα, 日本"),
        ("x ##[error] ##vso[task] y", "x # #[error] # #vso[task] y"),
        ("issue ##12", "issue ##12"),
    ],
)
def test_line(text, line):
    assert to_line(text) == line


def test_a_chip_has_the_name_of_its_character():
    assert make_inert("\u202e") == (Piece("U+202E", "right-to-left override"),)
    assert make_inert("\x07") == (Piece("U+0007", "control character"),)


@given(st.text())
def test_no_piece_holds_an_unseen_character(text):
    assert not any(is_unseen(c) for piece in make_inert(text) for c in piece.text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_seen_text_stays_as_it_is(text):
    pieces = make_inert(text)
    assert not any(piece.title for piece in pieces)
    assert "".join(piece.text for piece in pieces) == re.sub(" +", " ", text)


@given(st.text())
def test_markdown_keeps_no_active_character(text):
    left = escape(text).replace("&#", "")
    assert not set("<>|`*_[]~\\@$&") & set(left)
    assert "\n" not in left


@given(st.text(min_size=1, max_size=400), st.text(max_size=600), st.text(max_size=600))
def test_excerpts_are_short(exact, before, after):
    whole = source("a.md", f"{before}{exact}{after}")
    place = evidence(whole, exact)
    excerpt = cut_excerpt(place)
    assert len(excerpt.before) <= CONTEXT + 2
    assert len(excerpt.exact) <= LONGEST_EXACT + 3
    assert len(excerpt.after) <= CONTEXT + 2


def test_an_excerpt_whose_offsets_do_not_fit_shows_the_quotation_alone():
    place = evidence(COURIER, "210 metres").model_copy(update={"sentence": "Something else."})
    assert (cut_excerpt(place).before, cut_excerpt(place).exact) == ("", "210 metres")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/page",
        "file:///etc/passwd",
        "https://",
        "https://bank.example@other.example/",
        "https://exa\u202emple.com/",
        "https://example.com/ x",
        "java\nscript:alert(1)",
        "https://[broken",
        "",
    ],
)
def test_unsafe_addresses_are_no_links(url):
    assert web_address(url) == ""
    assert fragment_link(url, evidence(COURIER, "210 metres")) == ""


@pytest.mark.parametrize("url", ["https://a.example/b?c=d#e", "HTTP://a.example"])
def test_safe_addresses_stay(url):
    assert web_address(url) == url


def test_text_fragments_quote_whole_words_and_escape_their_syntax():
    place = evidence(COURIER, "11-year")
    assert fragment_link("https://a.example/b", place) == (
        "https://a.example/b#:~:text=Tuesday%2C%20ending%20an-,11%2Dyear,-closure%20of%20the"
    )
    assert fragment_link("https://a.example/b#top", place).startswith(
        "https://a.example/b#top:~:text="
    )


def test_long_quotations_give_their_first_and_last_words():
    words = " ".join(f"word{n}" for n in range(60))
    place = evidence(source("a.md", words), words, RegionKind.BODY)
    assert fragment_link("https://a.example/", place).endswith(
        "text=word0%20word1%20word2%20word3,word56%20word57%20word58%20word59"
    )
