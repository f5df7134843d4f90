"""Names of files that stand for ids of sources and stories, whatever these are made of."""

from __future__ import annotations

import hashlib

# Files of the same folder that hold something else; a source may bear their name.
RESERVED = frozenset({"baseline", "decisions"})
LONGEST_NAME = 180  # bytes; file systems allow 255
UNMARKED = frozenset("-_ ,()+")


def file_stem(name: str) -> str:
    """Return a file name, or folders and a file name, that stand for an id.

    Different ids give different names; none leads out of the folder.
    """
    stem = "/".join(_safe(part) for part in name.split("/"))
    # A source called "baseline" must not land in the list of known discrepancies.
    return f"{stem}%" if stem.casefold() in RESERVED else stem


def _safe(part: str) -> str:
    """Spell out, as `%2E`, whatever is not safe in a file name."""
    safe = "".join(_spelt(sign, place) for place, sign in enumerate(part)) or "%"
    if len(safe.encode()) <= LONGEST_NAME:
        return safe
    digest = hashlib.sha256(part.encode()).hexdigest()[:12]
    return f"{safe.encode()[:LONGEST_NAME].decode(errors='ignore')}%{digest}"


def _spelt(sign: str, place: int) -> str:
    """Return a character as it may stand in a file name; a dot not at its head."""
    if sign.isalnum() or sign in UNMARKED or (sign == "." and place):
        return sign
    return "".join(f"%{byte:02X}" for byte in sign.encode(errors="surrogatepass"))
