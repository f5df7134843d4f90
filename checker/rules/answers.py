"""Claims → answers: those with one normal form give one answer."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model.claim import Claim
from checker.model.discrepancy import Answer
from checker.values.normal import normal_form


def answers_of(claims: Iterable[Claim]) -> list[Answer]:
    """Group claims by the normal form of their value, most-supported answer first."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_normal(claim), []).append(claim)
    answers = [answer(group, normal) for normal, group in groups.items()]
    return sorted(answers, key=lambda a: (-len({c.source for c in a.claims}), a.normal))


def _normal(claim: Claim) -> str:
    """ "resigned" and "did not resign" are two answers."""
    told = normal_form(claim.value)
    return f"not {told}" if claim.negated else told


def answer(claims: Iterable[Claim], normal: str = "") -> Answer:
    """One answer from claims that agree; its wording is that of the first claim."""
    ordered = tuple(sorted(claims, key=lambda c: (c.span.source, c.span.start, c.span.end)))
    first = ordered[0]
    return Answer(
        value=first.value.text.strip() or first.words,
        normal=normal or normal_form(first.value),
        claims=ordered,
    )
