"""States that another source shows to be overtaken, and acts that were still ahead."""

from __future__ import annotations

import pytest

from checker.model.claim import Attribute, Claim, Modality, Question
from checker.model.cluster import ClaimCluster
from checker.model.span import Span
from checker.model.value import Term
from checker.rules import forecasts_done, states_overtaken
from checker.rules.shape import Rule


def claim(source: str, words: str, kind: str, state: str, **extra: object) -> Claim:
    """A claim of a state (with a kind) or of an act (without)."""
    context = tuple(str(extra.get("context", "ferry harbour storm")).split())
    span = Span(source=source, start=0, end=len(words))
    return Claim(
        id=f"{source}:{words}",
        question=Question(
            attribute=Attribute.ACTION,
            subject=str(extra.get("subject", "ferry")),
            event=state,
            context=(*context, state) if not kind else context,
        ),
        value=Term(text=words, head=state, words=(kind,) if kind else ()),
        negated=bool(extra.get("negated", False)),
        modality=Modality(str(extra.get("modality", "done"))),
        span=span,
        words=words,
        sentence=span,
        found_by="state" if kind else "action",
    )


def told(rule: Rule, *claims: Claim) -> list[list[str]]:
    """The words of each answer of each row."""
    cluster = ClaimCluster(
        key="all", attribute=Attribute.ACTION, claims=tuple(claims), likeness=1.0
    )
    return [[a.value for a in row.answers] for row in rule.check([cluster], [])]


CLOSED = claim("left", "has been closed", "passage", "closed")
OPEN = claim("right", "has been reopened", "passage", "open")
WITHHELD = claim("left", "names have not been released", "naming", "withheld", negated=True)
PROMISED = claim("middle", "names will be released", "naming", "promised", modality="future")
GIVEN = claim("right", "released the names", "naming", "given")
CLAIMED = claim("left", "claimed responsibility", "responsibility", "claimed")
NO_LINK = claim("right", "no link to", "responsibility", "doubted", negated=True)


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param((CLOSED, OPEN), id="closed, then open"),
        pytest.param((WITHHELD, PROMISED, GIVEN), id="withheld, promised, given"),
        pytest.param((CLAIMED, NO_LINK), id="a state put in the negative"),
    ],
)
def test_an_overtaken_state_is_told(claims: tuple[Claim, ...]) -> None:
    """One row, its answers in the order in which the states follow each other."""
    assert told(states_overtaken.RULE, *claims) == [[c.words for c in claims]]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param((CLOSED,), id="one state"),
        pytest.param(
            (CLOSED, claim("left", "has reopened", "passage", "open"), OPEN),
            id="the source knows the later state too",
        ),
        pytest.param(
            (CLOSED, claim("right", "has been reopened", "passage", "open", negated=True)),
            id="not yet reached",
        ),
        pytest.param(
            (CLOSED, claim("right", "was reopened", "passage", "open", modality="possible")),
            id="only possible",
        ),
        pytest.param(
            (CLOSED, claim("right", "was reopened", "passage", "open", context="court judge")),
            id="another thing",
        ),
        pytest.param((CLOSED, GIVEN), id="another kind of state"),
    ],
)
def test_a_state_that_holds_is_not_told(claims: tuple[Claim, ...]) -> None:
    """Nothing is overtaken."""
    assert told(states_overtaken.RULE, *claims) == []


AHEAD = claim("left", "dock", "", "dock", modality="future")


@pytest.mark.parametrize("done", ["docked", "has docked", "was docked"])
def test_a_forecast_come_true_is_told(done: str) -> None:
    """The act itself, in a source that tells it as done."""
    assert told(forecasts_done.RULE, AHEAD, claim("right", done, "", "dock")) == [["dock", done]]


@pytest.mark.parametrize(
    "right",
    [
        pytest.param(claim("right", "docking", "", "dock"), id="a participle has no time"),
        pytest.param(claim("right", "docked", "", "dock", modality="possible"), id="possible"),
        pytest.param(claim("right", "docked", "", "dock", negated=True), id="not done"),
        pytest.param(claim("right", "docked", "", "dock", subject="barge"), id="another ship"),
        pytest.param(claim("right", "docked", "", "dock", context="yacht"), id="another story"),
        pytest.param(claim("left", "docked", "", "dock"), id="the same source knows"),
    ],
)
def test_a_forecast_that_stands_is_not_told(right: Claim) -> None:
    """Nothing shows that the act was carried out."""
    assert told(forecasts_done.RULE, AHEAD, right) == []
