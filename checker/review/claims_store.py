"""Claims on disk: one file a source, one claim a line.

The order is that of the text and nothing tells when it was written, so that a
diff of two runs shows what changed in what the sources say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.errors import StoreError
from checker.model.claim import Claim
from checker.review.atomic import locked, write_atomically

# Files of the same folder that hold something else; a source may bear their name.
RESERVED = frozenset({"baseline", "decisions"})
LONGEST_NAME = 180  # bytes; file systems allow 255
UNMARKED = frozenset("-_ ,()+")


def claim_lines(claims: Iterable[Claim]) -> str:
    """Return claims as JSON Lines, in the order of their sources and places."""
    return "".join(f"{claim.model_dump_json()}\n" for claim in sorted(claims, key=_place))


def save_claims(claims: Sequence[Claim], sources: Iterable[str], folder: Path) -> None:
    """Write a file for each source id, empty where a source makes no claim.

    Files of other sources in the folder are left alone. A StoreError names the
    file that cannot be written.
    """
    path = folder
    try:
        with locked(folder):
            for source in sources:
                lines = claim_lines(claim for claim in claims if claim.source == source)
                path = folder / f"{file_stem(source)}.jsonl"
                write_atomically(path, lines.encode())
    except OSError as error:
        raise StoreError(
            f"{path}: claims cannot be written ({error.strerror}); "
            "choose another folder with --claims-dir or leave them out with --no-store"
        ) from None


def file_stem(source: str) -> str:
    """Return a file name, or folders and a file name, that stand for a source's id.

    Different ids give different names; none leads out of the folder.
    """
    stem = "/".join(_safe(part) for part in source.split("/"))
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


def _place(claim: Claim) -> tuple[str, int, int, str, str, str]:
    """Return what claims are sorted by."""
    span = claim.span
    return span.source, span.start, span.end, claim.question.attribute, claim.found_by, claim.id
