"""Who a source says it has a statement from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.extract.syntax import SUBJECTS, children
from checker.lexicon import load
from checker.values.name import name_key

if TYPE_CHECKING:
    from checker.extract.parse import Word
    from checker.extract.passage import Passage

_TABLE = load("attribution")
SAYING = frozenset(_TABLE["saying"]["lemmas"])
_NO_SPEAKER = frozenset({"it", "which", "that", "this", "who", "there"})


def attribution_of(token: Word, passage: Passage) -> tuple[str, ...]:
    """The chain of speakers above a word, nearest first: ("police", "reuters")."""
    chain = []
    while token.head != token:
        token = token.head
        if token.lemma_ in SAYING and token.pos_ == "VERB":
            speaker = speaker_of(token, passage)
            if speaker:
                chain.append(speaker)
    if not chain and "ccording to" in passage.text:
        chain = _according_to(token, passage)
    return tuple(dict.fromkeys(chain))


def speaker_of(verb: Word, passage: Passage) -> str:
    """The normal form of who says it; "" where nobody is named."""
    subject = next(children(verb, SUBJECTS), None)
    if subject is None or subject.lower_ in _NO_SPEAKER:
        return ""
    return entity_key(subject, passage)


def entity_key(noun: Word, passage: Passage) -> str:
    """The normal form of a noun: of its name where it is one, else its lemma."""
    mention = passage.mention_at(noun)
    if mention is not None:
        return mention.key
    return passage.referent_at(noun) or name_key(noun.lemma_) or noun.lemma_.lower()


def _according_to(root: Word, passage: Passage) -> list[str]:
    """ "…, according to police": the preposition may hang anywhere in the sentence."""
    for token in root.subtree:
        if token.lower_ == "according":
            nouns = [t for t in token.subtree if t.dep_ == "pobj"]
            return [entity_key(nouns[0], passage)] if nouns else []
    return []
