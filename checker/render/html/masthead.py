"""The head of the page: the story in a line, the counts, and what was not checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.model.claim import Attribute
from checker.model.report import Report, RunInfo
from checker.model.source import Source
from checker.render.html.directory import Directory, label
from checker.render.html.view import CountView, FactView, GapView
from checker.render.inert import Inert, make_inert
from checker.render.words import SEVERITY_MEANING, count_of, severity_counts

UNDATED = "“yesterday” and “Tuesday” have no day here, and nothing is known to be older or newer"
UNDATED_REMEDY = "give the date in a front matter"
ALONE = "answers no question that another source answers; it may belong to another story"
EXPIRED = "a decision has expired, and its question is open again"

# What every source has, whatever it is about.
UNTELLING = frozenset({Attribute.NAME, Attribute.PUBLISHED, Attribute.WRITTEN})


def verdict(report: Report) -> str:
    """Say in one neutral sentence what came out."""
    found = len(report.discrepancies)
    if not report.sources:
        return "Nothing was compared."
    if not found:
        return "No discrepancy was found among the claims that were understood."
    return f"They differ on {count_of(found, 'question')}."


def view_counts(report: Report) -> Iterator[CountView]:
    """Count the discrepancies by severity, the loudest first."""
    for severity, number in severity_counts(report).items():
        word = severity.value if number == 1 else f"{severity.value}s"
        yield CountView(severity.value, f"{number:,}", word, SEVERITY_MEANING[severity])


def view_gaps(report: Report, directory: Directory) -> Iterator[GapView]:
    """Name what was not read, what has no date, what stands alone, what has expired."""
    unread: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in report.unread:
        unread[each.reason, each.remedy].append(each.path)
    for (reason, remedy), paths in unread.items():
        yield GapView("Not read", _labels(paths), label(reason), label(remedy))
    others = [source for source in report.sources if not source.is_draft]
    if undated := [source for source in others if source.published.moment is None]:
        yield GapView("Undated", _named(undated, directory), label(UNDATED), label(UNDATED_REMEDY))
    if alone := _alone(report):
        yield GapView("Stands alone", _named(alone, directory), label(ALONE), ())
    here = {row.fingerprint for row in report.discrepancies}
    expired = [each for each in report.standing.expired if each.fingerprint in here]
    if questions := [decision.question for decision in expired]:
        yield GapView("Expired", _labels(questions), label(EXPIRED), ())


def view_facts(report: Report) -> Iterator[FactView]:
    """Say how the run was made."""
    run = report.run
    yield FactView("Tool", label(f"{run.tool} {run.version}"))
    yield FactView("Language model", label(run.language_model))
    yield FactView("Today taken as", label(run.today or "not set"))
    yield FactView("Rules", make_inert(f"{len(run.rules):,}"))


def made_sentence(run: RunInfo) -> Inert:
    """Say in one line how the run was made."""
    settings = "default settings" if run.settings == "defaults" else "settings of its own"
    rules = count_of(len(run.rules), "rule")
    return label(f"Made by {run.tool} {run.version} with {run.language_model}, {rules}, {settings}")


def _alone(report: Report) -> list[Source]:
    """The sources that share no question with another."""
    if not report.clusters or len(report.sources) < 2:
        return []
    together: set[str] = set()
    for cluster in report.clusters:
        sources = {claim.source for claim in cluster.claims}
        if len(sources) > 1 and cluster.attribute not in UNTELLING:
            together |= sources
    for discrepancy in report.discrepancies:
        together.update(key for version in discrepancy.versions for key in version.sources)
    return [s for s in report.sources if s.id not in together and not s.is_draft]


def _named(sources: list[Source], directory: Directory) -> tuple[Inert, ...]:
    return _labels([directory.names[source.id] for source in sources])


def _labels(texts: list[str]) -> tuple[Inert, ...]:
    return tuple(label(text) for text in texts)
