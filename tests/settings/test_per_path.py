"""Settings for documents at some paths."""

from __future__ import annotations

import pytest

from checker.errors import SettingsError
from checker.model.report import RuleInfo
from checker.settings import FailOn, PathSettings, fail_on_of, load_settings, without_dropped
from checker.settings.per_path import _pattern
from tests.render.builder import discrepancy, evidence, report, source, version

RULE = RuleInfo(code="N01", name="spellings-differ", family="name", summary="", explanation="")
TEXT = "Anna or Hanna"


def row(*sides: tuple[str, ...], confidence: float = 0.9):
    """A row with a version a side, each with the paths that give it."""
    versions = [
        version(str(number), *(
            evidence(source("x.md", TEXT), "Anna").model_copy(update={"path": path})
            for path in paths
        ))
        for number, paths in enumerate(sides)
    ]  # fmt: skip
    return discrepancy(1, RULE, "?", "!", *versions, confidence=confidence)


BLOGS = PathSettings(paths=("blogs/**",), ignore=("n",))


@pytest.mark.parametrize(
    ("sides", "meant"),
    [
        ([("blogs/a.md",), ("wire/b.md",)], True),
        ([("blogs/a.md", "wire/c.md"), ("wire/b.md",)], False),
        ([("blogs/a.md",), ("wire/b.md",), ("wire/c.md",)], False),
        ([("blogs/a.md",), ("blogs/x/b.md",)], True),
        ([("wire/a.md",), ("wire/b.md",)], False),
    ],
)
def test_they_mean_what_would_not_be_there_without_these_documents(sides, meant):
    assert BLOGS.mean(row(*sides)) is meant
    left = without_dropped(report([], [row(*sides)]), [BLOGS]).discrepancies
    assert (not left) is meant


def test_confidence_and_failing_for_some_documents():
    sides = [("blogs/a.md",), ("wire/b.md",)]
    sure = PathSettings(paths=("blogs/**",), min_confidence=0.8)
    assert not without_dropped(report([], [row(*sides, confidence=0.7)]), [sure]).discrepancies
    assert without_dropped(report([], [row(*sides, confidence=0.8)]), [sure]).discrepancies
    lax = PathSettings(paths=("blogs/**",), fail_on=FailOn.NEVER)
    strict = PathSettings(paths=("blogs/a.md",), fail_on=FailOn.NOTE)
    assert fail_on_of(row(*sides), [lax], FailOn.ERROR) is FailOn.NEVER
    assert fail_on_of(row(*sides), [lax, strict], FailOn.ERROR) is FailOn.NOTE
    assert fail_on_of(row(("x.md",), ("y.md",)), [lax], FailOn.ERROR) is FailOn.ERROR


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("blogs/**", "blogs/a/b.md", True),
        ("blogs/", "blogs/a/b.md", True),
        ("blogs/*", "blogs/a/b.md", False),
        ("**/drafts/*.md", "x/drafts/a.md", True),
        ("**/drafts/*.md", "drafts/a.md", True),
        ("*.txt", "deep/down/a.txt", True),
        ("a?.md", "ab.md", True),
        ("a.md", "xa.md", False),
        ("a(b.md", "a(b.md", True),
        ("./blogs/*", "blogs/a.md", True),
    ],
)
def test_patterns_of_paths(glob, path, fits):
    assert bool(_pattern(glob).fullmatch(path)) is fits


def test_they_are_read_from_the_file_and_mistakes_are_named(tmp_path):
    file = tmp_path / "checker.toml"
    file.write_text('[[per-path]]\npaths = ["blogs/**"]\nmin-confidence = 0.8\nfail-on = "note"\n')
    (entry,) = load_settings(file).settings.per_path
    assert (entry.min_confidence, entry.fail_on) == (0.8, FailOn.NOTE)
    file.write_text('[[per-path]]\npaths = ["blogs/**"]\nmin-confidense = 0.8\n')
    with pytest.raises(SettingsError, match=r'did you mean "per-path.min-confidence"'):
        load_settings(file)
    file.write_text("[[per-path]]\npaths = []\n")
    with pytest.raises(SettingsError, match="per-path"):
        load_settings(file)
