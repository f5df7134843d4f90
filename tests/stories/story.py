"""A story told in Markdown: documents, then what the report must and must not say.

# why this story is here
## harbour-post.md            a document, up to the next heading
## expect
- U01: 11-year | 10-year      a row of this rule with these words on two sides
## silent
- 30 diplomats                no row shows these words
## not yet
- A01: left | stayed          a row that an editor would expect; to be moved up once it is shown
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from checker.model.report import Report

_ROW = re.compile(r"- (?P<code>[A-Z]\d\d): (?P<left>.+?) \| (?P<right>.+)")


@dataclass
class Story:
    why: str
    documents: dict[str, str] = field(default_factory=dict)
    expected: list[tuple[str, str, str]] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    missing: list[tuple[str, str, str]] = field(default_factory=list)


def read_story(path: Path) -> Story:
    story, name = Story(""), ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# ") and not story.why:
            story.why = line[2:]
        elif line.startswith("## "):
            name = line[3:].strip()
        elif name in {"expect", "not yet"}:
            rows = story.expected if name == "expect" else story.missing
            if match := _ROW.match(line):
                rows.append((match["code"], match["left"], match["right"]))
        elif name == "silent":
            if line.startswith("- "):
                story.silent.append(line[2:])
        elif name:
            story.documents[name] = story.documents.get(name, "") + line + "\n"
    return story


def write_documents(story: Story, folder: Path) -> None:
    for name, text in story.documents.items():
        (folder / name).write_text(text.lstrip("\n"), encoding="utf-8")


def shows(report: Report, code: str, left: str, right: str) -> bool:
    """Say whether a row of a rule has the words on two different sides."""
    for row in report.discrepancies:
        sides = [{e.quote for e in version.evidence} for version in row.versions]
        holding = [
            [i for i, side in enumerate(sides) if any(w in q or q in w for q in side)]
            for w in (left, right)
        ]
        if row.code == code and any(i != j for i in holding[0] for j in holding[1]):
            return True
    return False


def quotes(report: Report) -> list[str]:
    return [e.quote for row in report.discrepancies for v in row.versions for e in v.evidence]
