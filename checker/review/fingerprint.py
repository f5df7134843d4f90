"""The identity of a discrepancy, which outlives edits, new sources and rewording.

It is made of the rule's code, the question's key and the set of normal forms of
its answers, and of nothing else: one more source that gives a known answer wakes
nothing, a new answer does. The scheme's version is part of the name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

SCHEME = "v1"
HEX_DIGITS = 16


def fingerprint(code: str, key: str, normals: Iterable[str]) -> str:
    """Return `v1-` and sixteen hexadecimal digits."""
    # As JSON, so that ("a", "b|c") and ("a|b", "c") cannot be taken for each other.
    identity = json.dumps([code, key, sorted(set(normals))], ensure_ascii=True)
    return f"{SCHEME}-{hashlib.sha256(identity.encode()).hexdigest()[:HEX_DIGITS]}"
