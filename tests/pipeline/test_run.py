"""A run in several processes, one that is interrupted, and one in which little is new."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from checker import pipeline
from checker.pipeline import run, work
from checker.settings import Settings
from checker.store import cache

pytestmark = pytest.mark.model

FIRE = {
    "harbour/dawn.txt": "Fire at the depot\n\nRIGA, March 4 - A fire at the depot killed 12 people "
    "on Monday, police said. Some 40 firefighters came.\n",
    "harbour/echo.txt": "Blaze at depot\n\nRIGA, March 4 - A fire at the depot killed 15 people on "
    "Monday, the mayor said. About 40 firefighters were sent.\n",
    "harbour/wire.txt": "Depot fire\n\nThe fire at the depot killed 12 people, police said.\n",
    "vote/post.txt": "Strike ends\n\nDrivers voted to end a 14-day strike on Friday. The union "
    "said 2,300 drivers had taken part in the strike.\n",
    "vote/star.txt": "Drivers back\n\nDrivers voted to end a 12-day strike on Friday. The union "
    "said 2,300 drivers had taken part in the strike.\n",
}


@pytest.fixture
def documents(tmp_path):
    folder = tmp_path / "documents"
    for name, text in FIRE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def calls(monkeypatch):
    """The stories that were compared, and the sources that were read for their claims."""
    compared, read = [], []
    compare, extract = work.compare_story, work.extract_batch

    def counted(sources, found, plan):
        compared.append(sources[0].story)
        return compare(sources, found, plan)

    def noted(sources, settings):
        read.extend(source.id for source in sources)
        return extract(sources, settings)

    monkeypatch.setattr(work, "compare_story", counted)
    monkeypatch.setattr(work, "extract_batch", noted)
    return compared, read


def test_several_processes_make_the_same_report(documents, tmp_path, monkeypatch):
    alone = pipeline.check([documents])
    assert alone.discrepancies
    monkeypatch.setattr(work, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(work, "BATCH_CHARACTERS", 200)
    assert pipeline.check([documents], jobs=2) == alone
    stored = tmp_path / "claims"
    assert pipeline.check([documents], store=stored, jobs=2) == alone
    assert pipeline.check([documents], store=stored) == alone
    assert len(list(stored.glob("*.jsonl"))) == len(FIRE)


def test_small_runs_stay_in_one_process():
    assert work.jobs_for(()) == work.jobs_for_stories(()) == 1


def test_a_run_that_is_interrupted_goes_on_where_it_stopped(
    documents, tmp_path, monkeypatch, calls
):
    monkeypatch.setattr(work, "BATCH_CHARACTERS", 1)
    check_stories, done = run.check_stories, []

    def stopped(*task):
        if len(done) == 3:
            raise KeyboardInterrupt
        done.append(task)
        return check_stories(*task)

    monkeypatch.setattr(run, "check_stories", stopped)
    with pytest.raises(KeyboardInterrupt):
        pipeline.check([documents], store=tmp_path / "claims")
    monkeypatch.setattr(run, "check_stories", check_stories)
    _, read = calls
    first = list(read)
    read.clear()
    assert pipeline.check([documents], store=tmp_path / "claims") == pipeline.check([documents])
    assert len(first) == 3
    assert not set(first) & set(read[:2])
    assert read[:2] == sorted(set(read) - set(first))


def test_what_has_not_changed_is_not_compared_again(documents, tmp_path, calls):
    compared, read = calls
    stored, settings = tmp_path / "claims", Settings()
    first = pipeline.check([documents], settings, stored)
    assert compared == ["harbour", "vote"]
    compared.clear()
    read.clear()
    assert pipeline.check([documents], settings, stored) == first
    assert (compared, read) == ([], [])
    changed = documents / "vote/star.txt"
    changed.write_text(changed.read_text().replace("12-day", "11-day"))
    second = pipeline.check([documents], settings, stored)
    assert (compared, read) == (["vote"], ["star"])
    compared.clear()
    assert second == pipeline.check([documents], settings)
    compared.clear()
    pipeline.check([documents], Settings(ignore=("Q",)), stored)
    assert compared == ["harbour", "vote"]


def test_a_document_that_goes_is_gone_from_the_result(documents, tmp_path):
    pipeline.check([documents], store=tmp_path)
    (documents / "harbour/echo.txt").unlink()
    assert pipeline.check([documents], store=tmp_path) == pipeline.check([documents])


@pytest.mark.parametrize("kind", ["read", "stories"])
@pytest.mark.parametrize("damage", [b"", b"{}\n", b"\xff\x00", None])
def test_a_damaged_cache_is_as_good_as_none(documents, tmp_path, kind, damage):
    first = pipeline.check([documents], store=tmp_path)
    entries = list((tmp_path / cache.FOLDER / kind).rglob("*.json"))
    assert entries
    for entry in entries:
        entry.write_bytes(entry.read_bytes()[:-9] if damage is None else damage)
    assert pipeline.check([documents], store=tmp_path) == first


def test_an_entry_of_another_program_is_as_good_as_none(documents, tmp_path):
    """Fields that this one does not know, under a digest that fits."""
    first = pipeline.check([documents], store=tmp_path)
    for kind in ("read", "stories"):
        for path in (tmp_path / cache.FOLDER / kind).rglob("*.json"):
            head, _, content = path.read_bytes().partition(b"\n")
            strange = json.dumps({**json.loads(content), "mood": "fine"}).encode()
            key = head.split()[0].decode()
            name = path.relative_to(tmp_path / cache.FOLDER / kind).with_suffix("").as_posix()
            cache.Cache(tmp_path, kind).put(name, key, strange)
    assert pipeline.check([documents], store=tmp_path) == first


def test_caches_ask_to_be_left_alone(documents, tmp_path):
    pipeline.check([documents], store=tmp_path)
    assert (tmp_path / cache.FOLDER / ".gitignore").read_text() == "*\n"
    assert (tmp_path / cache.FOLDER / "CACHEDIR.TAG").exists()


def test_without_claims_the_rows_are_the_same(documents, tmp_path):
    whole = pipeline.check([documents])
    for _ in range(2):
        bare = pipeline.check([documents], store=tmp_path, whole=False)
        assert (bare.claims, bare.clusters) == ((), ())
        assert bare.model_copy(update={"claims": whole.claims, "clusters": whole.clusters}) == whole


def test_how_far_a_run_is_told(documents, monkeypatch):
    told = []
    pipeline.check([documents], tell=lambda *words: told.append(words))
    assert told == [("Checking documents", 5, 5)]
    told.clear()
    monkeypatch.setattr(work, "BATCH_CHARACTERS", 200)
    pipeline.check([documents], tell=lambda *words: told.append(words))
    # Two documents of the first story at a time, and the other whole.
    assert ("Checking documents", 5, 5) in told
    assert told[-1] == ("Comparing long stories", 5, 5)


def test_what_an_interrupted_run_has_compared_is_kept(documents, tmp_path, calls, monkeypatch):
    monkeypatch.setattr(work, "BATCH_CHARACTERS", 400)
    compared, _ = calls
    compare = work.compare_story

    def stopped(sources, found, plan):
        if compared:
            raise KeyboardInterrupt
        return compare(sources, found, plan)

    monkeypatch.setattr(work, "compare_story", stopped)
    with pytest.raises(KeyboardInterrupt):
        pipeline.check([documents], store=tmp_path / "claims")
    first = list(compared)
    monkeypatch.setattr(work, "compare_story", compare)
    assert pipeline.check([documents], store=tmp_path / "claims").discrepancies
    assert len(first) == 1
    assert sorted(compared) == ["harbour", "vote"]


PROBE = """
import sys
from pathlib import Path
from checker import pipeline
report = pipeline.check([sys.argv[1]], store=Path(sys.argv[2]))
print(len(report.discrepancies), "spacy" in sys.modules)
"""


def test_where_nothing_has_changed_the_parser_is_not_even_imported(documents, tmp_path):
    report = pipeline.check([documents], store=tmp_path)
    command = [sys.executable, "-c", PROBE, documents, tmp_path]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    assert done.stdout.split() == [str(len(report.discrepancies)), "False"]
