"""All patterns over all passages: the claims of each source, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.extract.coverage import measure_coverage
from checker.extract.extraction import Extraction
from checker.extract.frame import make_claim
from checker.extract.matrices import on_one_core
from checker.extract.memory import seldom_collected
from checker.extract.options import ExtractOptions
from checker.extract.parser import describe, load_parser
from checker.extract.passage import Passage
from checker.extract.patterns import PATTERNS
from checker.extract.published import published_claim
from checker.extract.reader import read_passages
from checker.model.claim import Claim
from checker.model.report import Coverage
from checker.model.source import Source


def find_claims(sources: Sequence[Source], options: ExtractOptions) -> Extraction:
    """Read every source with the language model and collect its claims.

    Raises ModelError where the language model is not installed.
    """
    parser = load_parser(options.language_model)
    claims: list[Claim] = []
    coverage: list[Coverage] = []
    by_id = {source.id: source for source in sources}
    with on_one_core(), seldom_collected():
        for source_id, group in groupby(read_passages(sources, parser), lambda p: p.source.id):
            passages = list(group)
            source = by_id[source_id]
            found = sorted(_claims_of(source, passages), key=_order)
            claims.extend(found)
            coverage.append(measure_coverage(source, passages, found))
    return Extraction(tuple(claims), tuple(coverage), describe(parser))


def _claims_of(source: Source, passages: Sequence[Passage]) -> Iterator[Claim]:
    dated = published_claim(source)
    if dated is not None:
        yield dated
    for passage in passages:
        for pattern in PATTERNS:
            for found in pattern.find(passage):
                yield make_claim(found, passage)


def _order(claim: Claim) -> tuple[int, int, str, str]:
    return claim.span.start, claim.span.end, claim.question.attribute, claim.words
