"""`--output FORMAT:PATH`: what is asked for, and putting it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.cli.terminal import colour_wanted, put
from checker.errors import SettingsError, StoreError
from checker.model.report import Report
from checker.render import FORMATS, render

STDOUT = "-"

# Where people decide, they also see, folded away, what is decided or known already.
WORKPLACES = frozenset({"csv", "html", "xlsx"})
# What shows claims that nobody disputes; for the others they need not be looked up.
NEED_CLAIMS = frozenset({"html"})


@dataclass(frozen=True, slots=True)
class Output:
    """One output: the format, and the path of a file or `-`."""

    format_name: str
    path: str


def parse_outputs(wanted: Sequence[str]) -> tuple[Output, ...]:
    """Return what `--output` asks for, or text on standard output where nothing does.

    Raises SettingsError for what is not FORMAT:PATH and for two outputs to one place.
    """
    outputs = tuple(_parse_output(each) for each in wanted) or (Output("text", STDOUT),)
    paths = [output.path for output in outputs]
    for path in paths:
        if paths.count(path) > 1:
            raise SettingsError(f"--output: two outputs go to {path!r}; give each its own place")
    return outputs


def write_output(output: Output, report: Report) -> None:
    """Render a report and put it where it belongs; folders are made.

    Several stories as HTML are several pages: the index where it was asked for, the
    others in a folder beside it. Raises StoreError where a file cannot be written.
    """
    if output.path == STDOUT:
        put(render(report, output.format_name, colour=colour_wanted()))
        return
    for path, content in _files(output, report).items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise StoreError(
                f"{path}: cannot be written ({error.strerror}); give --output another path"
            ) from None


def _files(output: Output, report: Report) -> dict[Path, bytes]:
    """The files of an output, and what is to stand in them."""
    path = Path(output.path)
    if output.format_name != "html" or len(report.stories) < 2:
        return {path: render(report, output.format_name)}
    from checker import review  # noqa: PLC0415
    from checker.render.html import render_site  # noqa: PLC0415

    pages = render_site(report, review.split(report), path.name)
    return {path.parent / name: content for name, content in pages.items()}


def _parse_output(wanted: str) -> Output:
    """Split at the first colon: "json:report.json", "text:-"."""
    format_name, colon, path = wanted.partition(":")
    if format_name not in FORMATS:
        raise SettingsError(f"--output {wanted!r}: {_nearest_format(format_name)}")
    if not colon or not path:
        raise SettingsError(
            f"--output {wanted!r}: write FORMAT:PATH, such as {format_name}:report.{format_name}, "
            f"or {format_name}:- for standard output"
        )
    return Output(format_name, path)


def _nearest_format(name: str) -> str:
    """Name the format that was probably meant, and all there are."""
    # Late, as it is wanted only when something is misspelt.
    from rapidfuzz import process  # noqa: PLC0415

    nearest = process.extractOne(name, FORMATS, score_cutoff=60)
    guess = f"did you mean {nearest[0]!r}? " if nearest else ""
    return f"there is no format {name!r}; {guess}there are {', '.join(FORMATS)}"
