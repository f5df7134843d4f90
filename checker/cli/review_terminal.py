"""Deciding in the terminal: one open discrepancy at a time, y / n / s / q."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from checker.cli.decide import who_decides
from checker.cli.standing import weigh_run
from checker.cli.terminal import colour_wanted, complain, put

if TYPE_CHECKING:
    from checker.model.discrepancy import Discrepancy
    from checker.model.report import Report
    from checker.settings import Settings

YES, NO, SKIP, QUIT = "y", "n", "s", "q"
WORDS = {"yes": YES, "no": NO, "skip": SKIP, "quit": QUIT}
# Verdicts by what is typed; the first two are what is asked, the others are there too.
VERDICTS = {
    YES: "confirmed",
    NO: "false-alarm",
    "b": "both-right",
    "a": "attributed",
    "w": "wont-fix",
}
PROMPT = (
    "Do the sources disagree? [y]es, [n]o, [s]kip, [q]uit "
    "(also [b]oth right, [a]ttributed, [w]on't fix)"
)


def review_in_terminal(report: Report, settings: Settings, by: str | None) -> None:
    """Ask about each open discrepancy, and write each decision at once."""
    rows = weigh_run(report, settings).discrepancies
    decider = who_decides() if by is None else by
    decided = 0
    for number, row in enumerate(rows, 1):
        put(_shown(row, report))
        typer.echo(f"{number} of {len(rows)}. {PROMPT}", err=True)
        answer = _asked("", [*VERDICTS, SKIP, QUIT])
        if answer in {QUIT, ""}:
            break
        if answer != SKIP and _decide(row, VERDICTS[answer], decider, settings):
            decided += 1
    complain(f"{decided} of {len(rows)} open discrepancies decided")


def _shown(row: Discrepancy, report: Report) -> bytes:
    """Write one discrepancy as text, without the rest of the report."""
    from checker.render.text import render_row  # noqa: PLC0415

    return render_row(row, report, colour=colour_wanted())


def _decide(row: Discrepancy, verdict: str, by: str, settings: Settings) -> bool:
    """Ask for what a verdict needs, and write it; nothing given leaves it open."""
    from checker import review  # noqa: PLC0415

    correct = _line("The right answer:") if verdict == VERDICTS[YES] else ""
    reason = _line("Why (colleagues will read it):")
    if not reason or (verdict == VERDICTS[YES] and not correct):
        complain("nothing written: a decision needs its reason, and a confirmed one the answer")
        return False
    decision = review.decision_from(
        {
            **review.matter_of(row),
            "verdict": verdict,
            "correct": correct,
            "reason": reason,
            "by": by,
            "on": settings.today or date.today(),
        }
    )
    review.add_decisions(settings.claims_dir, [decision])
    return True


def _asked(prompt: str, answers: list[str]) -> str:
    """Ask until an answer is one of those; the end of input is an empty one."""
    while True:
        told = _line(prompt)
        if told is None:
            return ""
        letter = WORDS.get(told.lower(), told.lower())
        if letter in answers:
            return letter
        complain(f"type one of {', '.join(answers)}")


def _line(prompt: str) -> str | None:
    """Read a line from the person; nothing where the input has ended."""
    typer.echo(f"{prompt} > " if prompt else "> ", nl=False, err=True)
    try:
        return input().strip()
    except EOFError:
        return None
