"""A report against what is known and decided."""

from __future__ import annotations

from datetime import date

from checker.model.discrepancy import Severity
from checker.model.report import Report, RuleInfo, Story
from checker.review import weigh, without_suppressed
from checker.review.assemble import run_info, visible
from tests.render.builder import discrepancy
from tests.review.test_decisions import decision, known

RULE = RuleInfo(code="Q01", name="figures-differ", family="quantity", summary="", explanation="")
DAY = date(2024, 5, 1)


def found(*numbers: int, stories: tuple[str, ...] = ()) -> Report:
    rows = [discrepancy(number, RULE, f"Question {number}?", "") for number in numbers]
    rows = [row.model_copy(update={"fingerprint": f"v1-{n:016x}"})
            for n, row in zip(numbers, rows, strict=True)]  # fmt: skip
    return Report(
        run=run_info("model", [RULE], "", None),
        sources=(), unread=(), claims=(), clusters=(), agreements=(), coverage=(),
        discrepancies=tuple(rows),
        stories=tuple(Story(id=name, title=name, sources=()) for name in stories),
    )  # fmt: skip


def numbers(rows) -> list[int]:
    return [int(row.fingerprint[3:], 16) for row in rows]


def hidden(report: Report) -> list[int]:
    return numbers(each.discrepancy for each in report.standing.suppressed)


def test_without_files_nothing_changes():
    assert weigh(found(1, 2)) == found(1, 2)


def test_the_known_and_the_decided_are_hidden_and_kept():
    weighed = weigh(found(1, 2, 3), [decision(1)], [known(2)], DAY)
    assert (numbers(weighed.discrepancies), hidden(weighed)) == ([3], [1, 2])
    assert [each.decision for each in weighed.standing.suppressed] == [decision(1), None]
    assert not hidden(without_suppressed(weighed))


def test_a_decision_that_has_expired_brings_a_known_one_back():
    late = decision(1, expires="2024-04-30")
    weighed = weigh(found(1), [late], [known(1)], DAY)
    assert numbers(weighed.discrepancies) == [1]
    assert weighed.standing.expired == (late,)
    assert not weighed.standing.stale
    assert not weigh(found(1), [late], [], date(2024, 4, 30)).discrepancies


def test_what_meets_nothing_is_told():
    standing = weigh(found(3), [decision(1)], [known(2), known(3)], DAY).standing
    assert standing.unused == (decision(1),)
    assert standing.stale == (known(2),)
    assert not standing.expired


def test_entries_of_rules_and_stories_that_were_not_looked_at_are_not_stale():
    other = known(2, code="U01")
    assert not weigh(found(3), [], [other], DAY).standing.stale
    assert not weigh(found(3), [], [known(2, story="ferry")], DAY).standing.stale
    assert not weigh(found(3, stories=("mine",)), [], [known(2, story="ferry")]).standing.stale
    assert weigh(found(3, stories=("ferry",)), [], [known(2, story="ferry")]).standing.stale


def test_an_entry_speaks_of_its_own_story_where_that_is_there():
    report = found(1, stories=("ferry", "mine"))
    rows = tuple(row.model_copy(update={"story": "mine"}) for row in report.discrepancies)
    report = report.model_copy(update={"discrepancies": rows})
    assert weigh(report, [], [known(1, story="ferry")]).discrepancies
    assert weigh(report, [decision(1, story="ferry")]).discrepancies
    assert not weigh(report, [decision(1, story="mine")]).discrepancies
    # Its folder has been renamed, or it was written without a story.
    assert not weigh(report, [decision(1, story="old-name")]).discrepancies
    assert not weigh(report, [decision(1)]).discrepancies


def test_what_is_known_by_another_name_keeps_it():
    report = found(1).model_copy(update={"namesakes": (("v1-" + f"{1:016x}", "v1-former"),)})
    weighed = weigh(report, [decision(1, fingerprint="v1-former")], [])
    (each,) = weighed.standing.suppressed
    assert each.discrepancy.fingerprint == "v1-former"
    assert not weighed.standing.unused
    late = decision(1, fingerprint="v1-former", expires="2024-04-30")
    (row,) = weigh(report, [late], [], DAY).discrepancies
    assert row.fingerprint == "v1-former"


def test_the_quiet_are_hidden_among_the_suppressed_too():
    weighed = weigh(found(1), [decision(1)])
    (each,) = weighed.standing.suppressed
    quiet = each.discrepancy.model_copy(update={"severity": Severity.NOTE})
    rows = weighed.standing.model_copy(
        update={"suppressed": (each.model_copy(update={"discrepancy": quiet}),)}
    )
    weighed = weighed.model_copy(update={"standing": rows})
    assert not hidden(visible(weighed, Severity.WARNING))
    assert hidden(visible(weighed, Severity.NOTE)) == [1]
