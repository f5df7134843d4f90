"""The setting of a claim: its event, who takes part, when, and what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
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
from checker.model.span import Span
from checker.model.value import Moment, Name, NameKind, Quote, Term, Value

if TYPE_CHECKING:
    from checker.extract.parse import Word, Words
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


@dataclass(frozen=True, slots=True)
class Clause:
    """What the verb of a clause says by itself: who, to whom, where, and how real it is."""

    event: str
    agent: str
    patient: str
    place: str
    negated: bool
    modality: Modality


NO_CLAUSE = Clause("", "", "", "", negated=False, modality=Modality.DONE)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence speaks of, and its place in the source."""

    participants: tuple[str, ...]
    context: tuple[str, ...]
    span: Span


def frame_of(token: Word, subject: Word | None, passage: Passage) -> Frame:
    """Describe the clause around a token; `subject` is what the answer is about."""
    verb = governor(token)
    event = main_verb(verb) if verb is not None and verb.pos_ == "VERB" else verb
    about, narrowed = subject_of_claim(subject, passage)
    clause = clause_of(event, passage) if event is not None else NO_CLAUSE
    setting = setting_of(token, passage)
    return Frame(
        subject=about,
        qualifiers=narrowed,
        event=clause.event,
        agent=clause.agent,
        patient=clause.patient,
        place=clause.place,
        participants=setting.participants,
        context=setting.context,
        when=when_of(token, passage),
        negated=clause.negated,
        modality=clause.modality,
        said_by=attribution_of(token, passage),
    )


def clause_of(event: Word, passage: Passage) -> Clause:
    """What a verb says by itself; worked out once for all answers in its clause."""
    clause = passage.clauses.get(event.i)
    if clause is None:
        agent, patient = agent_of(event), patient_of(event)
        clause = passage.clauses[event.i] = Clause(
            event=event_lemma(event),
            agent=entity_key(agent, passage) if agent is not None else "",
            patient=entity_key(patient, passage) if patient is not None else "",
            place=place_of(event, passage),
            negated=is_negated(event),
            modality=modality_of(event),
        )
    return clause


def setting_of(token: Word, passage: Passage) -> Setting:
    """What the sentence of a word speaks of; worked out once for all answers in it."""
    sentence = passage.sentence_of(token)
    setting = passage.settings.get(sentence.start)
    if setting is None:
        setting = passage.settings[sentence.start] = Setting(
            participants=participants_of(sentence, passage),
            context=context_of(sentence),
            span=passage.span_of(sentence),
        )
    return setting


def subject_of_claim(noun: Word | None, passage: Passage) -> tuple[str, tuple[str, ...]]:
    """The thing asked about and what narrows it; "Brazilians" are people of Brazil."""
    if noun is None:
        return "", ()
    narrowed = qualifiers_of(noun, passage)
    if noun.ent_type_ == "NORP" and noun.tag_ in {"NNS", "NNPS"}:
        return "people", tuple(sorted({*narrowed, entity_key(noun, passage)}))
    return entity_key(noun, passage), narrowed


def event_lemma(verb: Word) -> str:
    """The predicate in normal form; a light or linking verb gives way to its complement.

    "Two people are dead": the event is "dead", not "be"; "has 12 rooms" has none.
    """
    lemma = str(verb.lemma_.lower())
    if lemma in LINKING:
        for child in verb.children:
            if child.dep_ in {"acomp", "oprd", "attr"} and child.pos_ in {"ADJ", "VERB"}:
                return str(child.lemma_.lower())
    if lemma in LIGHT or lemma in LINKING:
        return ""
    particle = next((c for c in verb.children if c.dep_ == "prt"), None)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def place_of(event: Word, passage: Passage) -> str:
    """Where the clause itself puts its event: "met in Ulm", "fell near the bridge at Ulm"."""
    for noun in objects_of_preposition(event, WHERE):
        mention = passage.mention_at(noun)
        if mention is not None and mention.what is NameKind.PLACE:
            return mention.key
    return ""


def qualifiers_of(noun: Word, passage: Passage) -> tuple[str, ...]:
    """The words that narrow a noun, names in their normal form, sorted."""
    found = set()
    for word in modifiers(noun):
        mention = passage.mention_at(word)
        if mention is not None:
            found.add(mention.key)
        elif is_content(word):
            found.add(word.lemma_.lower())
    return tuple(sorted(found))


def participants_of(sentence: Words, passage: Passage) -> tuple[str, ...]:
    """The normal forms of all names in a sentence, sorted."""
    named = {m.key for m in passage.mentions if sentence.start <= m.first < sentence.end}
    meant = {key for i, key in passage.referents.items() if sentence.start <= i < sentence.end}
    return tuple(sorted(named | meant))


def context_of(sentence: Words) -> tuple[str, ...]:
    """The content lemmas of a sentence, sorted."""
    return tuple(sorted({t.lemma_.lower() for t in sentence if is_content(t)}))


def when_of(token: Word, passage: Passage) -> Moment | None:
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
    anchor: Word


def nearby_of(found: Found, passage: Passage) -> tuple[str, ...]:
    """The content lemmas of the sentence's words close to a figure or a time, sorted."""
    if isinstance(found.value, Name | Quote | Term):
        return ()
    sentence = passage.sentence_of(found.anchor)
    words = passage.doc.touched(found.start, found.end)
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
        sentence=setting_of(found.anchor, passage).span,
        region=passage.region,
        found_by=found.pattern,
    )
