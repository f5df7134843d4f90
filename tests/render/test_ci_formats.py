"""The small formats that build servers read."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from checker.render import render
from checker.render.github import command
from checker.render.ranked import end_of, uri_of

from .bridge import SOURCES, bridge_report
from .builder import evidence, source
from .test_hostile import hostile_report
from .test_sarif import suppressing

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::[^\r\n]*")


def lines(of):
    return render(of, "github").decode().splitlines()


def properties(line):
    match = COMMAND.fullmatch(line)
    assert match, line
    return dict(part.split("=", 1) for part in match[2].split(","))


def test_an_annotation_a_row_and_a_document_unread():
    told = [properties(line) for line in lines(bridge_report())]
    assert len(told) == len(bridge_report().discrepancies) + len(bridge_report().unread)
    assert all(each["file"].startswith("stories/bridge/") for each in told)


def test_hostile_text_stays_within_its_command():
    for line in lines(hostile_report()):
        told = properties(line)
        assert set(told) <= {"title", "file", "line", "endLine", "col", "endColumn"}
    assert len(lines(hostile_report())) == 2


def test_what_has_a_meaning_in_a_command_is_escaped():
    assert command("error", {"file": "a:b,c%"}, "100 %\n::error::x") == (
        "::error file=a%3Ab%2Cc%25::100 %25 ::error::x"
    )


def test_columns_stand_on_one_line_only():
    text = source("a.txt", "one two\nthree four")
    assert end_of(evidence(text, "two")) == (1, 8)
    assert end_of(evidence(text, "two\nthree")) == (2, 6)
    from checker.render.github import _where

    assert "col" in _where(evidence(text, "two"))
    assert "col" not in _where(evidence(text, "two\nthree"))


def test_what_is_suppressed_is_no_annotation():
    assert len(lines(suppressing())) == len(lines(bridge_report())) - 2


def suites(of):
    return ElementTree.fromstring(render(of, "junit"))  # noqa: S314  (our own)


def test_a_suite_a_source_and_a_case_a_row():
    root = suites(bridge_report())
    names = [suite.get("name") for suite in root]
    assert names == [each.path for each in SOURCES] + [e.path for e in bridge_report().unread]
    failures = root.findall(".//failure")
    assert len(failures) == len(bridge_report().discrepancies)
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases) >= 1
        assert int(suite.get("failures")) == len(suite.findall(".//failure"))


def test_documents_of_one_file_have_suites_of_their_own():
    letter = SOURCES[0]
    told = [
        letter.model_copy(update={"id": f"letter-{n}", "member": f"letter {n}"}) for n in (1, 2)
    ]
    changed = {"sources": tuple(told), "discrepancies": (), "unread": ()}
    names = [suite.get("name") for suite in suites(bridge_report().model_copy(update=changed))]
    assert names == [f"{letter.path} › letter {n}" for n in (1, 2)]


def test_with_new_sources_only_these_have_a_suite():
    of = bridge_report().model_copy(update={"new_sources": ("courier",), "unread": ()})
    rows = [row for row in of.discrepancies if any("courier" in v.sources for v in row.versions)]
    (suite,) = suites(of.model_copy(update={"discrepancies": tuple(rows)}))
    assert suite.get("name") == "stories/bridge/courier.md"
    assert int(suite.get("failures")) == len(rows)


def test_what_is_suppressed_is_skipped():
    skipped = suites(suppressing()).findall(".//skipped")
    assert [each.get("message") for each in skipped] == [
        "wont-fix: old ](1) news, decided by desk, until 2024-05-01",
        "known: in the baseline",
    ]


def test_illegal_characters_are_replaced():
    written = render(hostile_report(), "junit").decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", written)
    assert suites(hostile_report()) is not None


def test_gitlab_has_unique_fingerprints_and_the_rule_in_words():
    twice = bridge_report()
    twice = twice.model_copy(update={"discrepancies": twice.discrepancies * 2})
    written = render(twice, "gitlab")
    assert not written.startswith(b"\xef\xbb\xbf")
    entries = json.loads(written)
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints) == 2 * len(bridge_report().discrepancies)
    for entry, row in zip(entries, twice.discrepancies, strict=True):
        assert entry["description"].startswith(f"{row.code} {row.rule}: ")
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1


def test_rdjson_counts_columns_in_bytes():
    of = bridge_report()
    for entry, row in zip(json.loads(render(of, "rdjson"))["diagnostics"], of.discrepancies,
                          strict=True):  # fmt: skip
        assert entry["code"]["value"] == row.code
        texts = {each.path: each.text.encode() for each in SOURCES}
        places = [entry["location"], *(each["location"] for each in entry["related_locations"])]
        quotes = {e.quote.encode() for version in row.versions for e in version.evidence}
        for place in places:
            line = texts[place["path"]].split(b"\n")[place["range"]["start"]["line"] - 1]
            span = slice(*(place["range"][end]["column"] - 1 for end in ("start", "end")))
            assert line[span] in quotes


@pytest.mark.parametrize(
    ("path", "uri"),
    [("./a b/c.md", "a%20b/c.md"), ("a\\b.md", "a/b.md"), ("ü:?#.md", "%C3%BC%3A%3F%23.md")],
)
def test_paths_become_uris(path, uri):
    assert uri_of(path) == uri
