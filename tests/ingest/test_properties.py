"""What holds of every input."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.ingest import IngestOptions, read_all
from checker.ingest.options import StoriesBy

LINES = st.sampled_from(
    [
        "---",
        'title: "Bridge"',
        "published: 2019-03-04",
        "March 4, 2019",
        "Bridge reopens in Riverton",
        "RIVERTON, March 4 (AP) — The bridge reopened on Monday.",
        "The bridge in Riverton reopened on Monday after nine years, the mayor told Reuters.",
        "Image: example",
        "Related stories",
        "ab/cd (AFP, AP)",
        "Copyright 2019 The Associated Press. All rights reserved.",
        "Subscribe to our newsletter",
        "Jo Roe is a reporter at The Example.",
        "A ferry has made its last journey. (10.07.2018)",
        "-",
        "",
        " \u00a0",
        "\ufeff",
    ]
)
PAGES = st.lists(LINES, max_size=12).map("\n".join)
TEXTS = st.one_of(PAGES, PAGES.map(lambda page: page.replace("\n", "\r\n")), st.text(max_size=300))
FILES = st.dictionaries(
    st.sampled_from(["a.md", "b.txt", "c/a.md", "c/b.txt", "d/a.text"]),
    st.one_of(TEXTS.map(str.encode), st.binary(max_size=300)),
    min_size=1,
)


def _write(root: Path, files: dict[str, bytes]) -> list[Path]:
    for name, data in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)
    return [root / name for name in files]


@settings(max_examples=150, deadline=None)
@given(FILES)
def test_every_file_is_a_source_or_told_of_and_every_span_holds(files):
    with tempfile.TemporaryDirectory() as folder:
        paths = _write(Path(folder), files)
        sources, unread = read_all(paths, IngestOptions(), Path(folder))
    assert sorted(files) == sorted([*(s.path for s in sources), *(u.path for u in unread)])
    for source in sources:
        assert source.text == files[source.path].decode(source.encoding)
        edges = [0, *(region.end for region in source.regions)]
        assert edges[:-1] == [region.start for region in source.regions]
        assert edges[-1] == len(source.text)
        assert all(region.start < region.end for region in source.regions)
        for credit in source.credits:
            assert source.quote(credit.span).strip()
        if source.published.moment is not None:
            assert (
                source.quote(source.published.span).strip() == source.published.moment.text.strip()
            )


@settings(max_examples=40, deadline=None)
@given(FILES, st.randoms())
def test_the_order_of_paths_does_not_matter(files, random):
    with tempfile.TemporaryDirectory() as folder:
        paths = _write(Path(folder), files)
        options = IngestOptions(stories=StoriesBy.ONE)
        first = read_all(paths, options, Path(folder))
        random.shuffle(paths)
        assert read_all(paths, options, Path(folder)) == first
        sources, unread = read_all([Path(folder)], options, Path(folder))
        assert sources == first[0]
        # A file that is named must have an article; one that lies in a folder need not.
        named = [each.model_copy(update={"fatal": False}) for each in first[1]]
        assert [each.model_copy(update={"fatal": False}) for each in unread] == named
