"""What SQL finds, and the catalogue of an archive, is what is found in memory."""

from __future__ import annotations

import random
from contextlib import closing

import pytest

from checker.ingest.story_candidates import KnownInMemory, candidate_pairs, candidates_of
from checker.ingest.story_groups import nearest
from checker.ingest.telling import Telling, holders_of
from checker.pipeline.cluster_pairs import PAIRS
from checker.pipeline.placing import nearest_story
from checker.store import Catalogue, Entry, add_part, writing
from checker.store.archive import Made
from checker.store.duck import column_of, connect

pytest.importorskip("duckdb", reason="the extra scale is not installed")
DOCUMENTS = 220
MADE = Made(language_model="model 1", options="{}", code="abc")


def tellings_of(seed: int) -> list[Telling]:
    """Documents of some stories: names of their own, words of all, days, and reprints."""
    draw = random.Random(seed)
    common = [f"common{n}" for n in range(40)]
    tellings = []
    for number in range(DOCUMENTS):
        story = number % 12
        names = [f"name{story}x{n}" for n in range(30)]
        words = draw.sample(common, 25) + draw.sample(names, draw.choice((0, 1, 3, 12)))
        if number % 5 == 0:
            words = [*common]  # nothing that few hold
        day = None if number % 7 == 0 else 733_000 + 9 * story + draw.randrange(40)
        counts = {word: draw.randrange(1, 5) for word in words}
        tellings.append(Telling(f"d{number:03}", counts, day))
    return tellings


def _story(telling: Telling) -> str:
    return f"s{int(telling.id[1:]) % 12}"


def _entry(told: Telling) -> Entry:
    return Entry(told.id, _story(told), told.id, "", told.day, "", "", None, (), told.words)


@pytest.fixture(scope="module", params=[1, 2])
def filled(request, tmp_path_factory):
    tellings = tellings_of(request.param)
    entries = [_entry(each) for each in tellings]
    with writing(tmp_path_factory.mktemp("archive") / "a", "content") as empty:
        archive = empty
        # The last are there twice: what was replaced must not count.
        for some in (entries[:100], entries[100:], entries[50:120]):
            archive = add_part(archive, some, MADE)
    with Catalogue(archive) as catalogue:
        yield tellings, catalogue


@pytest.mark.parametrize("seed", [1, 2])
def test_pairs_are_those_of_memory(seed):
    tellings = tellings_of(seed)
    words = [(each.id, word, each.day) for each in tellings for word in each.words]
    pairs = candidate_pairs(tellings)
    assert len(pairs) > DOCUMENTS
    columns = zip(*words, strict=True)
    table = {n: column_of(c) for n, c in zip(("source", "word", "day"), columns, strict=True)}
    with closing(connect()) as connection:
        connection.register("given", table)
        connection.execute(
            "CREATE VIEW words AS SELECT source, word, CAST(day AS INTEGER) AS day FROM given"
        )
        found = connection.execute(PAIRS).fetchall()
    assert found == [(tellings[left].id, tellings[right].id) for left, right in pairs]


@pytest.mark.parametrize("number", range(0, DOCUMENTS, 17))
def test_the_nearest_story_is_that_of_memory(filled, number):
    tellings, catalogue = filled
    own = tellings[number]
    known = [each for each in tellings if each.id != own.id]
    story = {each.id: _story(each) for each in known}
    by_id = {each.id: each for each in known}
    near = candidates_of(own, KnownInMemory(known))
    candidates = [(by_id[document], story[document]) for document in near]
    sizes = {name: list(story.values()).count(name) for name in story.values()}
    holders = holders_of([*known, own])
    wanted = nearest(own, candidates, sizes, holders, len(tellings))
    assert nearest_story(own, catalogue) == ("" if wanted == own.id else wanted)
