"""Sources and claims made by hand."""

from __future__ import annotations

from checker.model.claim import Attribute, Claim, Modality, Question
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Answer, Finding, Kind
from checker.model.source import RegionKind, Source
from checker.model.span import Span
from checker.model.value import Quantity


def source_of(text: str, name: str = "left", origin: str = "") -> Source:
    return Source(id=name, path=f"seeds/{name}.txt", text=text, origin=origin or name)


def claim_of(source: Source, words: str, **fields) -> Claim:
    """A claim on the first place of `words`; `after` looks further on."""
    start = source.text.index(words, fields.pop("after", 0))
    number = float(fields.pop("number", 3))
    defaults = {
        "id": f"{source.id}:{start}",
        "question": Question(attribute=Attribute.COUNT, subject="boat"),
        "value": Quantity(text=words, low=number, high=number),
        "modality": Modality.DONE,
        "region": RegionKind.BODY,
        "span": Span(source=source.id, start=start, end=start + len(words)),
        "words": words,
        "sentence": Span(source=source.id, start=0, end=len(source.text)),
        "found_by": "counts",
    }
    return Claim(**{**defaults, **fields})


def answer_of(*claims: Claim, normal: str = "") -> Answer:
    return Answer(value=claims[0].words, normal=normal or claims[0].words, claims=claims)


def finding_of(*answers: Answer, **fields) -> Finding:
    defaults = {
        "code": "Q01",
        "family": "quantity",
        "key": "count|boat",
        "question": "How many: boat?",
        "kind": Kind.CONFLICT,
        "confidence": 0.9,
        "explanation": "3 ≠ 7",
        "answers": answers,
    }
    return Finding(**{**defaults, **fields})


def cluster_of(*claims: Claim, **fields) -> ClaimCluster:
    defaults = {"key": "count|boat", "attribute": Attribute.COUNT, "likeness": 1.0}
    return ClaimCluster(claims=claims, **{**defaults, **fields})
