"""Sources → parsed passages, in the order of the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checker.extract.coreference import Memory, find_referents
from checker.extract.mentions import find_mentions
from checker.extract.parse import read_parse
from checker.extract.passage import Passage, base_date, find_stretches
from checker.model.source import Source
from checker.values.scan import find_values

if TYPE_CHECKING:
    from spacy.language import Language

# Passages handed to the model at a time: enough to fill its matrices, little memory.
BATCH = 64


def read_passages(sources: Sequence[Source], parser: Language) -> Iterator[Passage]:
    """Parse the readable paragraphs of all sources and find their values and names."""
    stretches = (stretch for source in sources for stretch in find_stretches(source))
    pairs = ((stretch.plain, stretch) for stretch in stretches)
    memory, reading = Memory(), ""
    for doc, stretch in parser.pipe(pairs, as_tuples=True, batch_size=BATCH):
        parse = read_parse(doc)
        passage = Passage(stretch.source, stretch.start, parse, stretch.region)
        passage.readings = list(find_values(passage.text, base_date(stretch.source)))
        passage.mentions = list(find_mentions(parse))
        passage.index_mentions()
        if stretch.source.id != reading:
            memory, reading = Memory(), stretch.source.id
        passage.referents = dict(find_referents(parse, passage.mentions, memory))
        yield passage
