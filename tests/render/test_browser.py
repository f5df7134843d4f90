"""The page in a real browser: accessible, quiet on the network, usable by keyboard alone."""

from __future__ import annotations

import importlib.util
import json
import time
from pathlib import Path

import pytest

from benchmarks.corpora import ROOT
from checker.model.decision import Decision
from checker.render import render
from checker.review.lines import to_lines
from checker.review.standing import weigh

from .bridge import bridge_report, drafted_report
from .chromium import BROWSER, Chromium, Silent
from .test_hostile import hostile_report
from .test_ledger import crowd
from .test_site import site, two_stories

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium is installed: the page is not tried in a browser"
)

SAMPLE = ROOT / "reports" / "sample" / "index.html"
CARDS = "[...document.querySelectorAll('.card')]"
HERE = "document.activeElement"
AXE = (
    "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
    " 'best-practice']}).then(r => r.violations.map(v => v.id + ': ' +"
    " v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' / ')))"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    try:
        chromium = Chromium(tmp_path_factory.mktemp("profile"))
    except (Silent, OSError) as error:
        pytest.skip(f"{BROWSER} does not start here ({error}): the page is not tried in a browser")
    yield chromium
    chromium.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    (folder / "bridge.html").write_bytes(render(bridge_report(), "html"))
    (folder / "draft.html").write_bytes(render(drafted_report(), "html"))
    for name, content in site(two_stories(), "site.html").items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "sample.html").write_bytes(SAMPLE.read_bytes())
    (folder / "hostile.html").write_bytes(render(hostile_report(), "html"))
    return folder


@pytest.fixture
def bridge(browser, pages):
    """The bridge story, with nothing decided yet."""
    browser.size(1280, 900)
    browser.colours("light")
    browser.open((pages / "bridge.html").as_uri())
    browser.run("localStorage.clear()")
    browser.open((pages / "bridge.html").as_uri())
    return browser


def axe_core() -> str:
    """The source of axe-core, from the package that carries it."""
    package = importlib.util.find_spec("axe_playwright_python")
    assert package is not None
    return (Path(package.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


def seen(browser, words="card.dataset.number"):
    return browser.run(f"{CARDS}.filter(card => !card.hidden).map(card => {words})")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["bridge", "draft", "sample", "site", "hostile"])
def test_axe_finds_nothing(browser, pages, name, scheme, width):
    browser.size(width, 900)
    browser.colours(scheme)
    browser.open((pages / f"{name}.html").as_uri())
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    browser.run(axe_core() + "; 1")
    assert browser.run(AXE) == []


def test_axe_finds_nothing_while_a_decision_is_made(bridge):
    bridge.press("j")
    bridge.press("1")
    bridge.run(axe_core() + "; 1")
    assert bridge.run(AXE) == []
    bridge.press("Escape")
    bridge.press("?")
    assert bridge.run(AXE) == []


@pytest.mark.parametrize("name", ["bridge", "hostile"])
def test_nothing_leaves_the_file_and_nothing_is_refused(browser, pages, name):
    address = (pages / f"{name}.html").as_uri()
    browser.open(address)
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert browser.asked_for() == [address]
    assert browser.complaints() == []
    assert not [e for e in browser.events if e.get("method") == "Page.javascriptDialogOpening"]


def test_hostile_text_stays_in_its_place(browser, pages):
    browser.size(390, 900)
    browser.open((pages / "hostile.html").as_uri())
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")
    assert browser.run("document.querySelectorAll('main img, main script, main style').length") == 0


@pytest.mark.parametrize("width", [390, 760, 1280])
def test_a_wide_ledger_scrolls_by_itself(browser, tmp_path, width):
    page = tmp_path / "crowd.html"
    page.write_bytes(render(crowd(17), "html"))
    browser.size(width, 900)
    browser.open(page.as_uri())
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")


def test_filter_comes_from_the_address(browser, pages):
    browser.open((pages / "bridge.html").as_uri() + "#?hide=error+note&text=bridge")
    assert seen(browser) == ["4", "5"]
    assert browser.run("document.getElementById('shown').textContent") == "2 of 6 shown"


def test_filter_goes_to_the_address_and_can_be_undone(bridge):
    bridge.press("/")
    bridge.write("41.5 million")
    assert seen(bridge) == ["4"]
    assert bridge.run("location.hash") == "#?text=41.5+million"
    bridge.run("document.getElementById('clear').click()")
    assert len(seen(bridge)) == 6
    assert bridge.run("location.hash") == ""


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("family", "money", ["4"]),
        ("source", "source-5", ["1", "2", "3"]),
        ("decision", "decided", []),
        ("order", "certainty", ["1", "2", "4", "5", "3", "6"]),
        ("order", "source", ["1", "2", "3", "4", "6", "5"]),
    ],
)
def test_choices(bridge, name, value, expected):
    bridge.run(
        f"(() => {{ const field = document.querySelector('[name={name}]');"
        f" field.value = '{value}';"
        " field.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    assert seen(bridge) == expected


def test_stories_are_found_by_their_words(browser, pages):
    browser.open((pages / "site.html").as_uri())
    browser.run("document.querySelector('[name=text]').focus()")
    browser.write("rain")
    shown = "[...document.querySelectorAll('.index tbody tr')].filter(row => !row.hidden).length"
    assert browser.run(shown) == 1
    assert browser.complaints() == []


def test_letters_go_through_the_cards_unless_switched_off(bridge):
    for key, expected in (("j", "1"), ("j", "2"), ("k", "1")):
        bridge.press(key)
        assert bridge.run(f"{HERE}.dataset.number") == expected
    bridge.press("?")
    assert bridge.run("document.getElementById('help').open")
    bridge.run("document.getElementById('keys').click()")
    bridge.press("Escape")
    bridge.press("j")
    bridge.press("j")
    assert bridge.run(f"{CARDS}.indexOf({HERE}.closest('.card'))") < 1
    assert bridge.run("location.hash") == "#?keys=off"


def test_arrows_go_through_the_list_of_questions(bridge):
    bridge.run("document.querySelector('#glance a').focus()")
    for key, expected in (("ArrowDown", "2"), ("ArrowDown", "3"), ("ArrowUp", "2")):
        bridge.press(key)
        assert bridge.run(f"{HERE}.closest('li').dataset.for") == expected


def test_open_questions_go_before_decided_ones(bridge):
    decide(bridge, 2, "two counts")
    bridge.run(
        "(() => { const field = document.querySelector('[name=order]'); field.value = 'decision';"
        " field.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    assert seen(bridge) == ["2", "3", "4", "5", "6", "1"]


def test_a_link_opens_what_is_folded(bridge):
    place = bridge.run("document.querySelector('.inside').hash")
    bridge.run(f"location.hash = '{place}'")
    assert bridge.run("document.querySelector(':target').checkVisibility()")
    assert bridge.run("document.querySelector(':target').textContent") == "11-year"
    back = bridge.run("document.querySelector(':target').nextElementSibling.hash")
    assert back == "#v1:0000000000000001"


def test_query_text_is_copied(bridge):
    bridge.run("navigator.clipboard.writeText = async text => { window.copied = text; }")
    bridge.run("document.querySelector('button.copy').click()")
    copied = bridge.run("window.copied")
    assert copied.startswith("Our sources differ: How long had the river crossing been closed?\nA.")


def decide(browser, number, *fields):
    """Decide on the first card that is shown, by keyboard alone."""
    browser.press("j")
    browser.press(str(number))
    for count, text in enumerate(fields):
        if count:
            browser.press("Tab")
        browser.write(text)
    browser.press("Enter")


def downloaded(browser, folder):
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    browser.run("document.getElementById('download').click()")
    target, until = folder / "decisions.jsonl", time.monotonic() + 20
    while not (target.exists() and target.stat().st_size) and time.monotonic() < until:
        time.sleep(0.05)
    return target.read_bytes()


def test_decisions_of_the_page_change_the_next_run(bridge, tmp_path):
    decide(bridge, 1, "11 years", "the office’s own register ↯", "N. Desk")
    decide(bridge, 4, "another \u202e“bridge”\n")
    assert bridge.run("document.getElementById('progress').textContent") == "2 of 6 decided"
    content = downloaded(bridge, tmp_path)
    decisions = [Decision.model_validate_json(line) for line in content.splitlines()]
    assert content == to_lines(decisions)
    first, second = decisions
    assert (first.verdict, first.correct, first.by) == ("confirmed", "11 years", "N. Desk")
    assert (second.verdict, second.by) == ("false-alarm", "N. Desk")
    assert first.question == bridge_report().discrepancies[0].question
    assert first.code == "U01"
    assert len(first.sources) == 5
    left = weigh(bridge_report(), decisions)
    assert len(left.discrepancies) == 4
    assert left.standing.unused == ()


def test_decisions_survive_closing_the_page_and_can_be_taken_back(bridge, pages):
    decide(bridge, 2, "two counts")
    bridge.open((pages / "bridge.html").as_uri())
    assert "two counts" in bridge.run("document.querySelector('.ruled').textContent")
    bridge.run("document.querySelector('.ruled [value=remove]').click()")
    bridge.open((pages / "bridge.html").as_uri())
    assert bridge.run("document.querySelector('.card .ruled')") is None
    assert bridge.run("document.getElementById('download').disabled")


def test_a_decision_needs_a_reason(bridge):
    decide(bridge, 3, "  ")
    assert bridge.run("document.getElementById('progress').textContent") == "0 of 6 decided"


def test_download_keeps_what_was_decided_before(browser, tmp_path):
    known = Decision(
        fingerprint="v1:0000000000000004", question="?", verdict="wont-fix", reason="old\x7f"
    )
    away = Decision(fingerprint="v1:ffff", question="?", verdict="attributed", reason="elsewhere")
    page = tmp_path / "page.html"
    page.write_bytes(render(weigh(bridge_report(), [known, away]), "html"))
    browser.open(page.as_uri())
    browser.run("localStorage.clear()")
    browser.open(page.as_uri())
    assert browser.run("document.querySelectorAll('.settled .card').length") == 1
    assert json.loads(downloaded(browser, tmp_path).splitlines()[1])["reason"] == "elsewhere"


def test_what_was_decided_before_can_be_taken_back(browser, tmp_path):
    known = Decision(
        fingerprint="v1:0000000000000004", question="?", verdict="wont-fix", reason="old"
    )
    page = tmp_path / "page.html"
    page.write_bytes(render(weigh(bridge_report(), [known]), "html"))
    browser.open(page.as_uri())
    browser.run("localStorage.clear()")
    browser.open(page.as_uri())
    assert browser.run("document.getElementById('progress').textContent") == "1 of 6 decided"
    browser.run("document.querySelector('.settled .ruled [value=remove]').click()")
    assert browser.run("document.getElementById('progress').textContent") == "0 of 6 decided"
    assert browser.run("document.querySelector('.settled .verdicts button').value") == "confirmed"
    assert not browser.run("document.getElementById('download').disabled")


def test_prints(bridge):
    assert bridge.paper().startswith(b"%PDF")
