"""Documents into an archive, with stories told by what they say."""

from __future__ import annotations

import pytest

from checker import extract, ingest
from checker.extract.extraction import Extraction
from checker.ingest.options import IngestOptions, StoriesBy
from checker.pipeline.archive import add_documents
from checker.settings import Settings
from checker.store import Lookups, open_archive

pytest.importorskip("duckdb", reason="the extra scale is not installed")
SETTINGS = Settings(ingest=IngestOptions(stories=StoriesBy.CONTENT), jobs=1)
TOLD = (
    "Harbourmaster Petrescu and Stormwarden Alvaro saw {} boats of Quayside and Lanternport.\n",
    "Beekeeper Honoria sold {} jars at Cloverfield Market beside Hiveham and Meadowick.\n",
    "Goalkeeper Tormund saved {} shots as Northbridge Rovers beat Eastwick and Millbrook.\n",
)


@pytest.fixture(autouse=True)
def two_at_a_time(monkeypatch):
    """No language model, and parts of two documents."""
    read = ingest.read_in_batches
    monkeypatch.setattr(ingest, "read_in_batches", lambda paths, options: read(paths, options, 2))
    monkeypatch.setattr(extract, "find_claims", lambda *_: Extraction((), (), "stand-in"))


@pytest.fixture
def documents(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    for number in range(9):
        (folder / f"d{number}.txt").write_text(TOLD[number % 3].format(number + 2))
    return folder


def stories(folder):
    with Lookups(open_archive(folder)) as lookups:
        return dict(lookups.ask("SELECT source, story FROM sources ORDER BY source"))


def stop(*_):
    raise KeyboardInterrupt


def test_a_run_that_is_stopped_goes_on_with_the_same_stories(tmp_path, documents):
    add_documents(tmp_path / "whole", [documents], SETTINGS)
    assert stories(tmp_path / "whole") == {f"d{n}": f"d{n % 3}" for n in range(9)}
    for number in range(5):
        with pytest.raises(KeyboardInterrupt):
            add_documents(tmp_path / "a", [documents], SETTINGS, stop)
        assert len(stories(tmp_path / "a")) == 2 * number + 2 - (number == 4)
        if number == 4:
            break
        # Each time it stops at the first part, which after the first run is there already.
        for path in sorted(documents.iterdir())[:2]:
            path.unlink()
    assert stories(tmp_path / "a") == stories(tmp_path / "whole")


def test_a_new_document_joins_its_story(tmp_path, documents):
    add_documents(tmp_path / "a", [documents], SETTINGS)
    late = tmp_path / "late"
    late.mkdir()
    (late / "e1.txt").write_text(TOLD[1].format(70))
    (late / "e2.txt").write_text("Volcano Mount Krastor buried Ashgrove and Cinderton, 4 said.\n")
    (late / "e3.txt").write_text("Mount Krastor, the volcano over Ashgrove and Cinderton, slept.\n")
    added = add_documents(tmp_path / "a", [late], SETTINGS)
    assert added.new == 3
    found = stories(tmp_path / "a")
    assert (found["e1"], found["e2"], found["e3"]) == ("d1", "e2", "e2")
    assert not list((tmp_path / "a").glob(".stories*"))
    # One that has changed stays where it is.
    (late / "e3.txt").write_text("Nothing of it is left but 3 words.\n")
    assert add_documents(tmp_path / "a", [late], SETTINGS).changed == 1
    assert stories(tmp_path / "a")["e3"] == "e2"


def test_a_file_name_that_is_no_text_is_spelt_out(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    try:
        (tmp_path / "docs" / "stra\udcdfe.txt").write_text(TOLD[0].format(3))
    except (OSError, UnicodeError):
        pytest.skip("this file system has no such names")
    for wanted in (1, 0):
        assert add_documents(tmp_path / "a", [folder], SETTINGS).new == wanted
    with Lookups(open_archive(tmp_path / "a")) as lookups:
        ((path,),) = lookups.ask("SELECT path FROM sources")
    assert path.endswith("stra\\udcdfe.txt")


def test_documents_of_one_file_are_each_their_own(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    lines = [f'{{"title": "t", "text": "{TOLD[n].format(n).strip()}"}}' for n in range(3)]
    (docs / "many.jsonl").write_text("\n".join(lines))
    assert add_documents(tmp_path / "a", [docs], SETTINGS).new == 3
    # One more before the others: what is known by its place is kept, and no id is given twice.
    (docs / "many.jsonl").write_text("\n".join([*lines, lines[0]]))
    assert add_documents(tmp_path / "a", [docs], SETTINGS).new == 1
    assert len(stories(tmp_path / "a")) == 4
