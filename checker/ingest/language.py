"""Which language a document is in: by its script, else by its function words.

Deterministic and small: a few dozen words a language stand in `lexicon/languages.toml`,
those of English in `lexicon/en/`. It only has to know English from the rest; the
name of another language is for the message.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from checker.ingest.head import Head
from checker.ingest.metadata import read_field
from checker.lexicon import load

# English prose has some 35 % of its words, other European languages under 10 % of
# them ("in", "is" and "was" are theirs too); a headline and a line of names have few.
LEAST_SHARE = 0.12
FEWEST_WORDS = 30
MOST_WORDS = 2_000
# How many times the function words of the next language a language must have.
MARGIN = 1.1
# Share of words that begin with a small letter: some four in five in prose.
PROSE_SHARE = 0.6
# Letters looked at for the script, and the share of them that decides.
SAMPLE = 2_000
SCRIPT_SHARE = 0.5

ENGLISH, UNKNOWN = "en", "und"

_TABLE = load("languages")
_NAMES: dict[str, str] = dict(_TABLE["names"])
_CODES = {name.lower(): code for code, name in _NAMES.items()}
_WORDS = {code: frozenset(words) for code, words in _TABLE["words"].items()}
_WORDS[ENGLISH] = frozenset(load("boilerplate")["function_words"]["words"])
_HELD_BY = {
    word: [code for code in _WORDS if word in _WORDS[code]]
    for word in sorted(frozenset().union(*_WORDS.values()))
}
_WORD = re.compile(r"[^\W\d_]+")


def find_language(head: Head, text: str) -> str:
    """The code of the language, "und" where it is none of those known.

    The text itself goes before what the head says: pages keep the language of the
    template they were made from. A text too short to tell is what the head says,
    else English.
    """
    words = [match[0] for match in islice(_WORD.finditer(text, head.end), MOST_WORDS)]
    sample = text[head.end : head.end + 4 * SAMPLE]
    told = _by_script(sample) or _by_words(words)
    return told or _by_head(head) or (ENGLISH if _is_latin(sample) else UNKNOWN)


def language_name(code: str) -> str:
    """The language in English: "German"; without a name, its code or what it is not."""
    if code == UNKNOWN:
        return "a language other than English"
    return _NAMES.get(code, code)


def _by_head(head: Head) -> str:
    given = read_field(head, "language", "lang", "inlanguage", "locale").lower()
    return _CODES.get(given) or re.split(r"[-_]", given)[0]


def _by_script(text: str) -> str | None:
    """The language of a script that is neither Latin nor Cyrillic."""
    if text.isascii():
        return None
    letters = list(islice(filter(str.isalpha, text), SAMPLE))
    scripts: Counter[str] = Counter()
    for sign, number in Counter(letters).items():
        scripts[unicodedata.name(sign, "").split(" ")[0]] += number
    known = {script: n for script, n in scripts.items() if script in _TABLE["scripts"]}
    if len(letters) < FEWEST_WORDS or sum(known.values()) < SCRIPT_SHARE * len(letters):
        return None
    # Japanese is written with Chinese signs too, but Chinese never with kana.
    if known.keys() & {"HIRAGANA", "KATAKANA"}:
        return "ja"
    return str(_TABLE["scripts"][max(known, key=lambda script: (known[script], script))])


def _is_latin(text: str) -> bool:
    """Say whether at least half of the letters are; a text without letters passes."""
    letters = [sign for sign in text if sign.isalpha()]
    latin = sum(unicodedata.name(sign, "").startswith("LATIN") for sign in letters)
    return latin >= SCRIPT_SHARE * len(letters)


def _by_words(words: Sequence[str]) -> str | None:
    """The language with the largest share of function words; English goes first.

    Of two neighbours that share most of their words, such as Danish and Norwegian,
    neither is named. Names and figures in a table are in no language.
    """
    prose = sum(word[0].islower() for word in words)
    words = [word.lower() for word in words]
    if len(set(words)) < FEWEST_WORDS:
        return None
    shares = dict.fromkeys(_WORDS, 0)
    for word, number in Counter(words).items():
        for code in _HELD_BY.get(word, ()):
            shares[code] += number
    ranked = sorted(shares, key=lambda code: (-shares[code], code != ENGLISH, code))
    best, second = (shares[code] for code in ranked[:2])
    if best < LEAST_SHARE * len(words):
        return UNKNOWN if prose > PROSE_SHARE * len(words) else None
    return ranked[0] if ranked[0] == ENGLISH or best > MARGIN * second else UNKNOWN
