"""One file → one source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from checker.ingest import markdown, plain_text
from checker.ingest.decode import decode, read_bytes
from checker.ingest.head import Head
from checker.ingest.lineage import find_credits
from checker.ingest.metadata import find_date, find_language, read_field, title_words
from checker.ingest.options import IngestOptions
from checker.ingest.regions import Layout, find_regions, lay_out
from checker.model.source import Published, Source

READERS: dict[str, Callable[[Path, str], Head]] = {
    ".md": markdown.read_head,
    ".markdown": markdown.read_head,
}


def read_document(path: Path, shown: str, source_id: str, options: IngestOptions) -> Source:
    """Read a document; `shown` is its path as reports give it.

    Raises InputError where it cannot be read.
    """
    text, encoding = decode(path, read_bytes(path, options.max_bytes))
    read_head = READERS.get(path.suffix.lower(), plain_text.read_head)
    head = read_head(path, text)
    layout = lay_out(text, head)
    dated = find_date(head, layout.datelines)
    return Source(
        id=source_id,
        path=shown,
        text=text,
        title=_title(head, layout),
        publisher=read_field(head, "publisher", "sitename", "outlet", "newspaper", "source"),
        url=read_field(head, "url", "link", "canonical", "canonicalurl"),
        language=find_language(head, text),
        encoding=encoding,
        published=dated.published(source_id) if dated else Published(),
        regions=find_regions(text, head, layout),
        credits=find_credits(source_id, text),
        origin=source_id,
        story=read_field(head, "story"),
    )


def _title(head: Head, layout: Layout) -> str:
    given = read_field(head, "title", "headline")
    if given or not layout.titles:
        return given
    return title_words(layout.lines[layout.titles[0]])
