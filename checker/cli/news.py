"""Which documents of a run are new: named one by one, or changed since a revision."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import MissingInput, SettingsError

if TYPE_CHECKING:
    from checker.model.report import Report


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


def new_ids(report: Report, new: Iterable[Path]) -> frozenset[str]:
    """Return the ids of the sources that were read from new files or below new folders."""
    files = [path.resolve() for path in new]
    return frozenset(
        source.id for source in report.sources if _under(Path(source.path).resolve(), files)
    )


def changed_since(revision: str) -> list[Path]:
    """Return the files of this repository that were added or changed since a revision.

    Since the point where this branch left it, rather: what went on there meanwhile is
    not ours. What is not committed counts. Raises SettingsError where git cannot tell.
    """
    if revision.startswith("-"):
        raise SettingsError(f"--since {revision!r}: a revision does not begin with a dash")
    top = Path(_git("rev-parse", "--show-toplevel").strip("\n"))
    _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", told=revision)
    base = _git("merge-base", revision, "HEAD", told=revision).strip()
    listed = (
        _git("diff", "--name-only", "-z", "--no-renames", "--diff-filter=AM", base, at=top),
        _git("ls-files", "-z", "--others", "--exclude-standard", at=top),
    )
    return sorted(top / name for names in listed for name in names.split("\0") if name)


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
