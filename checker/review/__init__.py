"""What was found → what people are shown, and what is kept on disk."""

from __future__ import annotations

from checker.errors import MeanwhileError
from checker.review.assemble import report, rule_info, run_info, visible
from checker.review.baseline import known_of, load_baseline, save_baseline
from checker.review.decision_files import read_decisions
from checker.review.decisions import FILE as DECISIONS_FILE
from checker.review.decisions import (
    RULED,
    add_decisions,
    change_decision,
    decision_from,
    decision_on,
    load_decisions,
    matter_of,
)
from checker.review.newness import only_new
from checker.review.precision import precision_of
from checker.review.results import pack, unpack
from checker.review.standing import of_named_stories, weigh, without_suppressed
from checker.review.stories import join, split

__all__ = [
    "DECISIONS_FILE",
    "RULED",
    "MeanwhileError",
    "add_decisions",
    "change_decision",
    "decision_from",
    "decision_on",
    "join",
    "known_of",
    "load_baseline",
    "load_decisions",
    "matter_of",
    "of_named_stories",
    "only_new",
    "pack",
    "precision_of",
    "read_decisions",
    "report",
    "rule_info",
    "run_info",
    "save_baseline",
    "split",
    "unpack",
    "visible",
    "weigh",
    "without_suppressed",
]
