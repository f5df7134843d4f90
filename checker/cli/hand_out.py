"""A report that was weighed goes to its outputs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.cli.outputs import NEED_CLAIMS, WORKPLACES, Output, write_output
from checker.cli.standing import has_facts, tell_standing

if TYPE_CHECKING:
    from checker.model.report import Report
    from checker.settings import Settings


def lacks_nothing(outputs: Sequence[Output], settings: Settings) -> bool:
    """Say whether a report must be whole: an output or a decision looks at undisputed claims."""
    return any(each.format_name in NEED_CLAIMS for each in outputs) or has_facts(settings)


def hand_out(
    report: Report, settings: Settings, outputs: Sequence[Output], *, show_suppressed: bool
) -> None:
    """Write the outputs of a report, and tell what is not in them."""
    from checker import review  # noqa: PLC0415

    tell_standing(report.standing, shown=show_suppressed)
    shown = review.visible(report, settings.min_severity)
    bare = shown if show_suppressed else review.without_suppressed(shown)
    for each in outputs:
        write_output(each, shown if each.format_name in WORKPLACES else bare)
