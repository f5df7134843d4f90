"""`checker rules`, `checker explain`, `checker schema`: what the program can tell of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.terminal import put
from checker.errors import SettingsError

if TYPE_CHECKING:
    from checker.model.report import RuleInfo

FORMATS = ("text", "json")
COLUMNS = ("code", "name", "family", "summary")


def rules(
    format_name: Annotated[
        str, typer.Option("--format", metavar="text|json", help="As a table or as JSON.")
    ] = "text",
) -> None:
    """List the rules."""
    if format_name not in FORMATS:
        raise SettingsError(f"--format {format_name!r}: there are {' and '.join(FORMATS)}")
    listed = _listed_rules()
    if format_name == "json":
        _put_json([rule.model_dump(mode="json") for rule in listed])
    else:
        put("".join(f"{line}\n" for line in _table(listed)))


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")],
) -> None:
    """Show what a rule objects to, with examples."""
    from checker.settings import find_rule  # noqa: PLC0415

    rule = find_rule(_listed_rules(), code)
    put(f"{rule.code} {rule.name} (family: {rule.family})\n\n{rule.explanation.strip()}\n")


def schema() -> None:
    """Print the JSON Schema of the JSON report."""
    from checker.render.json_report import json_schema  # noqa: PLC0415

    _put_json(json_schema())


def _listed_rules() -> tuple[RuleInfo, ...]:
    """Return what is shown of every rule, by code."""
    from checker.review import rule_info  # noqa: PLC0415
    from checker.rules import load_rules  # noqa: PLC0415

    return tuple(rule_info(rule) for rule in sorted(load_rules(), key=lambda rule: rule.code))


def _table(listed: Sequence[RuleInfo]) -> Iterator[str]:
    """Yield the lines of a table with columns as wide as they need to be."""
    rows = [COLUMNS, *(tuple(getattr(rule, name) for name in COLUMNS) for rule in listed)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(COLUMNS))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _put_json(content: object) -> None:
    """Print indented JSON."""
    put(json.dumps(content, ensure_ascii=False, indent=2) + "\n")
