"""What a story as a whole says of its words: how common they are, and who is who."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.values.concepts import concept_of, is_person
from checker.model.claim import Attribute, Claim
from checker.model.value import Name, NameKind


@dataclass(frozen=True, slots=True)
class Story:
    """Word rarity, name bearers and subjects of one story.

    `weights`: concept → rarity over the story's sentences (0–1); `bearers`: name key →
    full key; `subjects`: how many claims of an attribute are about a subject.
    """

    weights: dict[str, float]
    bearers: dict[str, str]
    subjects: dict[tuple[Attribute, str], int]

    def bearer(self, key: str) -> str:
        """The full name that a key stands for within the story."""
        return self.bearers.get(key, key)

    def rarity(self, claim: Claim) -> float:
        """How much it tells that a claim is about its subject (0–1).

        "excavators" that few claims count are the same ones; "people" are not.
        """
        subject = concept_of(self.bearer(claim.question.subject))
        if is_person(subject):
            return 0.0
        return 1.0 / max(1, self.subjects.get((claim.question.attribute, subject), 1) - 1)

    def weight(self, concept: str) -> float:
        """How much it tells that two sentences share a concept (0–1)."""
        return self.weights.get(concept, 1.0)


def read_story(claims: Sequence[Claim]) -> Story:
    """Gather word rarity and name bearers from the claims of all sources."""
    bearers = find_bearers(claims)
    subjects = Counter(
        (claim.question.attribute, concept_of(bearers.get(subject, subject)))
        for claim in claims
        if (subject := claim.question.subject)
    )
    return Story(_rarity(claims), bearers, dict(subjects))


def _rarity(claims: Iterable[Claim]) -> dict[str, float]:
    sentences = {(c.sentence.source, c.sentence.start): c.question.context for c in claims}
    total = len(sentences) or 1
    counts = Counter(
        concept for context in sentences.values() for concept in set(map(concept_of, context))
    )
    top = math.log(1 + total)
    return {concept: math.log(1 + total / n) / top for concept, n in counts.items()}


def find_bearers(claims: Iterable[Claim]) -> dict[str, str]:
    """Map the parts of persons' names to the one full name that the story has for them.

    "Anna Meier … Meier": a part that two full names share leads to neither.
    """
    wholes: Counter[str] = Counter()
    for claim in claims:
        value = claim.value
        if (
            claim.question.attribute is Attribute.NAME
            and isinstance(value, Name)
            and value.what is NameKind.PERSON
            and " " in value.key
        ):
            wholes[value.key] += 1
    owners: dict[str, set[str]] = defaultdict(set)
    for whole in wholes:
        owners[whole.rpartition(" ")[2]].add(whole)
    return {
        part: min(full, key=lambda whole: (-wholes[whole], whole))
        for part, full in owners.items()
        if len({whole.split()[0][:1] for whole in full}) == 1
    }
