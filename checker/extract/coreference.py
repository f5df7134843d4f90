"""Light coreference: whom "he" and "the president" stand for, within one source.

"Mayor Anna Meier opened the bridge. She …": the last person named before. "The
mayor": the person that the source gave this role in front of the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.model.value import NameKind

if TYPE_CHECKING:
    from checker.extract.mentions import Mention
    from checker.extract.parse import Parse, Word

PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself"})


@dataclass(slots=True)
class Memory:
    """The persons of one source so far: by surname, by role, and the last one named."""

    last: str = ""
    by_surname: dict[str, str] = field(default_factory=dict)
    by_role: dict[str, str] = field(default_factory=dict)

    def full_key(self, mention: Mention) -> str:
        """The full name that a bare surname stands for."""
        return self.by_surname.get(mention.key, mention.key)

    def learn(self, mention: Mention, doc: Parse) -> None:
        """Remember a person by surname and by the role before the name."""
        if mention.what is not NameKind.PERSON:
            return
        self.last = self.full_key(mention)
        if " " in mention.key:
            self.by_surname[mention.key.rpartition(" ")[2]] = mention.key
        before = doc[mention.first - 1] if mention.first else None
        if before is not None and before.pos_ in {"NOUN", "PROPN"} and before.dep_ == "compound":
            self.by_role[before.lemma_.lower()] = self.last


def find_referents(
    doc: Parse, mentions: list[Mention], memory: Memory
) -> Iterator[tuple[int, str]]:
    """Yield token indices with the name key that they stand for; `memory` is kept up."""
    upcoming = sorted(mentions, key=lambda mention: mention.first, reverse=True)
    for token in doc:
        while upcoming and upcoming[-1].last <= token.i:
            memory.learn(upcoming.pop(), doc)
        key = _referent(token, memory)
        if key:
            yield token.i, key
    while upcoming:
        memory.learn(upcoming.pop(), doc)


def _referent(token: Word, memory: Memory) -> str:
    if token.pos_ == "PRON" and token.lower_ in PRONOUNS:
        return memory.last
    if token.pos_ == "NOUN" and token.lemma_.lower() in memory.by_role:
        definite = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
        return memory.by_role[token.lemma_.lower()] if definite else ""
    return ""
