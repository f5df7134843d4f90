"""The same documents give the same report, byte for byte, in whatever order they come."""

from __future__ import annotations

from itertools import permutations

import pytest

import checker
from checker.render import render
from tests.stories.story import write_documents
from tests.stories.test_stories import STORIES

pytestmark = pytest.mark.model
FERRY = STORIES["ferry"]
ORDERS = list(permutations(sorted(FERRY.documents)))


def test_the_same_input_gives_the_same_bytes(tmp_path):
    write_documents(FERRY, tmp_path)
    first, second = (render(checker.check([tmp_path]), "json") for _ in range(2))
    assert first == second


@pytest.mark.parametrize("order", ORDERS[1:], ids="-".join)
def test_the_order_of_paths_does_not_matter(order, tmp_path):
    write_documents(FERRY, tmp_path)
    sorted_first, shuffled = (
        checker.check([tmp_path / name for name in names]) for names in (ORDERS[0], order)
    )
    assert shuffled.discrepancies == sorted_first.discrepancies
    assert shuffled.agreements == sorted_first.agreements
    assert shuffled.clusters == sorted_first.clusters


@pytest.mark.parametrize("order", ORDERS[1:], ids="-".join)
def test_the_names_of_files_do_not_matter(order, tmp_path):
    found = []
    for number, names in enumerate((ORDERS[0], order)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for place, name in enumerate(names):
            (folder / f"{place}.md").write_text(FERRY.documents[name].lstrip("\n"), "utf-8")
        found.append(told(checker.check([folder])))
    assert found[0] == found[1]
    assert found[0]


def told(report):
    """Rows as codes and the words of their sides, without files and order."""
    return {
        (row.code, frozenset(frozenset(e.quote for e in v.evidence) for v in row.versions))
        for row in report.discrepancies
    }
