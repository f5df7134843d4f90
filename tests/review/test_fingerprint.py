"""The fingerprint: what wakes a settled matter, and what does not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.model.claim import Attribute, Claim, Question
from checker.model.discrepancy import Answer, Finding
from checker.model.source import Published, Source
from checker.model.span import Span
from checker.review.fingerprint import fingerprint, fingerprint_of, namesakes_of
from tests.render.builder import moment
from tests.review.made_by_hand import answer_of, claim_of, finding_of, source_of

WORDS = st.text(max_size=8)


def test_the_scheme_is_pinned():
    """Decisions on disk hang on these very characters: a change is a new scheme."""
    assert fingerprint("U01", "duration|freeze", ["P10Y", "P11Y"]) == "v2-4f4b2139a3d04714"


@given(WORDS, WORDS, st.lists(WORDS, min_size=1))
def test_order_and_repeats_of_answers_do_not_count(code, key, normals):
    made = fingerprint(code, key, normals)
    assert re.fullmatch(r"v2-[0-9a-f]{16}", made)
    assert fingerprint(code, key, [*reversed(normals), normals[0]]) == made


@given(st.tuples(WORDS, WORDS, st.frozensets(WORDS)), st.tuples(WORDS, WORDS, st.frozensets(WORDS)))
def test_different_matters_have_different_prints(left, right):
    assert (fingerprint(*left) == fingerprint(*right)) == (left == right)


def dated(name: str, day: int | None = None) -> Source:
    when = moment(2024, 5, day) if day else None
    return source_of("3 boats or 7 ships sank", name).model_copy(
        update={"published": Published(moment=when)}
    )


def asked(source: Source, words: str, subject: str, event: str = "sink") -> Claim:
    question = Question(attribute=Attribute.COUNT, subject=subject, event=event)
    return claim_of(source, words, question=question)


def found(*answers: Answer, **fields) -> Finding:
    return finding_of(*answers, **fields)


EARLY, LATE, LATER, UNDATED = dated("b", 1), dated("a", 2), dated("c", 3), dated("d")
ALL = {source.id: source for source in (EARLY, LATE, LATER, UNDATED)}
PAIR = found(
    answer_of(asked(EARLY, "3", "boat"), normal="3"),
    answer_of(asked(LATE, "7", "ship"), normal="7"),
)
NAME = fingerprint_of(PAIR, ALL)


@given(st.sampled_from([LATER, UNDATED]), st.sampled_from(["aircraft", "ship"]), st.booleans())
def test_one_more_source_for_a_known_answer_moves_nothing(source, subject, first):
    more = asked(source, "3" if first else "7", subject, "go")
    claims = [answer.claims for answer in PAIR.answers]
    claims[0 if first else 1] += (more,)
    grown = found(answer_of(*claims[0], normal="3"), answer_of(*claims[1], normal="7"))
    assert fingerprint_of(grown, ALL) == NAME


def test_what_moves_it_and_what_does_not():
    three, seven = PAIR.answers
    assert fingerprint_of(found(seven, three), ALL) == NAME
    assert fingerprint_of(found(three, seven, question="?", explanation="!", confidence=0.1),
                          ALL) == NAME  # fmt: skip
    nine = answer_of(asked(LATER, "7", "ship"), normal="9")
    assert fingerprint_of(found(three, nine), ALL) != NAME
    assert fingerprint_of(found(three, seven, nine), ALL) != NAME
    assert fingerprint_of(found(three, seven, code="U01"), ALL) != NAME


def test_an_earlier_source_moves_it_and_the_old_name_is_known():
    earlier = dated("e", 1).model_copy(update={"id": "0", "published": Published()})
    earlier = earlier.model_copy(update={"published": Published(moment=moment(2023))})
    sources = ALL | {"0": earlier}
    three, seven = PAIR.answers
    claim = asked(earlier, "3", "lorry").model_copy(
        update={"span": Span(source="0", start=0, end=1)}
    )
    grown = found(answer_of(*three.claims, claim, normal="3"), seven)
    assert fingerprint_of(grown, sources) != NAME
    assert NAME in namesakes_of(grown, sources)


def test_the_first_scheme_is_still_known():
    former = fingerprint("Q01", "count|boat", ["7", "3"], "v1")
    assert former in namesakes_of(PAIR, ALL)


def test_the_name_of_a_source_is_no_part_of_it():
    names = []
    for name in ("left", "story-left"):
        source = source_of("3 boats or 7", name)
        claims = [asked(source, words, name, "") for words in ("3", "7")]
        row = found(*(answer_of(claim) for claim in claims), key=f"published|{name}")
        names.append(fingerprint_of(row, {name: source}))
    assert len(set(names)) == 1
