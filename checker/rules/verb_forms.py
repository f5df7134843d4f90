"""What the form of a verb tells of its time, by the words of the claim."""

from __future__ import annotations

from checker.model.claim import Claim


def is_bare(claim: Claim) -> bool:
    """ "will dock", "is to dock": a forecast has the bare verb, what is done seldom has."""
    return claim.question.event.split()[0] in claim.words.lower().split()


def is_past(claim: Claim) -> bool:
    """Neither the bare verb nor "docks" and "docking", which may be of any time."""
    verb = claim.question.event.split()[0]
    words = claim.words.lower().split()[:2]
    present = {f"{verb}s", f"{verb}es", f"{verb[:-1]}ies"}
    return not is_bare(claim) and not any(w.endswith("ing") or w in present for w in words)
