"""A source's own date does not fit what it tells.

"Tuesday", "this week" and "yesterday" count from the source's date. Where other
sources give the same event a date that this reckoning cannot reach, or wrote of it
before, or the source tells as done what by its own date lay ahead, its date is not
the day of writing: often the day of a crawl, a move to a new server, or a first version.

Conflict:
    dated 7 March, "met on Tuesday" | the meeting was on Tuesday, 9 March
Agreement:
    dated 10 March, "met on Tuesday" | the meeting was on Tuesday, 9 March
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache

from checker.model.claim import Attribute, Claim
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding, Kind
from checker.model.source import Source
from checker.model.value import Moment
from checker.rules.answers import answer
from checker.rules.dateline_reasons import Reasons, reasons_against
from checker.rules.dateline_view import FAR_DAYS, REAL, Dated, Others
from checker.rules.shape import StoryRule
from checker.rules.story import claims_of, published_claims, published_day, resolve, story_day

MOST_REASONS = 3
# A page of a season later tells what came of it: a trial, a record, the same again.
ANOTHER_TIME = 100


def check(
    clusters: Sequence[ClaimCluster], sources: Sequence[Source], _options: None
) -> Iterator[Finding]:
    """Yield a finding for every date that does not fit the text of its sources."""
    dated = published_claims(clusters)
    middle = story_day(sources)
    if middle is None:
        return
    dates = _claims_by_source(clusters, middle, Attribute.DATE, Attribute.CLOCK)
    told = cache(lambda: _claims_by_source(clusters, middle, *Attribute))
    days = {s.id: day for s in sources if (day := published_day(s)) is not None}
    near = [s for s in sources if s.id not in days or abs((days[s.id] - middle).days) < FAR_DAYS]
    by_id = {source.id: source for source in sources}
    ids, of_day = [s.id for s in near], Counter(days.values())
    close = sum(s.id in days for s in near)
    for stamped in _by_stamp([s for s in sources if s.id in dated and _is_sure(s)]):
        mine = {source.id for source in stamped}
        others = Others(ids, mine, dates, told)
        other_days = sorted(of_day - Counter(days[each] for each in mine))
        reasons = Reasons()
        for source in stamped:
            day = days[source.id]
            far = close > 1 and _stands_apart(day, middle, other_days)
            found = reasons_against(
                Dated(source, day, dates.get(source.id, []), others, other_days, days, by_id, far)
            )
            reasons.own.extend(_first(found.own))
            reasons.others.extend(found.others)
            if found.own and far:
                reasons.others.extend(_stamps_of(near, dated, mine))
        if reasons.own:
            yield _finding(stamped, [dated[s] for s in sorted(mine)], reasons)


def _is_sure(source: Source) -> bool:
    """Say whether a source has a date that can be read in one way only ("03/04/2021" in two)."""
    moment = source.published.moment
    return moment is not None and moment.first is not None and not moment.ambiguous


def _stands_apart(day: date, middle: date, others: Sequence[date]) -> bool:
    """Say whether a date is far from all others, but not so far that it is another year's."""
    apart = min(abs((day - other).days) for other in (middle, *others))
    return FAR_DAYS <= apart <= ANOTHER_TIME


def _by_stamp(sources: Sequence[Source]) -> list[list[Source]]:
    """The sources, those of one outlet with one and the same time of day together."""
    groups: dict[tuple[datetime | None, str], list[Source]] = defaultdict(list)
    for source in sources:
        moment = source.published.moment
        first = moment.first if moment is not None else None
        timed = first is not None and first.time() != datetime.min.time()
        groups[first, source.publisher if timed and source.publisher else source.id].append(source)
    return list(groups.values())


def _claims_by_source(
    clusters: Sequence[ClaimCluster], day: date, *attributes: Attribute
) -> dict[str, list[Claim]]:
    """Every source's claims in order, dates without a year put next to the story's day."""
    claims = defaultdict(list)
    for claim in claims_of(clusters, *attributes):
        value = claim.value
        if claim.question.attribute is Attribute.DATE and isinstance(value, Moment):
            resolved = resolve(value, day)
            moved = claim if resolved is value else claim.model_copy(update={"value": resolved})
            claims[claim.source].append(moved)
        else:
            claims[claim.source].append(claim)
    return {
        source: sorted(found, key=lambda c: (c.span.start, c.span.end, c.id))
        for source, found in claims.items()
    }


def _first(claims: Sequence[Claim]) -> list[Claim]:
    """The first claims of different places."""
    return list({(c.span.start, c.span.end): c for c in claims}.values())[:MOST_REASONS]


def _stamps_of(near: Sequence[Source], dated: dict[str, Claim], mine: set[str]) -> list[Claim]:
    """The dates of the sources nearest to the middle of the story."""
    return [dated[s] for s in sorted(s.id for s in near if s.id in dated and s.id not in mine)]


def _finding(stamped: Sequence[Source], dates: Sequence[Claim], reasons: Reasons) -> Finding:
    answers = [answer(dates), answer(reasons.own, "text")]
    others = _few_of_each(reasons.others)
    if others:
        answers.append(answer(others, "others"))
    name = stamped[0].name if len(stamped) == 1 else f"{stamped[0].name} ({len(stamped)})"
    return Finding(
        code=RULE.code,
        family=RULE.family,
        key=f"published|{'|'.join(sorted(source.id for source in stamped))}",
        question=f"When was {name} written? Its date does not fit its own text",
        kind=Kind.CONFLICT,
        confidence=0.85,
        explanation=f"dated {dates[0].words} ≠ “{reasons.own[0].words}”, {_told(reasons.own[0])}",
        answers=tuple(answers),
    )


def _told(own: Claim) -> str:
    if own.question.attribute is Attribute.WRITTEN:
        return "on the same page"
    return "told as done" if own.modality in REAL else "told as ahead"


def _few_of_each(claims: Sequence[Claim]) -> list[Claim]:
    """The first claims of each other source, each once."""
    kept: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if len(kept[claim.source]) < MOST_REASONS:
            kept[claim.source].setdefault(claim.id, claim)
    return [claim for source in sorted(kept) for claim in kept[source].values()]


RULE = StoryRule(code="D03", name="dateline-misfit", family="dateline", story=check)
