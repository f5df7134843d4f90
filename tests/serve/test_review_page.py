"""The review page: who may ask, what is written, what happens meanwhile."""

from __future__ import annotations

import re
from datetime import date

import pytest

from checker.model.decision import Decision
from checker.review import add_decisions, load_decisions
from checker.serve.app import Desk
from checker.serve.page import first_page, saving_script
from tests.render.bridge import bridge_report
from tests.render.test_hostile import hostile_report
from tests.render.test_site import two_stories

from .asking import PORT, TOKEN, Asker

ROW = bridge_report().discrepancies[0]
RULED = {"verdict": "wont-fix", "reason": "asked the desk", "by": "N. N.", "on": "2024-05-01"}


@pytest.fixture
def asker(tmp_path):
    return Asker(Desk(bridge_report(), tmp_path, lambda: date(2024, 5, 1)))


@pytest.fixture
def opened(asker):
    assert asker.get(f"/?token={TOKEN}").status_code == 303
    return asker


def told(decision=RULED, before=None, **fields):
    return {
        "fingerprint": ROW.fingerprint,
        "story": ROW.story,
        "before": before,
        "decision": decision,
        **fields,
    }


def test_the_address_opens_once(asker):
    answer = asker.get(f"/?token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert asker.get("/").status_code == 200
    assert asker.get(f"/?token={TOKEN}").status_code == 403
    # The browser that has the cookie goes on.
    assert asker.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=guess", "/?token=%C3%BC", "/nowhere"])
def test_without_the_token_nothing_is_shown(asker, path):
    answer = asker.get(path)
    assert answer.status_code == 403
    assert ROW.question not in answer.text


def test_a_wrong_token_does_not_use_up_the_right_one(asker):
    asker.get("/?token=guess")
    assert asker.get(f"/?token={TOKEN}").status_code == 303


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", ""]
)
def test_another_host_is_refused(opened, host):
    assert opened.get("/", headers={"Host": host}).status_code == 421
    assert opened.get(f"/?token={TOKEN}", headers={"Host": host}).status_code == 421


def test_localhost_is_this_machine_too(opened):
    assert opened.get("/", headers={"Host": f"localhost:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": f"http://localhost:{PORT}"},
        {"Origin": f"http://127.0.0.1:{PORT + 1}"},
        {"Origin": f"http://127.0.0.1:{PORT}", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_another_page_writes_nothing(opened, tmp_path, headers):
    assert opened.decide(told(), headers).status_code == 403
    assert not list(tmp_path.iterdir())


def test_a_decision_is_written_and_shown(opened, tmp_path):
    answer = opened.decide(told())
    assert (answer.status_code, answer.json()) == (200, {"file": "decisions.jsonl"})
    (decision,) = load_decisions(tmp_path)
    assert decision.fingerprint == ROW.fingerprint
    assert (decision.question, decision.code) == (ROW.question, ROW.code)
    assert (decision.reason, decision.on) == ("asked the desk", date(2024, 5, 1))
    assert set(decision.sources) == {e.path for v in ROW.versions for e in v.evidence}
    assert "asked the desk" in opened.get("/").text


def test_a_decision_is_changed_and_taken_back(opened, tmp_path):
    opened.decide(told())
    changed = RULED | {"verdict": "confirmed", "correct": "11 years"}
    assert opened.decide(told(changed, before=RULED)).status_code == 200
    assert [d.verdict for d in load_decisions(tmp_path)] == ["confirmed"]
    assert opened.decide(told(None, before=changed)).status_code == 200
    assert load_decisions(tmp_path) == ()


def made(**fields) -> Decision:
    whole = {"fingerprint": ROW.fingerprint, "question": "?", "verdict": "wont-fix", "reason": "r"}
    return Decision.model_validate({**whole, **fields})


def test_what_was_decided_meanwhile_is_not_lost(opened, tmp_path):
    other = made(reason="said so in the terminal", story=ROW.story)
    add_decisions(tmp_path, [other, made(fingerprint="v2-other")])
    for answer in (opened.decide(told()), opened.decide(told(None, before=RULED))):
        assert answer.status_code == 409
        assert "meanwhile" in answer.json()["error"]
    assert other in load_decisions(tmp_path)
    seen = {"verdict": "wont-fix", "reason": "said so in the terminal"}
    assert opened.decide(told(before=seen)).status_code == 200
    assert {d.reason for d in load_decisions(tmp_path)} == {"asked the desk", "r"}


def test_what_has_expired_is_decided_anew(opened, tmp_path):
    add_decisions(tmp_path, [made(expires="2024-04-30")])
    assert opened.decide(told()).status_code == 200
    assert [d.reason for d in load_decisions(tmp_path)] == ["asked the desk"]


WRONG = {
    "another matter": told(fingerprint="v2-0"),
    "no record": [1],
    "no decision": told("yes"),
    "no reason": told({"verdict": "wont-fix"}),
    "no verdict": told({"reason": "r"}),
    "no answer": told({"verdict": "confirmed", "reason": "r"}),
    "a day that is none": told(RULED | {"expires": "soon"}),
    "a reason that is none": told(RULED | {"reason": {"a": 1}}),
    "endless": told(RULED | {"reason": "r" * 200_000}),
}


@pytest.mark.parametrize("asked", WRONG.values(), ids=WRONG.keys())
def test_what_is_no_decision_is_refused(opened, tmp_path, asked):
    answer = opened.decide(asked)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not list(tmp_path.iterdir())


def test_forms_of_other_pages_are_no_decisions(opened, tmp_path):
    headers = {"Origin": f"http://127.0.0.1:{PORT}", "Content-Type": "text/plain"}
    answer = opened.ask("POST", "/decisions", content=b"{}", headers=headers)
    assert answer.status_code == 400
    assert opened.ask("PUT", "/decisions", headers=headers).status_code == 405
    assert not list(tmp_path.iterdir())


def test_a_broken_file_is_told_and_kept(opened, tmp_path):
    file = tmp_path / "decisions.jsonl"
    file.write_text("<<<<<<< HEAD\n")
    answer = opened.decide(told())
    assert answer.status_code == 400
    assert "decisions.jsonl:1" in answer.json()["error"]
    assert file.read_text() == "<<<<<<< HEAD\n"


def test_several_stories_have_an_index_and_a_page_each(tmp_path):
    asker = Asker(Desk(two_stories(), tmp_path, lambda: None))
    asker.get(f"/?token={TOKEN}")
    index = asker.get("/").text
    links = re.findall(r'href="(stories/[^"]+)"', index)
    assert len(links) == len(two_stories().stories) > 1
    assert saving_script() not in index
    for link in links:
        page = asker.get(f"/{link}")
        assert page.status_code == 200
        assert saving_script() in page.text
        assert 'href="../"' in page.text
    for path in ("/stories/none.html", "/stories/../x.html", "/stories/%2e%2e%2f.html"):
        assert asker.get(path).status_code == 404
    row = two_stories().discrepancies[0]
    asked = told(fingerprint=row.fingerprint, story=row.story)
    assert asker.decide(asked).status_code == 200
    assert load_decisions(tmp_path)[0].story == row.story
    assert asker.decide(told(fingerprint=row.fingerprint, story="none")).status_code == 400


def test_answers_are_not_kept_framed_or_sniffed(asker):
    for answer in (asker.get("/"), asker.get(f"/?token={TOKEN}"), asker.get("/")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("report", [bridge_report, hostile_report])
def test_the_page_is_the_report_with_one_script_more(report):
    page = first_page(report()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    scripts = re.search(r"script-src ([^;]*);", policy[1].replace("&#39;", "'"))
    assert len(re.findall("'sha256-", scripts[1])) == 2
    assert "connect-src" in policy[1]
    assert page.count("<script>") == 2
    assert saving_script() in page
