"""`--output html:…` for several stories writes an index and a page a story."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("seeds")


@pytest.fixture
def stories(tmp_path):
    for story, boats in (("storm", 7), ("fair", 3)):
        folder = tmp_path / "all" / story
        folder.mkdir(parents=True)
        for name, number in (("one", 3), ("two", boats)):
            (folder / f"{name}.txt").write_text(f"The harbour lost {number} boats, {name} says.\n")
    return tmp_path / "all"


def test_an_index_and_a_page_each(run, stories, tmp_path):
    done = run("check", str(stories), "--output", f"html:{tmp_path}/out/index.html")
    assert done.code == 1
    written = {p.relative_to(tmp_path / "out").as_posix() for p in tmp_path.glob("out/**/*.html")}
    assert written == {"index.html", "index-stories/storm.html", "index-stories/fair.html"}
    assert 'href="index-stories/storm.html"' in (tmp_path / "out/index.html").read_text("utf-8")


def test_one_story_is_one_page(run, tmp_path):
    run("check", "seeds", "--output", f"html:{tmp_path}/out/index.html")
    assert [p.name for p in tmp_path.glob("out/**/*")] == ["index.html"]
