"""The setting of a claim: its event, who takes part, when, and what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.extract.attribution import attribution_of, entity_key
from checker.extract.modality import is_negated, modality_of
from checker.extract.syntax import (
    LIGHT,
    agent_of,
    governor,
    is_content,
    main_verb,
    modifiers,
    objects_of_preposition,
    patient_of,
)
from checker.model.claim import Attribute, Claim, Modality, Question
from checker.model.value import Moment, Name, NameKind, Quote, Term, Value

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from checker.extract.passage import Passage
    from checker.values.reading import Reading

# Evidence longer than this is a paragraph, not a quotation of the answer.
LONGEST_WORDS = 110
# Words before and behind an answer that stand near it.
NEAR_BEFORE, NEAR_BEHIND = 10, 12
WHERE = frozenset({"at", "in", "inside", "near", "off", "outside"})
LINKING = frozenset({"be", "become", "leave", "remain", "stay"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds an answer in its clause and sentence, in normal forms."""

    subject: str
    qualifiers: tuple[str, ...]
    event: str
    agent: str
    patient: str
    place: str
    participants: tuple[str, ...]
    context: tuple[str, ...]
    when: Moment | None
    negated: bool
    modality: Modality
    said_by: tuple[str, ...]


def frame_of(token: Token, subject: Token | None, passage: Passage) -> Frame:
    """Describe the clause around a token; `subject` is what the answer is about."""
    verb = governor(token)
    event = main_verb(verb) if verb is not None and verb.pos_ == "VERB" else verb
    agent = agent_of(event) if event is not None else None
    patient = patient_of(event) if event is not None else None
    about, narrowed = subject_of_claim(subject, passage)
    sentence = passage.sentence_of(token)
    return Frame(
        subject=about,
        qualifiers=narrowed,
        event=event_lemma(event),
        agent=entity_key(agent, passage) if agent is not None else "",
        patient=entity_key(patient, passage) if patient is not None else "",
        place=place_of(event, passage) if event is not None else "",
        participants=participants_of(sentence, passage),
        context=context_of(sentence),
        when=when_of(token, passage),
        negated=event is not None and is_negated(event),
        modality=modality_of(event) if event is not None else Modality.DONE,
        said_by=attribution_of(token, passage),
    )


def subject_of_claim(noun: Token | None, passage: Passage) -> tuple[str, tuple[str, ...]]:
    """The thing asked about and what narrows it; "Brazilians" are people of Brazil."""
    if noun is None:
        return "", ()
    narrowed = qualifiers_of(noun, passage)
    if noun.ent_type_ == "NORP" and noun.tag_ in {"NNS", "NNPS"}:
        return "people", tuple(sorted({*narrowed, entity_key(noun, passage)}))
    return entity_key(noun, passage), narrowed


def event_lemma(verb: Token | None) -> str:
    """The predicate in normal form; a light or linking verb gives way to its complement.

    "Two people are dead": the event is "dead", not "be"; "has 12 rooms" has none.
    """
    if verb is None:
        return ""
    lemma = str(verb.lemma_.lower())
    if lemma in LINKING:
        for child in verb.children:
            if child.dep_ in {"acomp", "oprd", "attr"} and child.pos_ in {"ADJ", "VERB"}:
                return str(child.lemma_.lower())
    if lemma in LIGHT or lemma in LINKING:
        return ""
    particle = next((c for c in verb.children if c.dep_ == "prt"), None)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def place_of(event: Token, passage: Passage) -> str:
    """Where the clause itself puts its event: "met in Ulm", "fell near the bridge at Ulm"."""
    for noun in objects_of_preposition(event, WHERE):
        mention = passage.mention_at(noun)
        if mention is not None and mention.what is NameKind.PLACE:
            return mention.key
    return ""


def qualifiers_of(noun: Token, passage: Passage) -> tuple[str, ...]:
    """The words that narrow a noun, names in their normal form, sorted."""
    found = set()
    for word in modifiers(noun):
        mention = passage.mention_at(word)
        if mention is not None:
            found.add(mention.key)
        elif is_content(word):
            found.add(word.lemma_.lower())
    return tuple(sorted(found))


def participants_of(sentence: Tokens, passage: Passage) -> tuple[str, ...]:
    """The normal forms of all names in a sentence, sorted."""
    named = {m.key for m in passage.mentions if sentence.start <= m.first < sentence.end}
    meant = {key for i, key in passage.referents.items() if sentence.start <= i < sentence.end}
    return tuple(sorted(named | meant))


def context_of(sentence: Tokens) -> tuple[str, ...]:
    """The content lemmas of a sentence, sorted."""
    return _context(sentence.doc, sentence.start, sentence.end)


@lru_cache(maxsize=256)
def _context(doc: object, start: int, end: int) -> tuple[str, ...]:
    tokens = doc[start:end]  # type: ignore[index]
    return tuple(sorted({t.lemma_.lower() for t in tokens if is_content(t)}))


def when_of(token: Token, passage: Passage) -> Moment | None:
    """The time that the clause gives: the nearest date in the same sentence.

    "In July 1987 a fire broke out. Twelve people died.": without one of its own, a
    sentence is told under the full date before it in its paragraph.
    """
    dated = [r for r in passage.readings if isinstance(r.value, Moment)]
    if not dated:
        return None
    sentence = passage.sentence_of(token)
    own = [r for r in dated if sentence.start_char <= r.start < sentence.end_char]
    if own:
        return _moment(min(own, key=lambda r: (abs(r.start - token.idx), r.start)))
    before = [r for r in dated if r.start < token.idx and _is_written_out(r)]
    return _moment(before[-1]) if before else None


def _is_written_out(reading: Reading) -> bool:
    value = _moment(reading)
    return value is not None and not value.relative and value.year is not None


def _moment(reading: Reading) -> Moment | None:
    return reading.value if isinstance(reading.value, Moment) else None


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern hands on: the words, the answer, and the frame around them."""

    attribute: Attribute
    value: Value
    start: int
    end: int
    frame: Frame
    pattern: str
    anchor: Token


def nearby_of(found: Found, passage: Passage) -> tuple[str, ...]:
    """The content lemmas of the sentence's words close to a figure or a time, sorted."""
    if isinstance(found.value, Name | Quote | Term):
        return ()
    sentence = passage.sentence_of(found.anchor)
    words = passage.doc.char_span(found.start, found.end, alignment_mode="expand")
    if words is None:
        return ()
    before = passage.doc[max(sentence.start, words.start - NEAR_BEFORE) : words.start]
    behind = passage.doc[words.end : min(sentence.end, words.end + NEAR_BEHIND)]
    return tuple(sorted({t.lemma_.lower() for t in (*before, *behind) if is_content(t)}))


def make_claim(found: Found, passage: Passage) -> Claim:
    """Turn what a pattern found into a claim of the passage's source."""
    frame = found.frame
    span = passage.span(found.start, min(found.end, found.start + LONGEST_WORDS))
    question = Question(
        attribute=found.attribute,
        subject=frame.subject,
        qualifiers=frame.qualifiers,
        event=frame.event,
        agent=frame.agent,
        patient=frame.patient,
        place=frame.place,
        participants=frame.participants,
        context=frame.context,
        nearby=nearby_of(found, passage),
        when=frame.when,
    )
    return Claim(
        id=f"{span.source}:{span.start}-{span.end}:{found.attribute}",
        question=question,
        value=found.value,
        negated=frame.negated,
        modality=frame.modality,
        said_by=frame.said_by,
        as_of=passage.source.published.moment,
        span=span,
        words=passage.words(span),
        sentence=passage.span_of(passage.sentence_of(found.anchor)),
        region=passage.region,
        found_by=found.pattern,
    )
