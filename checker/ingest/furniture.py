"""What one line is by its own words: prose, a menu, a caption, a pointer elsewhere."""

from __future__ import annotations

import re
from enum import StrEnum

from checker.lexicon import load
from checker.values.phrases import alternatives

_TABLE = load("boilerplate")
_OUTLETS = load("outlets")


class Mark(StrEnum):
    """What a line looks like before its neighbours are heard."""

    NEUTRAL = "neutral"  # no word in it: a rule, a bullet
    SHORT = "short"  # no stop at its end: a headline, a subheading, a menu entry
    SENTENCE = "sentence"
    PROSE = "prose"  # a sentence or more, long enough to be a paragraph
    FURNITURE = "furniture"
    SOLICITATION = "solicitation"
    LEGAL = "legal"
    BIO = "bio"
    BYLINE = "byline"
    SIGN_OFF = "sign-off"
    CREDIT_LINE = "credit-line"
    CAPTION = "caption"
    PICTURE_CREDIT = "picture-credit"
    TEASER = "teaser"
    HEADING = "heading"
    SUMMARY = "summary"


# A paragraph of news has some forty words; half of that is no headline any more.
PROSE_LENGTH = 120
# The longest line, in characters, that furniture of each sort was seen to fill.
LONGEST_FURNITURE = 200
LONGEST_NOTICE = 1_000
LONGEST_CAPTION = 400


def _starts(section: str) -> re.Pattern[str]:
    return re.compile(alternatives(_TABLE[section]["starts"]) + r"(?!\w)")


_LIST_MARK = re.compile(r"(?:\d{1,2}[.)]|[-–—*•·»›⇒→>#|+]+)\s+")
# Blanks and marks that pages vary, each against one sign, so that offsets hold.
_PLAIN = str.maketrans("\u00a0\u2009\u202f\t‘’“”", "    ''\"\"")
# A stop, or a closing mark after one; three points end a cut line, not a sentence.
_STOP = re.compile(r"(?<!\.\.)[.!?][\"'”’»)\]]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}[\"'”’)]*$")
_WORD = re.compile(r"\w")

_FURNITURE = _starts("furniture")
_WHOLE = frozenset(_TABLE["furniture"]["whole"])
_READER = re.compile(r"\b" + alternatives(_TABLE["readers"]["words"]) + r"\b")
_SURE = re.compile(r"\b" + alternatives(_TABLE["solicitation"]["sure"]) + r"\b")
_CUE = re.compile(
    r"\b"
    + alternatives([*_TABLE["solicitation"]["sure"], *_TABLE["solicitation"]["other"]])
    + r"\b"
)
_INVITATION = re.compile(alternatives(_TABLE["solicitation"]["invitations"]) + r"\b")
_CONTACT = re.compile(
    r"\b(?:contact|email|e-mail|follow|reach|write to)\b.{0,80}(?:@\w|\bat \d{3})"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_LEGAL = _starts("legal")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|rights reserved|may not be")
_BIO = re.compile(
    r"(?:[A-Z][\w.'-]* ){1,4}(?:is (?:a |an |the |our )?(?:[\w'&-]+,? ){0,6}"
    + alternatives(_TABLE["byline"]["trades"])
    + r",? (?:at|based|covering|for|in|on|who covers|who writes|with)|"
    + alternatives(_TABLE["byline"]["verbs"])
    + r")\b"
)
_BYLINE = re.compile(r"(?:By|BY) [A-Z][^.:;!?]{2,80}$")
_CREDIT_START = _starts("credit_line")
_CREDIT_END = re.compile(alternatives(_TABLE["credit_line"]["ends"]) + r"\.?\)?$")

_NAMES = sorted({name for names in _OUTLETS["agencies"].values() for name in names})
_AGENCIES = frozenset(name.casefold() for name in _NAMES)
# "ab/cd (AFP, AP)": the desk's initials, then whose matter it used.
_INITIALS = re.compile(r"[a-z]{1,4}(?:/[a-z]{1,4})+(?: ?\([^()]{2,80}\))?$")
_SEPARATOR = re.compile(r"\s*[,/;&|–—-]+\s*")

_CAPTION = _starts("caption")
_PICTURE_AGENCY = alternatives(_TABLE["caption"]["agencies"])
_CAPTION_END = re.compile(
    rf"""
      \( [^()]{{0,80}} / \s? {_PICTURE_AGENCY} \b [^()]{{0,40}} \) \.? $     # (Jo Roe/AP)
    | \( (?:Photo|Picture|Image|File)\b [^()]{{1,80}} \) $                    # (Photo by Jo Roe)
    | [.!?]["'”’]? \s Credit \s [A-Z] [^.!?]{{2,60}} $                       # … here. Credit Jo Roe
    | \b (?:Photo|Photographer|Photograph|Picture|Image|Credit)
         (?: : | \s by ) \s [A-Z] .{{2,60}} (?<! [.!?] ) $                    # Photo by Jo Roe
    | \b Hide \s Caption \b .{{0,20}} $
    | \b Getty \s Images $
    | ^ [A-Z] [\w.'\s-]{{2,40}} / \s? {_PICTURE_AGENCY} $                     # Jo Roe/AP
    """,
    re.VERBOSE,
)

_TEASER = _starts("teaser")
_HEADINGS = frozenset(_TABLE["teaser"]["headings"])
_BRACKETED = re.compile(r"\[[^\[\]]{10,160}\]$")
_SUMMARY = re.compile(
    r"""
    \( (?: \d{1,2} [./-] \d{1,2} [./-] \d{2,4}
         | \d{4} - \d{2} - \d{2}
         | [A-Z][a-z]{2,8} \.? \s \d{1,2}, \s \d{4}
         | \d{1,2} \s [A-Z][a-z]{2,8} \.? \s \d{4} ) \) $
    """,
    re.VERBOSE,
)


def ends_sentence(text: str) -> bool:
    """Say whether a line ends with a stop; that of "the U.S." on a short line is none."""
    if not _STOP.search(text[-10:]):
        return False
    return len(text) >= PROSE_LENGTH or not _ABBREVIATED.search(text[-20:])


def plain(text: str) -> str:
    """Plain blanks and straight quotes, sign for sign."""
    return text.translate(_PLAIN)


def fold(text: str) -> str:
    """Lower case, straight quotes, no list mark: the form that tables are written in."""
    return _LIST_MARK.sub("", plain(text), count=1).lower().strip()


def is_listed(text: str) -> bool:
    """Say whether a line begins with the mark of a list."""
    return _LIST_MARK.match(text) is not None


def mark_line(text: str) -> Mark:
    """What a line without blanks around it is, by its own words."""
    if len(text) > LONGEST_NOTICE:
        return Mark.PROSE
    if not _WORD.search(text):
        return Mark.NEUTRAL
    text = plain(text)
    folded = fold(text)
    sentence = ends_sentence(text)
    for mark in (_closing(text, folded), _picture(text, folded), _pointer(text, folded, sentence)):
        if mark is not None:
            return mark
    if _is_furniture(folded, sentence) or _solicits(folded, sentence):
        return Mark.SOLICITATION if _CUE.search(folded) else Mark.FURNITURE
    if not sentence:
        return Mark.BYLINE if _BYLINE.match(text) else Mark.SHORT
    return Mark.PROSE if len(text) >= PROSE_LENGTH else Mark.SENTENCE


def _closing(text: str, folded: str) -> Mark | None:
    """What stands below a story: rights, sign-off, helpers, the writer's life."""
    if _LEGAL.match(folded) and _YEAR.search(folded[:200]):
        return Mark.LEGAL
    if _is_sign_off(text):
        return Mark.SIGN_OFF
    if len(text) <= LONGEST_FURNITURE and (
        _CREDIT_START.match(folded) or _CREDIT_END.search(folded)
    ):
        return Mark.CREDIT_LINE
    return Mark.BIO if _BIO.match(text) else None


def _is_sign_off(text: str) -> bool:
    """Say whether there are initials and agencies alone: "ab/cd (AFP, AP)", "(Reuters)"."""
    if len(text) > 100:
        return False
    if _INITIALS.match(text):
        return True
    parts = _SEPARATOR.split(text.strip("()[] .").casefold())
    return all(part in _AGENCIES for part in parts)


def _picture(text: str, folded: str) -> Mark | None:
    if len(text) > LONGEST_CAPTION:
        return None
    if text.startswith("![") or _CAPTION.match(folded):
        return Mark.PICTURE_CREDIT
    return Mark.CAPTION if _CAPTION_END.search(text) else None


def _pointer(text: str, folded: str, sentence: bool) -> Mark | None:
    """Pointers to other stories.

    "More on the strike came on Monday." is a sentence: without a colon, a pointer
    has no stop.
    """
    if folded.rstrip(" :…") in _HEADINGS:
        return Mark.HEADING
    if len(text) <= LONGEST_FURNITURE and _BRACKETED.match(text):
        return Mark.TEASER
    match = _TEASER.match(folded) if len(text) <= LONGEST_FURNITURE else None
    if match and (not sentence or ":" in folded[: match.end() + 1]):
        return Mark.TEASER
    return Mark.SUMMARY if _SUMMARY.search(text) else None


def _is_furniture(folded: str, sentence: bool) -> bool:
    """Menus and invitations.

    "Advertisement spending fell 3 percent." is news: a whole sentence is furniture
    only where it speaks to the reader.
    """
    if folded.strip(" :.!|") in _WHOLE or _ADDRESS.match(folded):
        return True
    if len(folded) > LONGEST_FURNITURE or '"' in folded:
        return False
    invites = _FURNITURE.match(folded) or _CONTACT.search(folded)
    if invites and (not sentence or _READER.search(folded)):
        return True
    return _is_menu(folded)


def _is_menu(folded: str) -> bool:
    """Say whether a line is a row of entries, half of them known: "Home | World | Sport"."""
    entries = [entry for entry in re.split(r"\s*[|•·»›]\s*", folded) if entry]
    known = sum(entry in _WHOLE for entry in entries)
    return len(entries) > 1 and 2 * known >= len(entries)


def promises(text: str) -> bool:
    """Say whether a line has a newsletter in it, but nobody's words."""
    folded = fold(text)
    return len(folded) <= LONGEST_CAPTION and '"' not in folded and bool(_SURE.search(folded))


def _solicits(folded: str, sentence: bool) -> bool:
    """Say whether a line alone is a newsletter's: an invitation, or a promise to "you"."""
    if not promises(folded):
        return False
    if not sentence and _INVITATION.match(folded):
        return True
    cues = {match[0] for match in _CUE.finditer(folded)}
    return len(cues) > 1 and bool(_READER.search(folded))
