"""What the form of a verb tells of its time, by the words of the claim."""

from __future__ import annotations

from checker.model.claim import Claim


def is_bare(claim: Claim) -> bool:
    """ "will dock", "is to dock": a forecast has the bare verb, what is done seldom has."""
    verb = _verb(claim)
    return bool(verb) and verb in claim.words.lower().split()


def is_past(claim: Claim) -> bool:
    """Neither the bare verb nor "docks" and "docking", which may be of any time."""
    verb = _verb(claim)
    words = claim.words.lower().split()[:2]
    present = {f"{verb}s", f"{verb}es", f"{verb[:-1]}ies"}
    return not is_bare(claim) and not any(w.endswith("ing") or w in present for w in words)


def _verb(claim: Claim) -> str:
    return claim.question.event.partition(" ")[0]
