"""An invented story for the golden files: a bridge reopens, and its sources differ."""

from __future__ import annotations

from typing import Any

from checker.model.discrepancy import Discrepancy, Evidence, Kind, Severity
from checker.model.draft import Draft, DraftClaim, DraftSentence, Footing
from checker.model.report import Agreement, Report, RuleInfo
from checker.model.source import DateOrigin, RegionKind, Unread
from checker.model.value import Grain

from .builder import cluster, dated, discrepancy, evidence, moment, report, source, version

COURIER = source(
    "courier.md",
    "Lantern Bridge opens to traffic\n\n"
    "ELMHAVEN, 18 May 2021. The first cars crossed the new Lantern Bridge on Tuesday, ending an "
    "11-year closure of the river crossing. The bridge is 210 metres long and carries four "
    "lanes. It cost 34 million crowns, said project head Ingrid Halvorsen, 52. Mayor Peter Roos "
    "opened it at noon. The council scrapped the toll on the eve of the opening.\n",
    publisher="Elmhaven Courier",
    title="Lantern Bridge opens to traffic",
    url="https://courier.example/2021/05/lantern-bridge",
    when=moment(2021, 5, 18),
)
RADIO = source(
    "port-radio.md",
    "After ten years without a crossing, drivers in Elmhaven have their bridge back. Lantern "
    "Bridge, some 210 metres of steel with four lanes, was opened by Mayor Peter Roos at midday "
    "on Tuesday. “We are proud,” said Ingrid Halvorson, who led the work. The bill has risen to "
    "41.5 million crowns. Councillors doubled the toll for lorries the night before.\n",
    publisher="Port Radio",
    title="Elmhaven has its bridge back",
    url="https://portradio.example/news?id=88#story",
    when=moment(2021, 5, 18),
    origin_of_date=DateOrigin.DATELINE,
)
DIGEST = source(
    "northern-digest.md",
    "date 2021-05-15\n" + RADIO.text,
    publisher="Northern Digest",
    title="Elmhaven has its bridge back",
    url="https://digest.example/a/5512",
    when=moment(2021, 5, 15),
    origin_of_date=DateOrigin.DUMP_HEAD,
    confidence=0.7,
    copy_of="port-radio",
)
OFFICE = source(
    "roads-office.txt",
    "Roads Office: structures in service\n\n"
    "Lantern Bridge. A 120-metre steel span with four lanes, closed in May 2010 and reopened in "
    "May 2021. Budget: about 40 million crowns. The crossing had been out of use for 11 years.\n",
    publisher="Roads Office",
    title="Structures in service",
    url="https://roads.example/structures/lantern",
    when=moment(2021, 5, grain=Grain.MONTH),
)
BLOG = source(
    "harbour-notes.md",
    "Harbour Notes\n\nPort Radio says the bridge is open again after ten years. I walked all 210 "
    "metres of it, in the rain, four lanes wide.\n\nMore from the harbour: Toll scrapped, ferry "
    "captains say.\n",
    title="Harbour Notes",
    url="javascript:alert(1)",
    origin="port-radio",
    credit="Port Radio",
)
SOURCES = (COURIER, RADIO, DIGEST, OFFICE, BLOG)

FIGURES = RuleInfo(
    code="Q01",
    name="figures-differ",
    family="quantity",
    summary="Two sources give figures that cannot both be true.",
    explanation="Two sources give figures that cannot both be true.\n\n"
    "Figures are compared as ranges after conversion to a common unit, so rounding,\n"
    "hedging and a change of unit are not discrepancies.\n\n"
    "Conflict:\n    120 m | 210 metres\n\nAgreement:\n    120 m | about 118 metres\n",
)
DURATIONS = RuleInfo(
    code="U01",
    name="durations-differ",
    family="duration",
    summary="Two sources say that the same thing lasted for different lengths of time.",
    explanation="Two sources say that the same thing lasted for different lengths of time.\n\n"
    "Conflict:\n    an 11-year closure | ten years without a crossing\n",
)
ACTIONS = RuleInfo(
    code="A01",
    name="actions-conflict",
    family="action",
    summary="Two sources say that different things were done to the same object.",
    explanation="Two sources say that different things were done to the same object.\n",
)
COPIES = RuleInfo(
    code="D04",
    name="copies-dated-differently",
    family="dateline",
    summary="Two copies of one text bear different dates.",
    explanation="Two copies of one text bear different dates.\n",
)
MONEY = RuleInfo(
    code="Q02",
    name="amounts-differ",
    family="money",
    summary="Two sources give amounts of money that cannot both be true.",
    explanation="Two sources give amounts of money that cannot both be true.\n",
)
NAMES = RuleInfo(
    code="N01",
    name="spellings-differ",
    family="name",
    summary="One person's name is spelt in two ways.",
    explanation="One person's name is spelt in two ways.\n",
)
RULES = (ACTIONS, COPIES, NAMES, FIGURES, MONEY, DURATIONS)

AGREEMENTS = (
    Agreement(
        question="How many lanes does Lantern Bridge have?",
        value="four",
        sources=("courier", "port-radio", "northern-digest", "roads-office", "harbour-notes"),
        independent=3,
        evidence=(
            evidence(COURIER, "four lanes"),
            evidence(RADIO, "four lanes"),
            evidence(DIGEST, "four lanes"),
            evidence(OFFICE, "four lanes"),
            evidence(BLOG, "four lanes"),
        ),
    ),
    Agreement(
        question="Who opened Lantern Bridge?",
        value="Mayor Peter Roos",
        sources=("courier", "port-radio", "northern-digest"),
        independent=2,
        evidence=(
            evidence(COURIER, "Mayor Peter Roos"),
            evidence(RADIO, "Mayor Peter Roos"),
            evidence(DIGEST, "Mayor Peter Roos"),
        ),
    ),
    Agreement(
        question="When was Lantern Bridge opened?",
        value="Tuesday",
        sources=("courier", "port-radio", "northern-digest"),
        independent=2,
        evidence=(
            evidence(COURIER, "on Tuesday"),
            evidence(RADIO, "on Tuesday"),
            evidence(DIGEST, "on Tuesday"),
        ),
        beside=(evidence(OFFICE, "May 2021"),),
    ),
)
CLUSTERS = (
    cluster(
        dated(COURIER, "Tuesday", moment(2021, 5, 18)),
        dated(RADIO, "on Tuesday", moment(2021, 5, 18)),
        dated(OFFICE, "in May 2021", moment(2021, 5, grain=Grain.MONTH)),
    ),
    cluster(dated(OFFICE, "in May 2010", moment(2010, 5, grain=Grain.MONTH))),
    cluster(dated(DIGEST, "2021-05-15", moment(2021, 5, 15))),
)
UNREAD = (
    Unread(
        path="stories/bridge/plan.pdf",
        reason="not a text document",
        remedy="save it as plain text",
    ),
)


def discrepancies() -> tuple[Discrepancy, ...]:
    """The disagreements of the story, the loudest first."""
    return (
        discrepancy(
            1,
            DURATIONS,
            "How long had the river crossing been closed?",
            "“11-year” ≠ “ten years”: the two lengths share no value, rounding allowed for.",
            version("11 years", evidence(COURIER, "11-year"), evidence(OFFICE, "11 years")),
            version(
                "10 years",
                evidence(RADIO, "ten years"),
                evidence(DIGEST, "ten years"),
                evidence(BLOG, "ten years"),
                independent=1,
            ),
        ),
        discrepancy(
            2,
            FIGURES,
            "How long is Lantern Bridge?",
            "“210 metres” ≠ “120-metre”: the ranges share no number.",
            version(
                "210 m",
                evidence(COURIER, "210 metres"),
                evidence(RADIO, "some 210 metres"),
                evidence(DIGEST, "some 210 metres"),
                evidence(BLOG, "210 metres", RegionKind.CAPTION),
                independent=2,
            ),
            version("120 m", evidence(OFFICE, "120-metre")),
        ),
        discrepancy(
            3,
            ACTIONS,
            "What did the council do with the toll?",
            "“scrapped” ≠ “doubled”: an amount cannot be both ended and raised.",
            version(
                "scrapped",
                evidence(COURIER, "scrapped"),
                evidence(BLOG, "scrapped", RegionKind.TEASER),
            ),
            version(
                "doubled", evidence(RADIO, "doubled"), evidence(DIGEST, "doubled"), independent=1
            ),
            confidence=0.6,
        ),
        discrepancy(
            4,
            MONEY,
            "How much did Lantern Bridge cost?",
            "“34 million” and “41.5 million” differ; the second is said to have risen.",
            version("34 million crowns", evidence(COURIER, "34 million crowns")),
            version("about 40 million crowns", evidence(OFFICE, "about 40 million crowns")),
            version(
                "41.5 million crowns",
                evidence(RADIO, "41.5 million crowns"),
                evidence(DIGEST, "41.5 million crowns"),
                independent=1,
            ),
            severity=Severity.WARNING,
            kind=Kind.UPDATE,
        ),
        discrepancy(
            5,
            COPIES,
            "When was the text of Port Radio published?",
            "The copy bears a date three days before the event that it reports.",
            version("15 May 2021", evidence(DIGEST, "2021-05-15", RegionKind.METADATA)),
            version("18 May 2021", evidence(RADIO, "on Tuesday")),
            severity=Severity.WARNING,
            confidence=0.7,
        ),
        discrepancy(
            6,
            NAMES,
            "How is the name of the project head spelt?",
            "“Halvorsen” ≠ “Halvorson”.",
            version("Ingrid Halvorsen", evidence(COURIER, "Ingrid Halvorsen")),
            version(
                "Ingrid Halvorson",
                evidence(RADIO, "Ingrid Halvorson"),
                evidence(DIGEST, "Ingrid Halvorson"),
                independent=1,
            ),
            severity=Severity.NOTE,
            kind=Kind.WORDING,
            confidence=0.4,
        ),
    )


DESK = source(
    "our-story.md",
    "Lantern Bridge, 210 metres long, opened on Tuesday after an 11-year closure.\n\n"
    "Mayor Peter Roos opened it. It weighs 900 tonnes.\n",
    publisher="Our desk",
    title="The bridge is back",
)


def drafted(
    words: str, footing: Footing, backing: tuple[Evidence, ...] = (), **fields: Any
) -> DraftClaim:
    """A claim of the desk's draft."""
    place = evidence(DESK, words)
    origins = {one.source if one.source != "northern-digest" else "port-radio" for one in backing}
    return DraftClaim(
        words=words,
        start=place.start,
        end=place.end,
        footing=footing,
        independent=len(origins),
        backing=backing,
        **fields,
    )


def sentence(footing: Footing, independent: int, *claims: DraftClaim) -> DraftSentence:
    """The sentence of the draft in which claims stand."""
    place = evidence(DESK, claims[0].words)
    return DraftSentence(
        text=place.sentence,
        start=place.sentence_start,
        end=place.sentence_start + len(place.sentence),
        line=place.line,
        footing=footing,
        independent=independent,
        claims=claims,
    )


def draft() -> Draft:
    """What stands behind the desk's draft."""
    closure = (evidence(COURIER, "11-year"), evidence(OFFICE, "11 years"))
    against = (evidence(RADIO, "ten years"), evidence(DIGEST, "ten years"))
    length = (evidence(COURIER, "210 metres"), evidence(RADIO, "some 210 metres"))
    opened = (evidence(COURIER, "opened it"), evidence(DIGEST, "was opened by Mayor Peter Roos"))
    return Draft(
        source=DESK.id,
        sentences=(
            sentence(
                Footing.CONTRADICTED,
                2,
                drafted("210 metres", Footing.BACKED, length),
                drafted(
                    "11-year",
                    Footing.CONTRADICTED,
                    closure,
                    against=against,
                    fingerprints=("v1:0000000000000001",),
                ),
            ),
            sentence(Footing.BACKED, 2, drafted("opened it", Footing.BACKED, opened)),
            sentence(Footing.UNSOURCED, 0, drafted("900 tonnes", Footing.UNSOURCED)),
        ),
    )


def bridge_report() -> Report:
    """The whole story."""
    return report(SOURCES, discrepancies(), RULES, AGREEMENTS, UNREAD, CLUSTERS)


def drafted_report() -> Report:
    """The story with the desk's own draft of it."""
    desk = DESK.model_copy(update={"is_draft": True})
    whole = report((*SOURCES, desk), discrepancies(), RULES, AGREEMENTS, UNREAD, CLUSTERS)
    return whole.model_copy(update={"draft": draft()})
