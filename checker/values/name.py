"""Names: their normal forms, the countries they stand for, and their accepted variants."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from checker.lexicon import load
from checker.model.value import Name, Relation
from checker.values.phrases import alternatives

_NAMES = load("names")
_COUNTRIES = load("countries")
_SUFFIXES = frozenset(_NAMES["suffixes"]["words"])
_PARTICLES = frozenset(_NAMES["particles"]["words"])
_ROMAN: dict[str, str] = dict(_NAMES["romanisation"])
_ROMAN_RE = re.compile("|".join(sorted(_ROMAN, key=lambda letters: (-len(letters), letters))))
_TITLE = re.compile(rf"(?:(?:the|{alternatives(_NAMES['titles']['words'])})(?!\w)\.?\s+)+(?=\S)")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_EDGES = " \t\n\r\u00a0.,;:!?\"'()[]“”«»-–—*_"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-"})
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
# Letters that NFKD does not take apart.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)


def _groups(table: str) -> dict[str, frozenset[str]]:
    """Word → the groups it belongs to."""
    found: dict[str, set[str]] = {}
    for head, words in _NAMES[table].items():
        for word in (head, *words):
            found.setdefault(word, set()).add(head)
    return {word: frozenset(heads) for word, heads in found.items()}


_NICKNAMES = _groups("nicknames")
_VARIANTS = _groups("variants")


def _forms(table: str) -> dict[str, str]:
    return {form: country for country, forms in _COUNTRIES[table].items() for form in forms}


_COUNTRY = _forms("demonyms") | _forms("names") | {name: name for name in _COUNTRIES["names"]}
_CAPITAL = _forms("capitals")
# "us" and "pole" are words, "US" and "Pole" countries: these must be capitals.
_SHORT = frozenset({"us", "uk", "uae", "usa", "prc", "drc"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents, quotes straight, one space between words."""
    whole = unicodedata.normalize("NFKD", text.translate(_QUOTES)).casefold()
    flat = unicodedata.normalize("NFKD", whole).translate(_LETTERS)
    return " ".join(_BEYOND_ASCII.sub(_not_combining, flat).split())


def _not_combining(match: re.Match[str]) -> str:
    return "".join(sign for sign in match[0] if not unicodedata.combining(sign))


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """The normal form of a name: titles, "the" and possessive off, folded."""
    key = _POSSESSIVE.sub("", fold(text).strip(_EDGES))
    match = _TITLE.match(key)
    key = key[match.end() :] if match else key.removeprefix("the ")
    words = key.split()
    while len(words) > 1 and words[-1].strip(".,") in _SUFFIXES:
        words.pop()
    return " ".join(words).strip(_EDGES)


def country_of(text: str) -> str:
    """The country that a name, an abbreviation or a demonym stands for; "" for none."""
    folded = _POSSESSIVE.sub("", fold(text)).strip(" ,;:!?\"'()").removeprefix("the ")
    if folded in _SHORT and not text.strip().removeprefix("the ").isupper():
        return ""
    country = _COUNTRY.get(folded) or _COUNTRY.get(folded.rstrip("."))
    return country if country and any(sign.isupper() for sign in text) else ""


def is_country(key: str) -> bool:
    """Say whether a normal form is a country's own."""
    return _COUNTRY.get(key) == key


def capital_of(text: str) -> str:
    """The country whose seat of government a name is; "" for none."""
    return _CAPITAL.get(name_key(text), "")


def spelling_distance(left: str, right: str) -> int:
    """How many letters must be changed, added, dropped or swapped with a neighbour."""
    return int(OSA.distance(fold(left), fold(right)))


def relate_names(left: Name, right: Name) -> Relation:
    """Compare two names: one bearer, a shorter form, an accepted variant, or another."""
    mine, other = name_key(left.text) or left.key, name_key(right.text) or right.key
    if mine == other or left.key == right.key or _bare(mine) == _bare(other):
        return Relation.SAME
    countries = country_of(left.text), country_of(right.text)
    if any(countries):
        if countries[0] == countries[1]:
            return Relation.SAME
        return Relation.OVERLAP if _seat_of_other(left, right) else Relation.DISJOINT
    if _squeezed(mine) == _squeezed(other):
        return Relation.OVERLAP
    return _relate_words(_words(mine), _words(other))


def _seat_of_other(left: Name, right: Name) -> bool:
    """ "Paris said" for the government of France: the capital stands for the country."""
    seats = capital_of(left.text), capital_of(right.text)
    return (bool(seats[0]) and seats[0] == country_of(right.text)) or (
        bool(seats[1]) and seats[1] == country_of(left.text)
    )


def _bare(key: str) -> str:
    return " ".join(re.sub(r"[^\w\s-]", "", key).split())


def _squeezed(key: str) -> str:
    return re.sub(r"[\W_]", "", key)


def _words(key: str) -> list[str]:
    return [word for word in re.split(r"[\s.]+", _LEFT_OUT.sub("", key)) if word]


_LEFT_OUT = re.compile(r"[^\w\s.'-]")


def _relate_words(mine: list[str], other: list[str]) -> Relation:
    if not mine or not other:
        return Relation.DISJOINT
    short, long = sorted((mine, other), key=lambda words: (len(words), words))
    if _is_acronym(short, long):
        return Relation.REFINES
    found = [_relate_word(a, b) for a, b in _paired(short, long)]
    if not found or Relation.DISJOINT in found:
        return Relation.DISJOINT
    if Relation.OVERLAP in found:
        return Relation.OVERLAP
    return Relation.REFINES


def _paired(short: list[str], long: list[str]) -> list[tuple[str, str]]:
    """Pair the words of the shorter name with those of the longer, in order.

    "Anna Weber" and "Anna Maria Weber": the last with the last, the rest from the
    front; a single word with whichever of the longer it is.
    """
    if len(short) == 1:
        word = short[0] if short[0] in long else long[-1]
        # A lone initial names nobody.
        return [(short[0], word)] if min(len(short[0]), len(word)) > 1 else []
    pairs = [(short[-1], long[-1])]
    rest = iter(long[:-1])
    for word in short[:-1]:
        twin = next((w for w in rest if _relate_word(word, w) is not Relation.DISJOINT), "")
        pairs.append((word, twin))
    return pairs


def _relate_word(left: str, right: str) -> Relation:
    """Compare words: SAME, REFINES (initial), OVERLAP (variant), DISJOINT."""
    if left == right:
        return Relation.SAME
    if not left or not right:
        return Relation.DISJOINT
    if 1 in {len(left), len(right)}:
        return Relation.REFINES if left[0] == right[0] else Relation.DISJOINT
    if _share(_NICKNAMES, left, right) or _share(_VARIANTS, left, right):
        return Relation.OVERLAP
    return Relation.OVERLAP if skeleton(left) == skeleton(right) else Relation.DISJOINT


def is_nickname(left: str, right: str) -> bool:
    """Say whether two folded given names are short forms of one: "bob", "robert"."""
    return _share(_NICKNAMES, left, right)


def _share(groups: dict[str, frozenset[str]], left: str, right: str) -> bool:
    return bool(groups.get(left, frozenset()) & groups.get(right, frozenset()))


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """What stays of a folded word whatever the romanisation."""
    plain = re.sub(r"[\W_]", "", word)
    drawn = _ROMAN_RE.sub(lambda match: _ROMAN[match[0]], re.sub(r"(.)\1+", r"\1", plain))
    return re.sub(r"(.)\1+", r"\1", drawn)


def _is_acronym(short: list[str], long: list[str]) -> bool:
    """Say whether one is made of the first letters of the other: "UN", "U.N."."""
    letters = "".join(short)
    if len(long) < 2 or len(letters) < 2 or (len(short) > 1 and any(len(w) > 1 for w in short)):
        return False
    content = [word for word in re.split(r"[\s-]+", " ".join(long)) if word not in _PARTICLES]
    return letters in {"".join(word[0] for word in content), "".join(word[0] for word in long)}
