"""Settings that hold for some documents only: a blog's spellings, a draft's figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pydantic import Field

from checker.model.discrepancy import Discrepancy
from checker.model.record import Record
from checker.model.report import Report
from checker.settings.fail_on import FailOn


class PathSettings(Record):
    """What is set apart for documents at some paths.

    `paths` are patterns: `*` stands for anything within a folder's name, `**` for
    any folders. They mean a discrepancy that would not be there without these
    documents: one of which fewer than two versions have a source elsewhere.
    """

    paths: tuple[str, ...] = Field(min_length=1)
    ignore: tuple[str, ...] = ()
    min_confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    fail_on: FailOn | None = None

    def mean(self, row: Discrepancy) -> bool:
        """Say whether they hold for a discrepancy."""
        elsewhere = sum(
            any(not self._names(place.path) for place in version.evidence)
            for version in row.versions
        )
        return elsewhere < min(2, len(row.versions))

    def drop(self, row: Discrepancy) -> bool:
        """Say whether a discrepancy is not to be reported."""
        ignored = any(row.code.casefold().startswith(code.casefold()) for code in self.ignore)
        return ignored or row.confidence < self.min_confidence

    def _names(self, path: str) -> bool:
        return any(_pattern(each).fullmatch(path.removeprefix("./")) for each in self.paths)


def without_dropped(report: Report, entries: Sequence[PathSettings]) -> Report:
    """Return the report without the rows that settings for their documents drop."""
    rows = tuple(
        row
        for row in report.discrepancies
        if not any(each.drop(row) and each.mean(row) for each in entries)
    )
    return report.model_copy(update={"discrepancies": rows})


def fail_on_of(row: Discrepancy, entries: Sequence[PathSettings], otherwise: FailOn) -> FailOn:
    """Return what makes the run fail on a discrepancy: the last entry that says so."""
    told = [each.fail_on for each in entries if each.fail_on is not None and each.mean(row)]
    return told[-1] if told else otherwise


@lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    """Translate a pattern of paths; one without a slash means a name in any folder."""
    anywhere = "" if "/" in glob.rstrip("/") else "**/"
    whole = f"{anywhere}{glob}**" if glob.endswith("/") else f"{anywhere}{glob}"
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", whole.removeprefix("./"))
    meaning = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(meaning.get(part, re.escape(part)) for part in parts), re.DOTALL)
