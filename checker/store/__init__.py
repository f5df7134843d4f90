"""What is kept on disk: claims by source, archives, and caches that spare unchanged work."""

from __future__ import annotations

from checker.store.archive import (
    Archive,
    Part,
    forget_plan,
    is_archive,
    keep_plan,
    made_by,
    open_archive,
    plan_of,
    writing,
)
from checker.store.catalogue import Catalogue, Held
from checker.store.cataloguing import take_up
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
from checker.store.entry import Entry, entry_of
from checker.store.identity import digest_of_code
from checker.store.lookups import Lookups, StorySize
from checker.store.parts import add_part, merge_small
from checker.store.readings import Readings
from checker.store.results import Results
from checker.store.stories import Kept, story_in

__all__ = [
    "Archive",
    "Catalogue",
    "Entry",
    "Held",
    "Kept",
    "Lookups",
    "Maker",
    "Part",
    "Readings",
    "Results",
    "Stored",
    "StorySize",
    "add_part",
    "claim_lines",
    "digest_of_code",
    "ensure_writable",
    "entry_of",
    "forget_plan",
    "has_claims",
    "is_archive",
    "keep_plan",
    "made_by",
    "made_otherwise",
    "merge_small",
    "open_archive",
    "plan_of",
    "save_claims",
    "source_digest",
    "stored_claims",
    "story_in",
    "take_up",
    "writing",
]
