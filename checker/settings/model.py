"""The settings of one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import Field

from checker.align.options import AlignOptions
from checker.extract.options import ExtractOptions
from checker.fetch.options import FetchOptions
from checker.ingest.options import IngestOptions
from checker.model.discrepancy import Severity
from checker.model.record import Record
from checker.settings.fail_on import FailOn
from checker.settings.per_path import PathSettings


class Settings(Record):
    """Everything that may be set.

    `paths` are the documents and folders of a run that names none; like `claims_dir`
    they are relative to the settings file or, without one, to the current folder.
    `select` and `ignore` hold rule codes or their beginnings; an empty `select`
    means all. `min_severity` is what is shown, `fail_on` what fails the run;
    what is below `min_confidence` (0–1) is dropped before either.
    `per_path` sets some of this apart for documents at some paths.
    `jobs` is the number of processes, 0 for one a processor.
    `today` is the day of the run where a rule needs one; it is never read from
    the clock.
    """

    paths: tuple[Path, ...] = Field(default=(Path("seeds"),), min_length=1)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity = Severity.NOTE
    min_confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    fail_on: FailOn = FailOn.ERROR
    claims_dir: Path = Path("claims")
    jobs: int = Field(default=0, ge=0)
    # Strict, or else a whole number would pass for seconds since 1970.
    today: date | None = Field(default=None, strict=True)
    per_path: tuple[PathSettings, ...] = ()
    ingest: IngestOptions = IngestOptions()
    extract: ExtractOptions = ExtractOptions()
    align: AlignOptions = AlignOptions()
    fetch: FetchOptions = FetchOptions()

    def in_words(self) -> str:
        """Name what differs from the defaults, as JSON; paths of this machine stay out."""
        changed = self.model_dump_json(
            exclude_defaults=True, exclude={"claims_dir", "jobs", "paths", "today"}
        )
        return "defaults" if changed == "{}" else changed
