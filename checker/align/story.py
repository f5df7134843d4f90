"""What a story as a whole says of its words: how common they are, and who is who."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.model.claim import Attribute, Claim
from checker.model.value import Name, NameKind
from checker.values.concepts import concept_of, is_person
from checker.values.normal import normal_form


@dataclass(frozen=True, slots=True)
class Profile:
    """The concepts of a sentence and the length of their weighted vector."""

    concepts: frozenset[str]
    norm: float


class Squares(dict[str, float]):
    """Concept → the square of its weight; one that no sentence has tells all there is to tell."""

    def __missing__(self, concept: str) -> float:
        return 1.0


@dataclass(frozen=True, slots=True)
class Story:
    """Word rarity, name bearers and subjects of one story.

    `weights`: concept → rarity over the story's sentences (0–1); `bearers`: name key →
    full key; `subjects`: for each attribute and subject, sources per answer (0–1).
    """

    weights: dict[str, float]
    bearers: dict[str, str]
    subjects: dict[tuple[Attribute, str], float]
    _profiles: dict[tuple[str, ...], Profile] = field(default_factory=dict)
    _squares: Squares = field(init=False)

    def __post_init__(self) -> None:
        squares = Squares((concept, weight**2) for concept, weight in self.weights.items())
        object.__setattr__(self, "_squares", squares)

    def bearer(self, key: str) -> str:
        """The full name that a key stands for within the story."""
        return self.bearers.get(key, key)

    def rarity(self, claim: Claim) -> float:
        """How much it tells that two claims are about this subject (−1 to 1).

        Where each source gives one figure of "cranes", it is the same figure that
        they give; of "passes" a match report has many. "people" tell nothing.
        """
        subject = concept_of(self.bearer(claim.question.subject))
        if is_person(subject):
            return 0.0
        return 2 * self.subjects.get((claim.question.attribute, subject), 0.5) - 1

    def profile(self, context: tuple[str, ...]) -> Profile:
        """What a sentence speaks of, worked out once: every sentence meets many others."""
        known = self._profiles.get(context)
        if known is None:
            concepts = frozenset(map(concept_of, context))
            known = Profile(concepts, math.sqrt(self.mass(concepts)))
            self._profiles[context] = known
        return known

    def mass(self, concepts: Iterable[str]) -> float:
        """The sum of the squared weights of some concepts."""
        return math.fsum(map(self._squares.__getitem__, concepts))


def read_story(claims: Sequence[Claim]) -> Story:
    """Gather word rarity and name bearers from the claims of all sources."""
    bearers = find_bearers(claims)
    return Story(_rarity(claims), bearers, _single_valued(claims, bearers))


def _single_valued(
    claims: Iterable[Claim], bearers: dict[str, str]
) -> dict[tuple[Attribute, str], float]:
    """How nearly each source has one answer of its own about a subject (0–1)."""
    answers: dict[tuple[Attribute, str], set[tuple[str, str]]] = defaultdict(set)
    for claim in claims:
        question = claim.question
        if question.subject and question.attribute is not Attribute.NAME:
            subject = concept_of(bearers.get(question.subject, question.subject))
            answers[question.attribute, subject].add((claim.source, normal_form(claim.value)))
    return {
        key: len({source for source, _ in given}) / len(given) for key, given in answers.items()
    }


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
