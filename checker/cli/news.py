"""Which documents of a run are new: named one by one, or changed since a revision."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import MissingInput, SettingsError

if TYPE_CHECKING:
    from checker.model.report import NewLines, Report

# Formats in which a line of the file is a line of its text.
PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
# What a repository says of its own diffs is not obeyed.
NAMES = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff")
PATCH = ("diff", "--unified=0", "--no-color", "--no-renames", "--no-ext-diff", "--no-textconv")
HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(?P<first>\d+)(?:,(?P<count>\d+))? @@", re.MULTILINE)


def with_new(paths: Sequence[Path], new: Sequence[Path]) -> list[Path]:
    """Return the paths of a run, with new documents that lie under none of them.

    Raises MissingInput for a new document that does not exist.
    """
    for path in new:
        if not path.exists():
            raise MissingInput(path, "no such file", "check its spelling")
    known = [path.resolve() for path in paths]
    outside = [path for path in new if not _under(path.resolve(), known)]
    return [*paths, *outside]


@dataclass(frozen=True, slots=True)
class News:
    """What is new: files, and of those that were there before the lines that are.

    Lines are pairs, from 1, both ends within; a file that has none is new as a whole.
    """

    files: tuple[Path, ...]
    lines: Mapping[Path, tuple[tuple[int, int], ...]]


def changed_since(revision: str) -> News:
    """Return what this repository has added or changed since a revision.

    Since the point where this branch left it, rather: what went on there meanwhile is
    not ours. What is not committed counts. Raises SettingsError where git cannot tell.
    """
    if revision.startswith("-"):
        raise SettingsError(f"--since {revision!r}: a revision does not begin with a dash")
    top = Path(_git("rev-parse", "--show-toplevel").strip("\n"))
    _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", told=revision)
    base = _git("merge-base", revision, "HEAD", told=revision).strip()
    added = [
        *_names(_git(*NAMES, "--diff-filter=A", base, at=top)),
        *_names(_git("ls-files", "-z", "--others", "--exclude-standard", at=top)),
    ]
    changed = _names(_git(*NAMES, "--diff-filter=M", base, at=top))
    lines = {
        top / name: added_lines(_git(*PATCH, base, "--", f":(literal,top){name}", at=top))
        for name in changed
        if Path(name).suffix.lower() in PLAIN
    }
    return News(tuple(sorted(top / name for name in (*added, *changed))), lines)


def lines_of(report: Report, news: News | None, named: Iterable[Path]) -> list[NewLines]:
    """Return the new lines of the sources of a report; files that were named are new as wholes."""
    from checker.model.report import NewLines  # noqa: PLC0415

    wholes = {path.resolve() for path in named}
    lines = {path.resolve(): pairs for path, pairs in (news.lines if news else {}).items()}
    # Lines of the text that was read out of a page are none of its file's.
    sources = [source for source in report.sources if not source.places]
    files = [(source.id, Path(source.path).resolve()) for source in sources]
    return [
        NewLines(source=key, first=first, last=last)
        for key, file in files
        if file not in wholes and file in lines
        # Where lines were only taken away, none is new: an empty stretch says so.
        for first, last in lines[file] or ((1, 0),)
    ]


def added_lines(patch: str) -> tuple[tuple[int, int], ...]:
    """Return the lines that a patch without context adds: its "@@ -3 +3,2 @@" tell."""
    found = []
    for match in HUNK.finditer(patch):
        first, count = int(match["first"]), int(match["count"] or 1)
        if count:
            found.append((first, first + count - 1))
    return tuple(found)


def _names(listed: str) -> list[str]:
    return [name for name in listed.split("\0") if name]


def _under(path: Path, known: Iterable[Path]) -> bool:
    return any(path == each or each in path.parents for each in known)


def _git(*arguments: str, told: str = "", at: Path | None = None) -> str:
    """Return what git prints."""
    try:
        done = subprocess.run(  # noqa: S603  (no shell, and revisions are checked)
            ("git", *arguments),  # noqa: S607  (git, wherever it is installed)
            cwd=at,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise SettingsError("--since: git is not installed; name files with --new-source") from None
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines()
        reason = why[0] if why else f"there is no revision {told!r}, or no history in common"
        raise SettingsError(
            f"--since: git cannot tell what is new: {reason}; "
            "fetch the whole history, or name files with --new-source"
        )
    return done.stdout.decode(errors="surrogateescape")
