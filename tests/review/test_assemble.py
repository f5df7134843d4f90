"""Findings → discrepancies: severity, versions, independence, agreement."""

from __future__ import annotations

import pytest

from checker.model.claim import Attribute, Modality
from checker.model.discrepancy import Kind, Severity
from checker.model.report import RuleInfo, RunInfo
from checker.model.source import RegionKind
from checker.review import report, visible
from checker.review.agreements import MOST_AGREEMENTS, agreements_of
from checker.review.assemble import discrepancy, severity_of
from checker.review.recall import UNMEASURED, note, recall_note
from checker.review.versions import MOST_PLACES, MOST_VERSIONS, versions_of
from tests.review.made_by_hand import answer_of, claim_of, cluster_of, finding_of, source_of

RUN = RunInfo(
    tool="checker",
    version="0",
    language_model="none",
    rules=(
        RuleInfo(code="Q01", name="figures-differ", family="quantity", summary="", explanation=""),
    ),
    settings="defaults",
    today="",
    recall_note="",
)


def by_id(*sources):
    return {source.id: source for source in sources}


def ask(cluster):
    return f"{cluster.key}?"


@pytest.mark.parametrize(
    ("kind", "confidence", "severity"),
    [
        (Kind.CONFLICT, 0.5, Severity.ERROR),
        (Kind.CONFLICT, 0.49, Severity.WARNING),
        (Kind.UPDATE, 0.9, Severity.WARNING),
        (Kind.IMPRECISION, 0.9, Severity.NOTE),
        (Kind.WORDING, 0.9, Severity.NOTE),
    ],
)
def test_severity_follows_from_kind_and_confidence(kind, confidence, severity):
    assert severity_of(kind, confidence) is severity


def test_a_rule_that_knows_better_sets_the_severity():
    left = source_of("3 boats")
    found = finding_of(answer_of(claim_of(left, "3")), severity=Severity.NOTE)
    assert discrepancy(found, "figures-differ", by_id(left)).severity is Severity.NOTE


def test_a_copy_adds_no_independent_origin():
    sources = [
        source_of("3 boats", "agency"),
        source_of("3 boats", "reprint", origin="agency"),
        source_of("7 boats", "local"),
    ]
    answers = (
        answer_of(claim_of(sources[2], "7")),
        answer_of(*(claim_of(each, "3") for each in sources[:2])),
    )
    versions = versions_of(finding_of(*answers), by_id(*sources))
    assert [(each.value, each.sources, each.independent) for each in versions] == [
        ("3", ("agency", "reprint"), 1),
        ("7", ("local",), 1),
    ]


def test_the_best_supported_version_comes_first_but_an_update_keeps_its_order():
    sources = [source_of("3 boats", "a"), source_of("7 boats", "b"), source_of("7 boats", "c")]
    answers = (
        answer_of(claim_of(sources[0], "3")),
        answer_of(*(claim_of(each, "7") for each in sources[1:])),
    )
    for kind, order in ((Kind.CONFLICT, ["7", "3"]), (Kind.UPDATE, ["3", "7"])):
        versions = versions_of(finding_of(*answers, kind=kind), by_id(*sources))
        assert [each.value for each in versions] == order


def test_versions_and_their_places_are_few():
    text = " ".join(str(number) for number in range(100, 140))
    source = source_of(text)
    many = [answer_of(claim_of(source, str(number))) for number in range(100, 112)]
    assert len(versions_of(finding_of(*many), by_id(source))) == MOST_VERSIONS
    new = source_of("0 1 2 3 4 5 6 7 8 9", "new")
    many = (*many, answer_of(claim_of(new, "9"), normal="new"))
    for asked, shown in (({"new"}, True), (set(), False)):
        versions = versions_of(finding_of(*many), by_id(source, new), asked)
        assert len(versions) == MOST_VERSIONS
        assert ("new" in {version.normal for version in versions}) is shown
    often = answer_of(*(claim_of(source, str(number)) for number in range(100, 106)))
    (version,) = versions_of(finding_of(often), by_id(source))
    assert [each.quote for each in version.evidence] == ["100", "101", "102"][:MOST_PLACES]


def test_words_found_by_two_patterns_are_quoted_once():
    source = source_of("3 boats")
    twice = answer_of(claim_of(source, "3"), claim_of(source, "3", id="other", found_by="lists"))
    (version,) = versions_of(finding_of(twice), by_id(source))
    assert [each.found_by for each in version.evidence] == ["counts"]


def test_the_body_goes_before_a_teaser():
    source = source_of("1 2 3 4")
    claims = [claim_of(source, "1", region=RegionKind.TEASER)]
    claims += [claim_of(source, words) for words in "234"]
    (version,) = versions_of(finding_of(answer_of(*claims)), by_id(source))
    assert [each.quote for each in version.evidence] == ["2", "3", "4"]


def agreed(*claims, findings=(), sources, **cluster):
    return agreements_of([cluster_of(*claims, **cluster)], findings, by_id(*sources), ask)


def test_independent_sources_agree():
    sources = [source_of("3 boats", "a"), source_of("three boats", "b")]
    claims = (claim_of(sources[0], "3"), claim_of(sources[1], "three"))
    (agreement,) = agreed(*claims, sources=sources)
    assert (agreement.question, agreement.value) == ("count|boat?", "3")
    assert (agreement.sources, agreement.independent) == (("a", "b"), 2)


def test_where_there_is_no_agreement():
    a, b = source_of("3 boats", "a"), source_of("3 boats", "b")
    copy = source_of("3 boats", "copy", origin="a")
    left, right = claim_of(a, "3"), claim_of(b, "3")
    dispute = finding_of(answer_of(left), answer_of(claim_of(b, "boats")))
    assert agreed(left, right, sources=[a, b])
    assert not agreed(left, claim_of(copy, "3"), sources=[a, copy])
    assert not agreed(left, claim_of(b, "3", number=7), sources=[a, b])
    assert not agreed(left, claim_of(b, "3", modality=Modality.PLANNED), sources=[a, b])
    assert not agreed(left, claim_of(b, "3", negated=True), sources=[a, b])
    assert not agreed(left, right, sources=[a, b], findings=[dispute])
    assert not agreed(left, right, sources=[a, b], attribute=Attribute.NAME)


def test_agreements_are_few_and_the_best_supported_come_first():
    sources = [source_of("3 boats", name) for name in "abc"]
    pair = tuple(claim_of(each, "3") for each in sources[:2])
    clusters = [cluster_of(*pair, key=f"count|{number:02}") for number in range(50)]
    clusters.append(cluster_of(*(claim_of(each, "3") for each in sources), key="last"))
    found = agreements_of(clusters, (), by_id(*sources), ask)
    assert len(found) == MOST_AGREEMENTS
    assert (found[0].question, found[0].independent) == ("last?", 3)


def test_figures_come_before_acts():
    sources = [source_of("3 boats", name) for name in "abc"]
    pair = tuple(claim_of(each, "3") for each in sources[:2])
    acts = tuple(claim_of(each, "boats") for each in sources)
    clusters = [
        cluster_of(*acts, key="act", attribute=Attribute.ACTION),
        cluster_of(*pair, key="figure"),
    ]
    found = agreements_of(clusters, (), by_id(*sources), ask)
    assert [each.question for each in found] == ["figure?", "act?"]


def test_what_stands_around_texts_is_no_shared_answer():
    sources = [source_of("3 boats", name) for name in "ab"]
    claims = tuple(claim_of(each, "3", region=RegionKind.TEASER) for each in sources)
    assert agreements_of([cluster_of(*claims)], (), by_id(*sources), ask) == ()


def test_sources_that_answer_otherwise_stand_beside():
    left, right, other = (source_of("3 boats", name) for name in "abc")
    claims = (claim_of(left, "3"), claim_of(right, "3"), claim_of(other, "3", number=4))
    (found,) = agreements_of([cluster_of(*claims)], (), by_id(left, right, other), ask)
    assert [each.source for each in found.evidence] == ["a", "b"]
    assert [each.source for each in found.beside] == ["c"]


def whole(*findings, sources, **fields):
    stages = {"unread": (), "claims": (), "coverage": (), "clusters": (), "ask": ask}
    return report(run=RUN, sources=sources, findings=findings, **stages, **fields)


def test_what_is_less_sure_than_wanted_is_dropped():
    source = source_of("3 boats")
    found = finding_of(answer_of(claim_of(source, "3")), confidence=0.4)
    assert whole(found, sources=[source], min_confidence=0.4).discrepancies
    assert not whole(found, sources=[source], min_confidence=0.41).discrepancies


def test_what_is_too_quiet_is_not_shown():
    source = source_of("3 boats")
    rows = [
        finding_of(answer_of(claim_of(source, "3")), kind=kind)
        for kind in (Kind.CONFLICT, Kind.UPDATE, Kind.WORDING)
    ]
    everything = whole(*rows, sources=[source])
    for least, shown in ((Severity.NOTE, 3), (Severity.WARNING, 2), (Severity.ERROR, 1)):
        assert len(visible(everything, least).discrepancies) == shown


def test_recall_is_told_in_words():
    assert note(0, 0, "any corpora") == UNMEASURED
    assert "found 30 of the 120 disagreements" in note(30, 120, "development corpora")
    assert "(25 %)" in note(30, 120, "development corpora")
    assert "silent" in recall_note()
