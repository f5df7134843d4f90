"""Names: every proper name as the source spells it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.frame import Found, frame_of
from checker.extract.passage import Passage
from checker.extract.patterns.pattern import Pattern
from checker.model.claim import Attribute
from checker.model.value import Name


def find(passage: Passage) -> Iterator[Found]:
    """Yield each name once a passage, with the clause that it stands in."""
    seen = set()
    for mention in passage.mentions:
        if mention.text in seen:
            continue
        seen.add(mention.text)
        tokens = passage.doc[mention.first : mention.last]
        yield Found(
            Attribute.NAME,
            Name(text=mention.text, key=mention.key, what=mention.what),
            tokens.start_char,
            tokens.end_char,
            frame_of(tokens.root, tokens.root, passage),
            PATTERN.name,
            tokens.root,
        )


PATTERN = Pattern("name", find)
