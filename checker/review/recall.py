"""How much the tool is known to find, so that silence is not read as consent."""

from __future__ import annotations

import tomllib
from importlib.resources import files

UNMEASURED = (
    "How much of what it ought to find the tool does find has not been measured: "
    "a question on which this report is silent may still be disputed."
)


def recall_note() -> str:
    """Say what share of the disagreements that must be found the tool did find."""
    table = tomllib.loads(files(__package__).joinpath("measured.toml").read_text(encoding="utf-8"))
    return note(table["found"], table["must"], table["corpora"])


def note(found: int, must: int, corpora: str) -> str:
    """Put the measured share in words."""
    if not must:
        return UNMEASURED
    return (
        f"On the {corpora} the tool found {found} of the {must} disagreements that must be found "
        f"({100 * found / must:.0f} %): a question on which this report is silent "
        "may still be disputed."
    )
