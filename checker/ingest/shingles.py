"""Bodies cut into shingles: hashes of all runs of five words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from checker.model.source import RegionKind, Source

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLE = 5
# Words of a document that are compared: a copy shows long before.
LONGEST_COMPARED = 50_000

# Hashes of 32 bits, sorted, each once.
Shingles: TypeAlias = "NDArray[np.uint32]"

_GAP = re.compile(r"[\W_]+")


def shingles_of(source: Source) -> Shingles:
    """Hashes of all runs of words in the body, in small letters."""
    # Late: a run in which nothing is new compares no bodies.
    import numpy as np  # noqa: PLC0415

    words = _GAP.sub(" ", "_".join(_bodies(source))).strip(" ").lower().encode()
    spaces = np.flatnonzero(np.frombuffer(words, np.uint8) == ord(" ")).tolist()
    starts = [0, *(space + 1 for space in spaces)]
    ends = [*spaces, len(words)][SHINGLE - 1 : LONGEST_COMPARED]
    hashes = [crc32(words[start:end]) for start, end in zip(starts, ends, strict=False)]
    return np.unique(np.array(hashes, np.uint32))


def _bodies(source: Source) -> Iterator[str]:
    for region in source.regions:
        if region.kind is RegionKind.BODY:
            yield source.text[region.start : region.end]
