"""Claims of made stories in a file, a story a line; and as many more of them as are wanted.

Reading sixteen thousand documents for a million claims takes an hour of processor time;
so some are read, and their claims are told anew: other names, figures and days, alike
throughout a story.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.speed.names import Names
from benchmarks.speed.plan import Plan
from checker import extract, ingest
from checker.model.claim import Claim, Question
from checker.model.span import Span
from checker.model.value import Moment, Name, Quantity, Value
from checker.settings import Settings

PROCESSES = 2
MOST_WEEKS = 300
LEAST_FACTOR, MOST_FACTOR = 1.05, 1.9


def claims_file(plan: Plan) -> Path:
    """The claims of the plan's documents, a story a line; read where they are not there yet."""
    file = plan.work / f"claims-{plan.read_for_claims}.jsonl"
    if file.exists():
        return file
    stories = sorted(plan.corpus(plan.read_for_claims).iterdir())
    with ProcessPoolExecutor(PROCESSES) as pool:
        lines = list(pool.map(_read_story, map(str, stories), chunksize=4))
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return file


def stream(file: Path, most: int) -> Iterator[list[Claim]]:
    """Stories of claims until there are `most` claims or a few more, copies one after another."""
    rounds = -(-most // max(sum(_sizes(file)), 1))
    given = 0
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            claims = [Claim.model_validate(told) for told in json.loads(line)["claims"]]
            story = json.loads(line)["story"]
            for number in range(rounds):
                if given >= most:
                    return
                given += len(claims)
                yield retold(claims, story, number)


def retold(claims: Sequence[Claim], story: str, number: int) -> list[Claim]:
    """The claims of a story told anew: its n-th copy; nought is the story itself."""
    prefix = f"{story}-{number}/"
    if not number:
        return [_moved_to(prefix, claim) for claim in claims]
    draw = random.Random(prefix)
    words, factor = _words(claims, Names(draw)), draw.uniform(LEAST_FACTOR, MOST_FACTOR)
    days = timedelta(weeks=draw.randint(-MOST_WEEKS, MOST_WEEKS))
    return [_moved_to(prefix, _told(claim, words, factor, days)) for claim in claims]


def _sizes(file: Path) -> Iterator[int]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["size"]


def _read_story(folder: str) -> str:
    sources, _ = ingest.read_all([Path(folder)], Settings().ingest)
    claims = extract.find_claims(sources, Settings().extract).claims
    told = [claim.model_dump(mode="json") for claim in claims]
    return json.dumps({"story": Path(folder).name, "size": len(claims), "claims": told})


def _words(claims: Sequence[Claim], names: Names) -> dict[str, str]:
    """Every word of the names of a story, and what stands for it in the copy."""
    keys = {claim.value.key for claim in claims if isinstance(claim.value, Name)}
    parts = sorted({part for key in keys for part in key.split()})
    return {part: names.surname().lower() for part in parts}


def _told(claim: Claim, words: Mapping[str, str], factor: float, days: timedelta) -> Claim:
    question = claim.question
    changed: dict[str, Any] = {
        "subject": _renamed(question.subject, words),
        "agent": _renamed(question.agent, words),
        "patient": _renamed(question.patient, words),
        "place": _renamed(question.place, words),
        "participants": tuple(_renamed(key, words) for key in question.participants),
        "context": tuple(sorted(_renamed(key, words) for key in question.context)),
        "nearby": tuple(sorted(_renamed(key, words) for key in question.nearby)),
        "when": _later(question.when, days) if question.when else None,
    }
    asked: Question = question.model_copy(update=changed)
    return claim.model_copy(
        update={"question": asked, "value": _answer(claim.value, words, factor, days)}
    )


def _answer(value: Value, words: Mapping[str, str], factor: float, days: timedelta) -> Value:
    match value:
        case Name():
            key = _renamed(value.key, words)
            return value.model_copy(update={"key": key, "text": key.title()})
        case Quantity():
            bounds = {"low": value.low, "high": value.high}
            moved = {k: _stretched(b, factor, value.grain) for k, b in bounds.items()}
            return value.model_copy(update=moved)
        case Moment():
            return _later(value, days)
        case _:
            return value


def _stretched(bound: float | None, factor: float, grain: float) -> float | None:
    """A bound made larger, in the digits in which it is written."""
    return None if bound is None else round(bound * factor / (grain or 1)) * (grain or 1)


def _later(moment: Moment, days: timedelta) -> Moment:
    first = moment.first + days if moment.first else None
    last = moment.last + days if moment.last else None
    written = {"year": moment.year, "month": moment.month, "day": moment.day}
    told = {k: getattr(first, k) for k, part in written.items() if first and part is not None}
    return moment.model_copy(update={"first": first, "last": last, **told})


def _renamed(key: str, words: Mapping[str, str]) -> str:
    return " ".join(words.get(part, part) for part in key.split(" "))


def _moved_to(prefix: str, claim: Claim) -> Claim:
    """The claim as one of a source whose name begins otherwise."""
    return claim.model_copy(
        update={
            "id": prefix + claim.id,
            "span": _span(prefix, claim.span),
            "sentence": _span(prefix, claim.sentence),
        }
    )


def _span(prefix: str, span: Span) -> Span:
    return span.model_copy(update={"source": prefix + span.source})
