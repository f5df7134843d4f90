"""One draft → one source."""

from __future__ import annotations

from checker.ingest.draft import Draft
from checker.ingest.language import find_language
from checker.ingest.lineage import find_credits
from checker.ingest.metadata import find_date, read_field, title_words
from checker.ingest.regions import Layout, find_regions, lay_out
from checker.model.source import Published, Source


def make_source(draft: Draft, shown: str, source_id: str) -> Source:
    """The document of a draft; `shown` is its path as reports give it."""
    text, head = draft.text, draft.head
    layout = lay_out(text, head, draft.given)
    dated = find_date(head, layout.datelines)
    return Source(
        id=source_id,
        path=shown,
        member=draft.member,
        format=draft.format,
        text=text,
        places=draft.places,
        title=_title(draft, layout),
        publisher=read_field(head, "publisher", "sitename", "outlet", "newspaper", "source"),
        url=read_field(head, "url", "link", "canonical", "canonicalurl"),
        language=find_language(head, text),
        encoding=draft.encoding,
        published=dated.published(source_id) if dated else Published(),
        regions=find_regions(text, head, layout),
        credits=find_credits(source_id, text),
        origin=source_id,
        story=read_field(head, "story"),
    )


def _title(draft: Draft, layout: Layout) -> str:
    given = read_field(draft.head, "title", "headline")
    if given or not layout.titles:
        return given
    return title_words(layout.lines[layout.titles[0]])
