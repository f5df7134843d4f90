"""Little stories about time: stamped pages and the times that their sentences tell."""

from __future__ import annotations

from datetime import datetime, timedelta

from checker.model.claim import Attribute, Claim, Modality, Question
from checker.model.cluster import ClaimCluster
from checker.model.discrepancy import Finding
from checker.model.source import DateOrigin, Published, Source
from checker.model.span import Span
from checker.model.value import Clock, Grain, Moment
from checker.rules.shape import Rule
from checker.values.scan import find_values


class Page:
    """A page with a stamp in its first line; every sentence is one of its claims."""

    def __init__(self, name: str, stamp: str, publisher: str = "") -> None:
        self.name, self.stamp, self.publisher = name, stamp, publisher
        self.text = f"published: {stamp}\n"
        self.claims: list[Claim] = []
        self.claims.append(
            self._claim(
                "published",
                Attribute.PUBLISHED,
                self.moment,
                Span(source=name, start=11, end=11 + len(stamp)),
            )
        )

    @property
    def moment(self) -> Moment:
        first = datetime.fromisoformat(self.stamp)
        return Moment(
            text=self.stamp, first=first, last=first + timedelta(minutes=1), grain=Grain.MINUTE
        )

    def tell(
        self,
        sentence: str,
        words: str = "",
        *,
        event: str = "",
        subject: str = "",
        names: str = "",
        modality: Modality = Modality.DONE,
    ) -> Page:
        """Add a sentence, and the claim of the time that its `words` tell."""
        whole = Span(source=self.name, start=len(self.text), end=len(self.text) + len(sentence))
        start = len(self.text) + (sentence.index(words) if words else 0)
        self.text += sentence + "\n"
        if words:
            value = find_values(words, self.moment.first.date())[0].value
            attribute = Attribute.CLOCK if isinstance(value, Clock) else Attribute.DATE
            span = Span(source=self.name, start=start, end=start + len(words))
            context = tuple(
                w for w in sentence.lower().strip(".").split() if len(w) > 3 and w not in words
            )
            question = Question(
                attribute=attribute,
                subject=subject,
                event=event,
                participants=tuple(names.split(", ")) if names else (),
                context=context,
            )
            self.claims.append(
                self._claim(words, attribute, value, span).model_copy(
                    update={"question": question, "modality": modality, "sentence": whole}
                )
            )
        return self

    def _claim(self, words: str, attribute: Attribute, value, span: Span) -> Claim:
        return Claim(
            id=f"{self.name}:{span.start}:{attribute}",
            question=Question(attribute=attribute, subject=self.name),
            value=value,
            span=span,
            words=self.stamp if attribute is Attribute.PUBLISHED else words,
            sentence=span,
            found_by="test",
        )

    @property
    def source(self) -> Source:
        published = Published(
            moment=self.moment, span=self.claims[0].span, origin=DateOrigin.FRONT_MATTER
        )
        return Source(
            id=self.name,
            path=f"{self.name}.md",
            text=self.text,
            publisher=self.publisher,
            published=published,
        )


def check(rule: Rule, *pages: Page) -> list[Finding]:
    """What a rule says of the pages; all claims of an attribute share a cluster."""
    claims = [claim for page in pages for claim in page.claims]
    clusters = [
        ClaimCluster(key=attribute, attribute=attribute, claims=of_it, likeness=1.0)
        for attribute in Attribute
        if (of_it := tuple(c for c in claims if c.question.attribute is attribute))
    ]
    return list(rule.check(clusters, [page.source for page in pages]))


def shown(findings: list[Finding]) -> list[set[str]]:
    """The words of each row."""
    return [{claim.words for a in row.answers for claim in a.claims} for row in findings]
