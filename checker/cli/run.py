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
) -> Report:
    """Cross-check documents; `store` allows claims that were stored to be used.

    `draft` and `new` are as in `pipeline.check`.
    """
    # Late: it brings the parser with it.
    from checker import pipeline  # noqa: PLC0415

    with progress("Reading and comparing"):
        return pipeline.check(paths, settings, settings.claims_dir if store else None, draft, new)


def store_claims(report: Report, settings: Settings) -> None:
    """Store the claims of a run, if it read anything."""
    from checker import pipeline  # noqa: PLC0415

    if report.sources:
        pipeline.save_claims(report, settings)


def tell_upgrade(report: Report, settings: Settings) -> None:
    """Tell where another program, model or setting may have made what is new."""
    from checker import pipeline  # noqa: PLC0415

    remade = pipeline.claims_made_otherwise(report, settings)
    if remade:
        complain(
            f"{remade} documents have not changed since their claims were stored, but the program, "
            "the language model or the settings have; `checker diff` tells what that makes new"
        )
