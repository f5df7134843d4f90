"""What a sound head gives, and what is no head at all."""

from __future__ import annotations

import pytest

from checker.model.source import RegionKind
from tests.ingest.reading import read_text

HEAD = """---
# kept by the desk
title: 'The mayor''s
  bridge'
publisher: Riverton Herald   # weekly
url: http://herald.example/a#part
tags: [port, "bridge"]
authors:
- Jo Roe
- Jan Doe
summary: |
  It reopened.
language: en-GB
empty:
---
The bridge reopened.
"""


def test_values(tmp_path):
    source = read_text(tmp_path, HEAD, "a.md")
    assert source.title == "The mayor's bridge"
    assert source.publisher == "Riverton Herald"
    assert source.url == "http://herald.example/a#part"
    assert source.language == "en"


def test_the_head_is_metadata_to_its_last_line(tmp_path):
    source = read_text(tmp_path, HEAD, "a.md")
    assert source.regions[0].kind is RegionKind.METADATA
    assert source.text[source.regions[0].end :] == "The bridge reopened.\n"


@pytest.mark.parametrize("text", ["---\n\nThe bridge reopened.\n", "---", "- a\n- b: c\n"])
def test_a_rule_across_the_page_is_no_head(text, tmp_path):
    source = read_text(tmp_path, f"{text}\nIt had been closed.", "a.md")
    assert RegionKind.METADATA not in {region.kind for region in source.regions}


def test_plain_text_has_no_front_matter(tmp_path):
    source = read_text(tmp_path, "---\ntitle: X\n---\nThe bridge reopened.\n", "a.txt")
    assert source.title != "X"
