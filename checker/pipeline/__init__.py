"""The run, and the steps that it is made of."""

from __future__ import annotations

from checker.pipeline.plan import Plan, Tell, claims_maker, make_plan, silent
from checker.pipeline.run import check, claims_of, extract_claims
from checker.pipeline.steps import compare_story, extract_batch

__all__ = [
    "Plan",
    "Tell",
    "check",
    "claims_maker",
    "claims_of",
    "compare_story",
    "extract_batch",
    "extract_claims",
    "make_plan",
    "silent",
]
