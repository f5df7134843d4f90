"""Copies of one text share an origin; stories that quote each other do not."""

from __future__ import annotations

from checker.ingest import IngestOptions, read_all

PARTS = [
    "The harbour bridge in Riverton will reopen after a nine-year closure, the mayor said.",
    "The council closed it in 2010 when inspectors found cracks in two of its four pylons.",
    "Repairs began six years later and cost the town nearly twice as much as was planned.",
    "Lorries will have to use the ferry until the new ramp on the northern bank is ready.",
    "Shopkeepers near the market hope that customers from across the river will come back.",
    "A brass band and the children of three schools will be the first to walk over it.",
]
OTHER = [
    "Engineers from the state office looked at each of the bolts before they gave their word.",
    "The old ferry, built in a yard that no longer exists, is to become a floating museum.",
    "Opponents of the project say that the money would have paid for a tunnel under the river.",
    "Two members of the council voted against the plan and want the auditors to look at it.",
    "The town's own newspaper had called the closure a disgrace in a famous leading article.",
    "Swimmers may not pass under the arches, and boats have to keep to the middle channel.",
]


def _read(folder, documents):
    for name, text in documents.items():
        (folder / f"{name}.md").write_text(text)
    sources, unread = read_all([folder], IngestOptions())
    assert not unread
    return {source.id: source for source in sources}


def _story(day, *parts):
    return f"---\npublished: 2019-03-{day:02d}\n---\n" + "\n".join(parts) + "\n"


def test_the_earlier_is_the_original(tmp_path):
    sources = _read(tmp_path, {"a": _story(5, *PARTS), "b": _story(4, *PARTS)})
    assert (sources["a"].copy_of, sources["a"].origin) == ("b", "b")
    assert (sources["b"].copy_of, sources["b"].origin) == (None, "b")


def test_a_dump_is_never_the_original(tmp_path):
    dump = "date 2019-03-01 " + "\n".join(PARTS)
    sources = _read(tmp_path, {"a": dump, "b": _story(4, *PARTS)})
    assert sources["a"].copy_of == "b"


def test_a_cut_version_is_a_copy(tmp_path):
    sources = _read(tmp_path, {"a": _story(4, *PARTS), "b": _story(5, *PARTS[:3])})
    assert sources["b"].origin == "a"


def test_the_same_text_many_times_and_a_cut_of_it(tmp_path):
    same = {f"s{day}": _story(day, *PARTS) for day in range(4, 9)}
    sources = _read(tmp_path, {**same, "cut": _story(9, *PARTS[:3]), "other": _story(9, *OTHER)})
    assert {source.origin for source in sources.values()} == {"s4", "other"}
    assert [key for key, source in sources.items() if source.copy_of is None] == ["other", "s4"]


def test_versions_that_share_most_sentences_are_one_origin(tmp_path):
    versions = {"a": _story(4, *PARTS), "b": _story(5, *PARTS[:5], OTHER[0])}
    assert _read(tmp_path, versions)["b"].copy_of == "a"


def test_partial_reuse_is_no_copy(tmp_path):
    versions = {"a": _story(4, *PARTS[:3], *OTHER[:3]), "b": _story(5, *PARTS)}
    sources = _read(tmp_path, versions)
    assert [source.copy_of for source in sources.values()] == [None, None]


def test_one_shared_sentence_is_no_copy(tmp_path):
    sources = _read(tmp_path, {"a": PARTS[0], "b": PARTS[0] + " " + OTHER[0]})
    assert sources["b"].copy_of is None


def test_shared_furniture_is_no_copy(tmp_path):
    notice = "Copyright 2019 The Example Press. " + "All rights reserved in this town. " * 9
    versions = {"a": _story(4, *PARTS, notice), "b": _story(5, *OTHER, notice)}
    assert _read(tmp_path, versions)["b"].copy_of is None


def test_a_page_that_quotes_two_stories_whole_does_not_make_them_one(tmp_path):
    longer = [*OTHER, *OTHER[::-1]]
    versions = {
        "a": _story(4, *PARTS),
        "b": _story(5, *PARTS, *longer),
        "c": _story(6, *longer),
    }
    sources = _read(tmp_path, versions)
    assert sources["b"].origin == "a"
    assert sources["c"].origin == "c"


def test_a_revised_copy_of_a_copy_shares_the_first_origin(tmp_path):
    versions = {
        "a": _story(4, *PARTS[:4]),
        "b": _story(5, *PARTS, *OTHER[:1]),
        "c": _story(6, *PARTS[2:], *OTHER[:1]),
    }
    assert {source.origin for source in _read(tmp_path, versions).values()} == {"a"}


def test_many_copies_have_one_origin(tmp_path):
    sources = _read(tmp_path, {f"s{i:02d}": _story(4, *PARTS) for i in range(60)})
    assert {source.origin for source in sources.values()} == {"s00"}
