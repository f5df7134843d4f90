"""The draft: what stands behind its sentences, and that it backs nobody itself."""

from __future__ import annotations

import pytest

from checker.model.claim import Attribute, Modality
from checker.model.draft import Footing
from checker.model.source import RegionKind
from checker.review.assemble import discrepancy
from checker.review.draft import draft_of
from checker.review.versions import independent_origins

from .made_by_hand import answer_of, claim_of, cluster_of, finding_of, source_of

DRAFT = source_of("They saw 3 boats.", "draft").model_copy(update={"is_draft": True})
LEFT = source_of("There were 3 boats.", "left")
RIGHT = source_of("There were 7 boats.", "right")
COPY = source_of("There were 3 boats.", "copy", origin="left")


def drafted(*others, sources=(), rows=(), **fields):
    """The only sentence of the draft, in a cluster with the claims of others."""
    own = claim_of(DRAFT, "3 boats", **fields)
    clusters = [cluster_of(own, *others)]
    found = draft_of((DRAFT, *sources), [own], clusters, rows)
    return found.sentences[0] if found and found.sentences else None


def test_no_draft_no_report_of_it():
    assert draft_of((LEFT, RIGHT), [claim_of(LEFT, "3 boats")], [], []) is None


def test_backed_by_independent_sources():
    others = (claim_of(LEFT, "3 boats"), claim_of(COPY, "3 boats"))
    sentence = drafted(*others, sources=(LEFT, COPY))
    assert (sentence.footing, sentence.independent) == (Footing.BACKED, 1)
    assert [e.source for e in sentence.claims[0].backing] == ["left", "copy"]


@pytest.mark.parametrize(
    "other",
    [
        {"negated": True},
        {"modality": Modality.DENIED},
        {"number": 7},
    ],
    ids=str,
)
def test_other_answers_back_nothing(other):
    sentence = drafted(claim_of(LEFT, "3 boats", **other), sources=(LEFT,))
    assert (sentence.footing, sentence.independent) == (Footing.UNSOURCED, 0)


def test_a_plan_backs_what_is_told_as_ahead():
    other = claim_of(LEFT, "3 boats", modality=Modality.PLANNED)
    assert drafted(other, sources=(LEFT,), modality=Modality.FUTURE).footing is Footing.BACKED


def test_its_own_copy_backs_nothing():
    echo = source_of("They saw 3 boats.", "echo", origin="draft")
    assert drafted(claim_of(echo, "3 boats"), sources=(echo,)).footing is Footing.UNSOURCED


def test_contradicted_by_the_other_version():
    own, left = claim_of(DRAFT, "3 boats"), claim_of(LEFT, "3 boats")
    right = claim_of(RIGHT, "7 boats", number=7)
    sources = {s.id: s for s in (DRAFT, LEFT, RIGHT)}
    row = discrepancy(finding_of(answer_of(own, left), answer_of(right)), "rule", sources)
    sentence = drafted(left, right, sources=(LEFT, RIGHT), rows=(row,))
    (claim,) = sentence.claims
    assert sentence.footing is Footing.CONTRADICTED
    assert [e.quote for e in claim.against] == ["7 boats"]
    assert claim.fingerprints == (row.fingerprint,)
    assert claim.independent == 1
    assert [version.independent for version in row.versions] == [1, 1]


def test_a_sentence_is_as_firm_as_its_weakest_claim():
    text = source_of("They saw 3 boats and 5 swans.", "draft").model_copy(update={"is_draft": True})
    boats, swans = claim_of(text, "3 boats"), claim_of(text, "5 swans", number=5)
    clusters = [cluster_of(boats, claim_of(LEFT, "3 boats")), cluster_of(swans, key="count|swan")]
    found = draft_of((text, LEFT), [boats, swans], clusters, [])
    (sentence,) = found.sentences
    assert sentence.footing is Footing.PARTLY
    assert [claim.footing for claim in sentence.claims] == [Footing.BACKED, Footing.UNSOURCED]


def test_names_ask_for_no_source():
    question = claim_of(DRAFT, "3 boats").question.model_copy(update={"attribute": Attribute.NAME})
    assert drafted(question=question) is None


def test_what_stands_around_a_draft_is_no_part_of_it():
    assert drafted(region=RegionKind.BOILERPLATE) is None
    assert drafted(region=RegionKind.CAPTION) is not None


def test_the_draft_is_no_independent_origin():
    sources = {s.id: s for s in (DRAFT, LEFT)}
    assert independent_origins(sources, sources) == 1
