"""The sample under `reports/sample/` is what the program writes today about `seeds/`.

After a wanted change: `UPDATE_GOLDEN=1 pytest tests/render/test_sample.py`.
"""

from __future__ import annotations

import os

import pytest

import checker
from benchmarks.corpora import ROOT
from checker.render import render

pytestmark = pytest.mark.model
SAMPLE = ROOT / "reports" / "sample" / "index.html"


def test_sample_is_of_today(monkeypatch):
    monkeypatch.chdir(ROOT)
    written = render(checker.check(["seeds"]), "html")
    if os.environ.get("UPDATE_GOLDEN"):
        SAMPLE.write_bytes(written)
    assert written.decode() == SAMPLE.read_text(encoding="utf-8")
