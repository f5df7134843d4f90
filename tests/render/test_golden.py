"""Every format of the bridge story equals its golden file, byte for byte.

After a wanted change: `UPDATE_GOLDEN=1 pytest tests/render/test_golden.py`, then
read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.render import FORMATS, render

from .bridge import bridge_report, drafted_report

GOLDEN = Path(__file__).parent.parent / "golden"
ENDINGS = {
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "html": "html",
    "json": "json",
    "junit": "junit.xml",
    "markdown": "md",
    "rdjson": "rdjson.json",
    "sarif": "sarif",
    "text": "txt",
}


def test_every_format_has_a_golden_file():
    assert set(ENDINGS) == set(FORMATS)


@pytest.mark.parametrize("format_name", FORMATS)
def test_output_equals_golden_file(format_name):
    golden = GOLDEN / f"report.{ENDINGS[format_name]}"
    written = render(bridge_report(), format_name)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(written)
    assert written.decode() == golden.read_text(encoding="utf-8")


def test_page_with_a_draft_equals_its_golden_file():
    golden = GOLDEN / "draft.html"
    written = render(drafted_report(), "html")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(written)
    assert written.decode() == golden.read_text(encoding="utf-8")


def test_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(SettingsError, match=r"'pdf'.*html, json, .*, text"):
        render(bridge_report(), "pdf")
