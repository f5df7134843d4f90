"""The rules of the language model that give words their part of speech, remembered.

The model holds every word against some two hundred rules, one by one: a tenth of its
time. Most rules look at one word's tag, relation and, for a few words, spelling, so
that words alike in these get alike answers: "the", a determiner, is asked about once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

# What a rule may look at for its answers to be remembered.
LOOKED_AT = ("LOWER", "TAG", "DEP", "IS_SPACE")

# The number of a rule, its key, and the first and last of its words: as the ruler has it.
Match = tuple[int, int, int, int]
Pattern = Sequence[Mapping[str, Any]]


def remember_rules(parser: Language) -> None:
    """Let the rules of a model, where it has any, answer once for words that are alike."""
    if "attribute_ruler" in parser.pipe_names:
        ruler = parser.get_pipe("attribute_ruler")
        ruler.match = RememberedMatches(ruler)


class RememberedMatches:
    """Finds what a ruler finds, in its order; called with a document."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415

        self.number_of: dict[int, int] = {}
        self.alone, self.others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        spelled: set[str] = set()
        for number, rule in enumerate(ruler.patterns):
            key = ruler.vocab.strings.add(str(number))
            self.number_of[key] = number
            patterns = rule["patterns"]
            by_itself = all(map(_is_of_one_word, patterns))
            (self.alone if by_itself else self.others).add(key, patterns)
            if by_itself:
                spelled.update(word for pattern in patterns for word in _spelled(pattern))
        self.spelled = frozenset(map(ruler.vocab.strings.add, spelled))
        self.known: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}

    def __call__(self, doc: Doc) -> list[Match]:
        """Return the rules that hold in a document, the later of which has precedence."""
        return sorted([*self._of_one_word(doc), *self._of_more(doc)])

    def _of_one_word(self, doc: Doc) -> Iterator[Match]:
        for i, (word, *rest) in enumerate(doc.to_array(LOOKED_AT).tolist()):
            # A word that no rule names is like any other.
            alike = (word if word in self.spelled else 0, *rest)
            rules = self.known.get(alike)
            if rules is None:
                found = self.alone(doc[i : i + 1], allow_missing=True)
                rules = tuple((self.number_of[key], key) for key, _, _ in found)
                self.known[alike] = rules
            for number, key in rules:
                yield number, key, i, i + 1

    def _of_more(self, doc: Doc) -> Iterator[Match]:
        for key, start, end in self.others(doc, allow_missing=True):
            yield self.number_of[key], key, start, end


def _is_of_one_word(pattern: Pattern) -> bool:
    """Say whether a pattern asks of one word for nothing but what is looked at."""
    if len(pattern) != 1 or not set(pattern[0]) <= set(LOOKED_AT):
        return False
    spelling = pattern[0].get("LOWER", "")
    return isinstance(spelling, str) or set(spelling) == {"IN"}


def _spelled(pattern: Pattern) -> Sequence[str]:
    """The words that a pattern of one word names."""
    spelling = pattern[0].get("LOWER")
    if spelling is None:
        return ()
    return (spelling,) if isinstance(spelling, str) else spelling["IN"]
