"""Little stories made by hand: sources of a few sentences, and claims at words in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from checker.model.claim import Attribute, Claim, Question
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding
from checker.model.source import Source
from checker.model.span import Span
from checker.model.value import Name, NameKind, Value
from checker.rules.shape import Rule
from checker.values.name import name_key
from checker.values.scan import find_values
from tests.rules.claims import day_of


@dataclass
class Story:
    """Sources by id and the claims made of them."""

    texts: dict[str, str] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def tell(self, source: str, text: str) -> None:
        """Add a source, or a sentence to it."""
        self.texts[source] = (self.texts.get(source, "") + " " + text).strip()

    def name(self, source: str, words: str, what: NameKind = NameKind.PERSON) -> None:
        """A name as the source writes it, at its last place."""
        value = Name(text=words, key=name_key(words), what=what)
        self._claim(source, words, value, Attribute.NAME, name_key(words))

    def age(self, source: str, words: str, bearer: str, on: str = "") -> None:
        """An age and the normal form of who has it; `on` is the source's date."""
        readings = find_values(words if "-" in words or "old" in words else f"aged {words}", None)
        self._claim(source, words, readings[0].value, Attribute.AGE, bearer, on)

    def _claim(
        self, source: str, words: str, value: Value, attribute: Attribute, about: str, on: str = ""
    ) -> None:
        text = self.texts[source]
        start = text.rindex(words)
        first = max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0
        last = text.find(". ", start)
        sentence = Span(source=source, start=first, end=last + 1 if last >= 0 else len(text))
        # "boy" stands in the sentence too, but is nobody's name.
        named = " " in about or about.title() in text[sentence.start : sentence.end]
        span = Span(source=source, start=start, end=start + len(words))
        self.claims.append(
            Claim(
                id=f"{source}:{start}:{attribute}:{len(self.claims)}",
                question=Question(
                    attribute=attribute,
                    subject=about,
                    participants=(about,) if named else (),
                ),
                value=value,
                as_of=day_of(date.fromisoformat(on)) if on else None,
                span=span,
                words=words,
                sentence=sentence,
                found_by="test",
            )
        )

    def check(self, rule: Rule) -> list[Finding]:
        """What a rule says of the story; all claims of an attribute share a cluster."""
        clusters = [
            ClaimCluster(key=attribute, attribute=attribute, claims=claims, likeness=1.0)
            for attribute in Attribute
            if (claims := tuple(c for c in self.claims if c.question.attribute is attribute))
        ]
        sources = [Source(id=i, path=f"{i}.md", text=t) for i, t in self.texts.items()]
        return list(rule.check(clusters, sources))
