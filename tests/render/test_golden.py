"""Every format of the bridge story equals its golden file; archives are opened for it.

After a wanted change: `UPDATE_GOLDEN=1 pytest tests/render/test_golden.py`, then
read the difference before it is committed.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.render import FORMATS, render

from .bridge import bridge_report, drafted_report
from .opened import opened

GOLDEN = Path(__file__).parent.parent / "golden"
ENDINGS = {
    "csv": "csv",
    "docx": "docx.txt",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "html": "html",
    "json": "json",
    "junit": "junit.xml",
    "markdown": "md",
    "rdjson": "rdjson.json",
    "sarif": "sarif",
    "text": "txt",
    "xlsx": "xlsx.txt",
}


def test_every_format_has_a_golden_file():
    assert set(ENDINGS) == set(FORMATS)


@pytest.mark.parametrize("format_name", FORMATS)
def test_output_equals_golden_file(format_name):
    golden = GOLDEN / f"report.{ENDINGS[format_name]}"
    content = render(bridge_report(), format_name)
    written = opened(format_name, content)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_name", ["xlsx", "docx"])
def test_archives_are_the_same_bytes_whenever_they_are_written(format_name):
    assert render(bridge_report(), format_name) == render(bridge_report(), format_name)
    with zipfile.ZipFile(io.BytesIO(render(bridge_report(), format_name))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} <= {1980, 2000}
        assert not [
            n for n in archive.namelist() if re.search(rb"20[1-9]\d-\d\d-\d\dT", _core(archive, n))
        ]


def _core(archive, name):
    """What an archive says of itself, apart from what it holds."""
    return archive.read(name) if name.startswith("docProps/") or "comments" in name else b""


def test_page_with_a_draft_equals_its_golden_file():
    golden = GOLDEN / "draft.html"
    written = render(drafted_report(), "html")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(written)
    assert written.decode() == golden.read_text(encoding="utf-8")


def test_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(SettingsError, match=r"'pdf'.*html, json, .*, text"):
        render(bridge_report(), "pdf")
