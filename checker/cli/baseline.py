"""`checker baseline update|show`: what is known, so that only the new fails."""

from __future__ import annotations

import typer

from checker.cli.exits import Exit, exit_of_reading
from checker.cli.options import AllowUnread, ClaimsDir, Config, Paths, load
from checker.cli.run import run_check
from checker.cli.terminal import complain, put
from checker.cli.unread import tell_nothing_read, tell_unread

baseline = typer.Typer(help="What is known already.", rich_markup_mode=None)


@baseline.callback()
def known() -> None:
    """Keep the list of discrepancies that are known already."""


@baseline.command()
def update(
    paths: Paths = None,
    config: Config = None,
    claims_dir: ClaimsDir = None,
    allow_unread: AllowUnread = False,
) -> None:
    """Write baseline.jsonl anew: whatever the documents differ on now is known.

    What people have decided on is left out, so that a decision that expires brings
    its discrepancy back.
    """
    settings = load(config, claims_dir=claims_dir).settings
    from checker import review  # noqa: PLC0415
    from checker.render.words import count_of  # noqa: PLC0415

    read = paths or settings.paths
    decisions = review.load_decisions(settings.claims_dir)
    report = run_check(read, settings)
    tell_unread(report.unread)
    code = exit_of_reading(len(report.sources), report.unread, allow_unread=allow_unread)
    if code is not Exit.CLEAN:
        # A baseline of half the documents would bring the rest back as new.
        if code is Exit.NOTHING_READ:
            tell_nothing_read(read)
        raise typer.Exit(code)
    # What has expired is open again, yet it is for people to decide on anew.
    standing = review.weigh(report, decisions, today=settings.today)
    back = {decision.fingerprint for decision in standing.standing.expired}
    rows = [row for row in standing.discrepancies if row.fingerprint not in back]
    entries = {review.known_of(row) for row in rows}
    review.save_baseline(settings.claims_dir, entries)
    complain(f"known from now on: {count_of(len(entries), 'discrepancy')}")


@baseline.command()
def show(config: Config = None, claims_dir: ClaimsDir = None) -> None:
    """List what is known: fingerprint, rule, question and answers."""
    settings = load(config, claims_dir=claims_dir).settings
    from checker import review  # noqa: PLC0415
    from checker.render.inert import to_line  # noqa: PLC0415

    for entry in sorted(review.load_baseline(settings.claims_dir), key=lambda e: e.fingerprint):
        answers = " | ".join(entry.versions)
        told = f"{entry.fingerprint} {entry.code} {entry.question} {answers}"
        # A line that began with what a file says could be a command to a build server.
        put(f"Known: {to_line(told)}\n")
