"""The recipes of CONTRIBUTING.md work as they are written."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.corpora import ROOT
from checker.model.claim import Attribute, Claim, Question
from checker.model.cluster import ClaimCluster
from checker.model.source import Region, RegionKind, Source
from checker.model.span import Span
from checker.rules import PairRule, load_rules
from checker.values.scan import find_values

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """The code between the markers of this name."""
    match = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```\n<!-- /{name} -->", TEXT, re.DOTALL)
    assert match, f"no code is marked {name!r}"
    return match[1]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A third party's package with the documented rule, pattern and entry point."""
    package = tmp_path / "my_package"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "speeds.py").write_text(block("rule") + "\n\nRULES = (RULE,)\n", encoding="utf-8")
    (package / "gathering.py").write_text(block("pattern"), encoding="utf-8")
    entry = re.search(r'entry-points\."checker\.rules"\]\n([^#\n]*)', TEXT)
    assert entry
    metadata = tmp_path / "my_package-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: my-package\nVersion: 1.0\n", encoding="utf-8")
    points = "[checker.rules]\n" + entry[1].replace('"', "")
    (metadata / "entry_points.txt").write_text(points, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    load_rules.cache_clear()
    yield
    load_rules.cache_clear()
    for module in ("my_package", "my_package.speeds", "my_package.gathering"):
        monkeypatch.delitem(sys.modules, module, raising=False)


def claim(source: str, words: str) -> Claim:
    """A claim about the speed of one train, as extraction would make it."""
    reading = next(iter(find_values(words, None)))
    span = Span(source=source, start=0, end=len(words))
    return Claim(
        id=f"{source}:0",
        question=Question(attribute=Attribute.MEASURE, subject="train"),
        value=reading.value,
        span=span,
        words=words,
        sentence=span,
        found_by="figure",
    )


def the_rule() -> PairRule:
    rule = importlib.import_module("my_package.speeds").RULE
    assert isinstance(rule, PairRule)
    return rule


def rows() -> list[dict[str, str]]:
    return tomllib.loads(block("table"))["case"]


def test_the_table_has_three_rows_that_speak_and_three_that_are_silent() -> None:
    count = Counter(row["expect"] for row in rows())
    assert count["silent"] >= 3
    assert count.total() - count["silent"] >= 3


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
@pytest.mark.parametrize("sides", [("left", "right"), ("right", "left")])
def test_the_rule_keeps_its_table(row: dict[str, str], sides: tuple[str, str]) -> None:
    rule = the_rule()
    verdict = rule.judge(claim("a", row[sides[0]]), claim("b", row[sides[1]]), rule.options)
    assert (verdict.kind if verdict else "silent") == row["expect"]


@pytest.mark.usefixtures("installed")
def test_its_own_examples_hold() -> None:
    rule = the_rule()
    examples = re.findall(r"^(Conflict|Agreement):\n +(.*) \| (.*)$", rule.explanation, re.M)
    assert [name for name, _, _ in examples] == ["Conflict", "Agreement"]
    for name, left, right in examples:
        verdict = rule.judge(claim("a", left), claim("b", right), rule.options)
        assert (verdict is not None) == (name == "Conflict")


@pytest.mark.usefixtures("installed")
def test_the_entry_point_brings_the_rule_into_the_catalogue() -> None:
    rule = the_rule()
    assert rule in load_rules()
    assert rule.summary == "Sources give speeds for one thing that cannot both be true"


@pytest.mark.usefixtures("installed")
def test_the_rule_reports_one_row_with_its_versions() -> None:
    claims = (claim("a", "90 km/h"), claim("b", "140 km/h"), claim("c", "90 km/h"))
    cluster = ClaimCluster(key="k", attribute=Attribute.MEASURE, claims=claims, likeness=1.0)
    (finding,) = the_rule().check([cluster], [])
    assert (finding.code, finding.family) == ("Q90", "quantity")
    assert [{c.source for c in answer.claims} for answer in finding.answers] == [{"a", "c"}, {"b"}]


def test_the_example_takes_no_code_of_ours() -> None:
    (code,) = re.findall(r'code="(\w+)"', block("rule"))
    assert code not in {rule.code for rule in load_rules()}


@pytest.mark.model
@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A crowd of 300 filled the square.", ["300"]),
        ("A bill of 300 euros lay on the table.", []),
    ],
)
def test_the_pattern_finds_what_it_says(sentence: str, found: list[str]) -> None:
    from checker.extract.parser import load_parser
    from checker.extract.reader import read_passages

    body = Region(kind=RegionKind.BODY, start=0, end=len(sentence))
    source = Source(id="a", path="a.txt", text=sentence, regions=(body,))
    (passage,) = read_passages([source], load_parser("auto"))
    pattern = importlib.import_module("my_package.gathering").PATTERN
    assert [sentence[f.start : f.end] for f in pattern.find(passage)] == found


def test_the_places_it_names_exist() -> None:
    places = set(re.findall(r"`((?:checker|tests|seeds)/[\w/.]*)`", TEXT))
    assert len(places) >= 4
    assert not {place for place in places if not (ROOT / place).exists()}
