"""What was found → what people are shown, and what is kept on disk."""

from __future__ import annotations

from checker.review.assemble import report, rule_info, run_info, visible
from checker.review.claims_store import claim_lines, save_claims

__all__ = ["claim_lines", "report", "rule_info", "run_info", "save_claims", "visible"]
