"""The words in which a report speaks: neutral, plain, the same in every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from checker.model.decision import Ruling
from checker.model.discrepancy import Kind, Severity, Version
from checker.model.draft import Draft, DraftSentence, Footing
from checker.model.report import Report
from checker.model.source import DateOrigin, RegionKind, Source
from checker.model.standing import Suppressed
from checker.model.value import Grain, Moment

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

# "2021-05-04", "2021-05-04T18:30:00+02:00", as page metadata has it.
STAMP = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) (?: [T ] (?P<clock>\d\d:\d\d) \S* )?", re.VERBOSE)

PLURALS = {"discrepancy": "discrepancies", "copy": "copies", "story": "stories"}

SEVERITY_MEANING = {
    Severity.ERROR: "answers that cannot all stand",
    Severity.WARNING: "differences that deserve a look",
    Severity.NOTE: "looser figures, other wording",
}

KIND_WORDS = {
    Kind.CONFLICT: "cannot all stand",
    Kind.UPDATE: "moved with time",
    Kind.IMPRECISION: "one is less precise",
    Kind.WORDING: "worded differently",
}

FOOTING_WORDS = {
    Footing.CONTRADICTED: "contradicted",
    Footing.UNSOURCED: "without a source",
    Footing.PARTLY: "partly backed",
    Footing.BACKED: "backed",
}

VERDICT_WORDS = {
    Ruling.CONFIRMED: "confirmed",
    Ruling.BOTH_RIGHT: "both right",
    Ruling.ATTRIBUTED: "attributed",
    Ruling.FALSE_ALARM: "false alarm",
    Ruling.WONT_FIX: "won’t fix",
}

# The body of a document needs no label: it is where a reader expects a quotation.
REGION_WORDS = {
    RegionKind.BODY: "",
    RegionKind.METADATA: "page metadata",
    RegionKind.TITLE: "headline",
    RegionKind.CAPTION: "caption",
    RegionKind.TEASER: "teaser",
    RegionKind.BOILERPLATE: "page furniture",
}

DATE_ORIGIN_WORDS = {
    DateOrigin.FRONT_MATTER: "read from the front matter",
    DateOrigin.DUMP_HEAD: "read from the head of the file",
    DateOrigin.DATELINE: "read from the dateline",
    DateOrigin.NONE: "",
}


def count_of(number: int, noun: str) -> str:
    """Count things: "1 source", "2 sources"."""
    return f"{number:,} {noun if number == 1 else PLURALS.get(noun, noun + 's')}"


def join_words(parts: Sequence[str], last: str = "and") -> str:
    """Join parts as a sentence does: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def confidence_word(confidence: float) -> str:
    """Say a probability (0–1) in a word."""
    if confidence >= 0.8:
        return "high"
    return "medium" if confidence >= 0.5 else "low"


def backing(version: Version) -> str:
    """Say how many sources give a version and how many of them are independent."""
    given = len(version.sources)
    if version.independent == 0:
        return "the draft alone"
    if given == version.independent:
        return "1 source" if given == 1 else f"{given} independent sources"
    return f"{count_of(given, 'source')}, {version.independent} independent"


def iso_date(moment: Moment | None) -> str | None:
    """Write a moment in ISO 8601 at its own precision; nothing where it is unresolved."""
    if moment is None or moment.first is None:
        return None
    if moment.grain is Grain.YEAR:
        return f"{moment.first.year:04d}"
    if moment.grain is Grain.MONTH:
        return f"{moment.first.year:04d}-{moment.first.month:02d}"
    return moment.first.date().isoformat()


def date_words(moment: Moment | None) -> str:
    """Write a moment for reading: "4 March 2021"; its own words where unresolved."""
    if moment is None:
        return ""
    if moment.first is None:
        return moment.text
    if moment.grain is Grain.YEAR:
        return str(moment.first.year)
    if moment.grain is Grain.MONTH:
        return f"{MONTHS[moment.first.month - 1]} {moment.first.year}"
    return _day(moment.first)


def stamp_words(text: str) -> str:
    """Write a machine's date for reading: "2021-05-04T18:30:00" is "4 May 2021, 18:30"."""
    stamp = STAMP.fullmatch(text)
    if not stamp:
        return text
    try:
        moment = datetime.fromisoformat(stamp["day"])
    except ValueError:
        return text
    clock = stamp["clock"]
    return f"{_day(moment)}, {clock}" if clock and clock != "00:00" else _day(moment)


def date_range_words(moments: Sequence[Moment]) -> str:
    """Say from when to when: "4 to 6 March 2021"; nothing where none is resolved."""
    known = [m for m in moments if m.first is not None]
    if not known:
        return ""
    exact = [m for m in known if m.grain not in {Grain.YEAR, Grain.MONTH}]
    first, last = _stretch(exact or known)
    if any(_last_day(m) < first or (m.first and m.first > last) for m in known):
        exact = []
        first, last = _stretch(known)
    if not exact:
        return _joined(*(f"{MONTHS[d.month - 1]} {d.year}" for d in (first, last)))
    if (first.year, first.month) == (last.year, last.month) and first.day != last.day:
        return f"{first.day} to {_day(last)}"
    return _joined(_day(first), _day(last))


def story_sentence(report: Report) -> str:
    """Sum the sources up in one sentence: how many, from whom, of when, how independent."""
    sources = [source for source in report.sources if not source.is_draft]
    if not sources:
        return "No document could be read." if report.unread else "No document was compared."
    outlets = len({s.publisher for s in sources if s.publisher})
    dates = date_range_words([s.published.moment for s in sources if s.published.moment])
    origins = len({s.origin or s.id for s in sources})
    documents = count_of(len(sources), "document")
    whence = f" from {count_of(outlets, 'outlet')}" if outlets else ""
    when = f", dated {dates}" if dates else ""
    beside = ", beside the draft" if len(sources) < len(report.sources) else ""
    return f"{documents}{whence}{when}, with {count_of(origins, 'independent origin')}{beside}."


def footing_words(sentence: DraftSentence) -> str:
    """Say what a sentence of the draft stands on: "backed by 2 independent sources"."""
    words = FOOTING_WORDS[sentence.footing]
    if sentence.footing is not Footing.BACKED:
        return words
    return f"{words} by {count_of(sentence.independent, 'independent source')}"


def draft_summary(draft: Draft) -> str:
    """Count the sentences of the draft by what they stand on, the gravest first."""
    if not draft.sentences:
        return "No sentence of the draft was understood to claim something."
    counts = Counter(sentence.footing for sentence in draft.sentences)
    told = [f"{counts[each]} {FOOTING_WORDS[each]}" for each in Footing if counts[each]]
    return f"{count_of(len(draft.sentences), 'sentence')} with a claim: {', '.join(told)}."


def suppression_words(suppressed: Suppressed) -> str:
    """Say why a discrepancy is not reported: "false-alarm: two places, decided by N. N."."""
    decision = suppressed.decision
    if decision is None:
        return "known: in the baseline"
    right = f" ({decision.correct})" if decision.correct else ""
    who = f", decided by {decision.by}" if decision.by else ""
    until = f", until {decision.expires.isoformat()}" if decision.expires else ""
    return f"{decision.verdict}{right}: {decision.reason}{who}{until}"


def severity_counts(report: Report) -> dict[Severity, int]:
    """Count discrepancies by severity, the loudest first."""
    found = [d.severity for d in report.discrepancies]
    return {severity: found.count(severity) for severity in Severity}


def counts_sentence(report: Report) -> str:
    """Say how many discrepancies there are, by severity."""
    if not report.discrepancies:
        return "No discrepancy found."
    counts = [count_of(n, s.value) for s, n in severity_counts(report).items() if n]
    return f"{join_words(counts)}."


def descent_words(source: Source, names: dict[str, str]) -> str:
    """Say whose text it repeats, nothing where it is its own; `names` are those of all ids."""
    if source.copy_of:
        return f"copy of {names.get(source.copy_of, source.copy_of)}"
    if source.origin and source.origin != source.id:
        return f"goes back to {names.get(source.origin, source.origin)}"
    return ""


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _stretch(moments: Sequence[Moment]) -> tuple[datetime, datetime]:
    """The first and the last day of resolved moments."""
    return min(m.first for m in moments if m.first), max(_last_day(m) for m in moments)


def _last_day(moment: Moment) -> datetime:
    """The last day a moment covers: its end is exclusive."""
    start = moment.first or datetime.min
    return max(start, moment.last - timedelta(seconds=1)) if moment.last else start
