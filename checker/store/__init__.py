"""What is kept on disk: claims by source, and caches that spare unchanged work."""

from __future__ import annotations

from checker.store.claims import (
    Maker,
    Stored,
    claim_lines,
    ensure_writable,
    has_claims,
    made_otherwise,
    save_claims,
    source_digest,
    stored_claims,
)
from checker.store.identity import digest_of_code
from checker.store.readings import Readings
from checker.store.results import Results

__all__ = [
    "Maker",
    "Readings",
    "Results",
    "Stored",
    "claim_lines",
    "digest_of_code",
    "ensure_writable",
    "has_claims",
    "made_otherwise",
    "save_claims",
    "source_digest",
    "stored_claims",
]
