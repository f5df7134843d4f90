"""The page: one inert file that asks nothing of the network and leaves nothing out."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from functools import cache
from urllib.parse import unquote

import jinja2
import pytest

from checker.model.discrepancy import Severity
from checker.render import render
from checker.render.html.directory import Directory
from checker.render.html.write import page_environment

from .bridge import DURATIONS, SOURCES, bridge_report, discrepancies
from .builder import discrepancy, evidence, moment, report, source, version
from .page_reader import Page


@cache
def bridge_page():
    return Page(render(bridge_report(), "html"))


def outlets(number):
    return [
        source(
            f"s{n}.md",
            f"The hall burnt for {n} hours.\n",
            publisher=f"Outlet {n}",
            when=moment(2021, 5, n),
        )
        for n in range(1, number + 1)
    ]


def fires(count, versions):
    sources = outlets(versions)
    rows = [
        discrepancy(
            1000 + n,
            DURATIONS,
            f"How long did fire {n} burn?",
            "The lengths share no value.",
            *(version(f"{i} h", evidence(s, f"{i} hours")) for i, s in enumerate(sources, 1)),
        )
        for n in range(count)
    ]
    return Page(render(report(sources, rows, [DURATIONS]), "html"))


def test_documents_of_one_file_and_publisher_are_told_apart():
    letter = source("letters.mbox", "The hall burnt.\n", publisher="Desk")
    told = [
        letter.model_copy(update={"id": f"letter-{n}", "member": f"letter {n}"}) for n in (1, 2)
    ]
    names = Directory(told).names
    assert names == {
        "letter-1": "Desk · letters › letter 1",
        "letter-2": "Desk · letters › letter 2",
    }


def test_elements_are_balanced_and_ids_unique():
    page = bridge_page()
    assert not page.unbalanced
    ids = Counter(a["id"] for _, a in page.elements if "id" in a)
    assert not [key for key, times in ids.items() if times > 1]


def test_every_inner_link_has_its_target():
    page = bridge_page()
    ids = {a["id"] for _, a in page.elements if "id" in a}
    inner = [a["href"] for _, a in page.elements if (a.get("href") or "").startswith("#")]
    assert len(inner) > 30
    assert {unquote(href[1:]) for href in inner} <= ids


def test_policy_allows_this_style_and_this_script_only():
    page = bridge_page()
    (policy,) = [m["content"] for m in page.all("meta") if "http-equiv" in m]
    for directive, tag in (("style-src", "style"), ("script-src", "script")):
        content = "".join(page.raw[tag]).encode()
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_is_inline_and_nothing_is_fetched():
    page = bridge_page()
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {"style", "src", "srcset", "action", "background"} & names
    assert not [name for name in names if name.startswith("on")]
    assert not page.all("link")
    assert "url(" not in "".join(page.raw["style"])
    assert "@import" not in "".join(page.raw["style"])
    script = "".join(page.raw["script"])
    assert not re.search(r"fetch|XMLHttp|innerHTML|eval|import\(|http", script)


def test_links_to_the_world_are_plain_http_and_tell_nobody():
    links = [a for a in bridge_page().all("a") if not a["href"].startswith("#")]
    assert len(links) > 5
    for link in links:
        assert link["href"].startswith("https://")
        assert link["rel"] == "noreferrer noopener"


def test_a_card_each_with_fingerprint_as_permalink():
    page = bridge_page()
    cards = page.with_class("card")
    assert [c["id"] for c in cards] == [d.fingerprint for d in discrepancies()]
    assert [a["href"] for a in page.with_class("permalink")] == ["#" + c["id"] for c in cards]


def test_exact_words_are_marked_once_for_each_quotation():
    marked = sum(a.get("class") in {None, "whole"} for a in bridge_page().all("mark"))
    assert marked == sum(len(v.evidence) for d in discrepancies() for v in d.versions)


def test_nothing_is_left_out():
    text = re.sub(r"\s+", " ", bridge_page().text)
    wanted = [d.question for d in discrepancies()]
    wanted += [d.explanation for d in discrepancies()]
    wanted += [v.value for d in discrepancies() for v in d.versions]
    wanted += [name for s in SOURCES for name in (s.name, s.title, s.path)]
    wanted += ["save it as plain text", "people marked are found", "en_core_web_sm 3.8.0"]
    wanted += ["copy of Port Radio", "goes back to Port Radio", "credits Port Radio", "teaser"]
    wanted += ["errors 3", "warnings 2", "note 1", "no date found", "Figures are compared as"]
    assert [words for words in wanted if words not in text] == []


def test_copies_are_folded_and_originals_are_not():
    first, second = bridge_report().discrepancies[0].versions
    assert (first.independent, second.independent) == (2, 1)
    assert "and 2 sources that repeat it" in bridge_page().text


def test_only_the_script_can_show_what_only_the_script_can_use():
    page = bridge_page()
    assert "hidden" in next(form for form in page.all("form") if form.get("id") == "filters")
    assert all("hidden" in button for button in page.with_class("copy"))
    assert "hidden" in page.with_class("office")[0]


def test_words_stay_neutral():
    # The verdict of that name is a person's, on the program and on no outlet.
    text = re.sub("false alarm", "", bridge_page().text, flags=re.I)
    assert not re.search(r"\b(wrong|false|lie[sd]?|incorrect|mistake)\b", text, re.I)


def test_no_discrepancy_is_no_proof():
    page = Page(render(report(outlets(2)), "html"))
    assert not page.with_class("card")
    assert "not a proof that the sources agree" in re.sub(r"\s+", " ", page.text)
    assert not [form for form in page.all("form") if form.get("id") == "filters"]


def test_no_source_at_all():
    page = Page(render(report([]), "html"))
    assert not page.unbalanced
    assert "Nothing was compared." in page.text


@pytest.mark.parametrize(
    ("count", "versions", "glance"), [(1, 8, True), (3, 2, True), (100, 2, False)]
)
def test_any_number_of_questions_and_versions(count, versions, glance):
    page = fires(count, versions)
    assert not page.unbalanced
    assert len(page.with_class("card")) == count
    assert len(page.with_class("version")) == count * versions
    opened = ["open" in a for a in page.with_class("glance")]
    assert opened == [glance]


def test_a_rule_that_is_not_listed_still_has_its_card():
    row = bridge_report().discrepancies[0]
    page = Page(render(report(SOURCES, [row]), "html"))
    assert "This rule left no explanation." in page.text


def test_severity_is_a_word_and_an_icon():
    page = bridge_page()
    icons = {a["href"] for a in page.all("use")}
    assert icons == {f"#icon-{severity}" for severity in Severity} | {"#icon-decided"}
    assert len(page.with_class("severity")) == len(discrepancies())


def test_templates_refuse_what_the_view_does_not_have():
    environment = page_environment()
    assert environment.undefined is jinja2.StrictUndefined
    assert environment.autoescape is True
    for name in environment.list_templates(["html"]):
        text = environment.loader.get_source(environment, name)[0]
        assert not re.search(r"\|\s*\w|{% set|{{[^}]*[-+*/%(]\s*\d", text), name


def many(number):
    sources = [
        source(f"s{n}.md", "The hall burnt for 5 hours.\n" * 80, publisher=f"Outlet {n}")
        for n in range(number)
    ]
    rows = [
        discrepancy(
            1000 + n,
            DURATIONS,
            f"How long did fire {n} burn?",
            "The lengths share no value.",
            version("5 h", *(evidence(one, "5 hours") for one in sources)),
        )
        for n in range(20)
    ]
    return render(report(sources, rows, [DURATIONS]), "html")


def test_hundreds_of_documents_make_a_page_that_opens_at_once():
    content = many(500)
    page = Page(content)
    assert len(content) < 8_000_000
    assert len(page.elements) < 60_000
    assert "and 463 more" in page.text
    assert re.search(r"\d+ texts of sources that take part in fewer questions", page.text)
    ids = {a["id"] for _, a in page.elements if "id" in a}
    inner = {a["href"][1:] for _, a in page.elements if (a.get("href") or "").startswith("#")}
    assert {unquote(href) for href in inner} <= ids


def test_a_dozen_long_texts_are_all_there():
    assert len(Page(many(12)).with_class("document")) == 12
