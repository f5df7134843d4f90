"""A run of the pipeline for a command: claims in store are used again, new ones stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.terminal import complain, progress

if TYPE_CHECKING:
    from checker.model.report import Report
    from checker.settings import Settings


def run_check(
    paths: Sequence[Path],
    settings: Settings,
    *,
    store: bool = True,
    draft: Path | None = None,
    new: Sequence[Path] | None = None,
    whole: bool = True,
) -> Report:
    """Cross-check documents; `store` allows claims to be stored, and stored ones to be used.

    `draft`, `new` and `whole` are as in `pipeline.check`.
    """
    # Late: it brings the stages with it.
    from checker import pipeline  # noqa: PLC0415

    with progress() as tell:
        return pipeline.check(
            paths,
            settings,
            settings.claims_dir if store else None,
            draft,
            new,
            jobs=settings.jobs,
            whole=whole,
            tell=tell,
        )


def run_against(
    new: Sequence[Path],
    archive: Path,
    settings: Settings,
    *,
    store: bool = True,
    draft: Path | None = None,
) -> Report:
    """Cross-check new documents with their stories in an archive, and tell where it has none."""
    from checker.pipeline.against import check_against  # noqa: PLC0415

    with progress() as tell:
        done = check_against(
            new, archive, settings, settings.claims_dir if store else None, draft, tell=tell
        )
    for path in done.lone:
        complain(f"{path}: no story in the archive is like it")
    return done.report


def confirm_stored(report: Report, settings: Settings) -> None:
    """Raise a StoreError where the claims of a run could not be stored, if it read anything."""
    from checker.store import ensure_writable  # noqa: PLC0415

    if report.sources:
        ensure_writable(settings.claims_dir)


def tell_upgrade(report: Report) -> None:
    """Tell where another program, model or setting may have made what is new."""
    if report.remade:
        complain(
            f"{report.remade} documents have not changed since their claims were stored, but "
            "the program, the language model or the settings have; `checker diff` tells what "
            "that makes new"
        )
