"""Shapes of dates that say a stretch of the calendar: weeks to centuries."""

from __future__ import annotations

from checker.values.calendar_words import DECADE_WORDS
from checker.values.date_words import (
    DAY_ORDINAL,
    LONG_UNIT,
    MONTH,
    NTH,
    OWN_YEAR,
    PART,
    SEASON,
    STEP,
    WEEKDAY,
    YEAR,
)
from checker.values.number import NUMBER
from checker.values.phrases import alternatives

# "last" without an article is no verb after one of these: "it will last nine days".
_LED = r"(?:(?<=in\s)|(?<=over\s)|(?<=during\s)|(?<=within\s)|^)"

# Verbose regexes; the groups of a shape begin with letters of its own.
STRETCH_SHAPES: dict[str, str] = {
    # the last week of July; the second Monday of next month
    "nth": rf"""
        (?:the\s)?(?P<nth_n>{NTH})\s(?:(?P<nth_k>week)|(?P<nth_w>{WEEKDAY}))\s(?:(?:of|in)\s)?
        (?: (?P<nth_m>{MONTH})(?:,?\s(?P<nth_y>{YEAR}))?
          | (?P<nth_o>{YEAR})
          | (?P<nth_r>{STEP})\s(?P<nth_u>month|year) )""",
    # March 2021; June next year
    "my": rf"""
        (?P<my_m>{MONTH})\s?,?\s(?:of\s)?
        (?:(?P<my_y>{YEAR})|(?P<my_r>last|this|next)\syear)""",
    # Q3; 2018 Q3; the third quarter of 2018; the first half of last year
    "quarter": rf"""
        (?:(?P<q_y2>{YEAR})\s?)?
        (?: q(?P<q_n>[1-4]) | h(?P<q_h>[12])
          | (?:the\s)?(?P<q_w>first|second|third|fourth|last)\s(?:(?P<q_q>quarter)|half)
            (?=\s(?:of\s)?{OWN_YEAR}) )
        (?:\s(?:of\s)?(?P<q_y>{OWN_YEAR}))?""",
    # the past two weeks; the next 3 days
    "span": rf"""
        (?: the\s(?P<span_w>last|past|previous|next|coming)
          | (?P<span_s>previous|next|{_LED}(?:last|past)) )
        \s(?P<span_n>{NUMBER})\s?(?P<span_u>{LONG_UNIT})""",
    "after": r"the\s(?P<af_u>week|month|year)\safter\s(?:the\s)?next",
    # last week; earlier this month; later in the year; next spring; last March; this Friday night
    "next": rf"""
        (?:(?P<rel_e>earlier|later)\s)?(?P<rel_w>{STEP}|in\sthe)\s
        (?: (?P<rel_u>week|weekend|month|year|decade|century)
          | (?P<rel_s>{SEASON})
          | (?P<rel_m>{MONTH})
          | (?P<rel_d>{WEEKDAY})(?:\s(?P<rel_p>{PART}))? )""",
    "season": rf"(?P<s_s>{SEASON})\s(?:of\s)?(?P<s_y>{YEAR})",
    # the 1990s; the '60s; the seventies
    "decade": rf"""
        (?:the\s)?(?P<dec>(?:1[5-9]|20)\d0)['’]?s
      | the\s(?: ['’](?P<dec_2>[2-9]0)s | (?P<dec_3>[2-9]0)['’]s
               | (?P<dec_w>{alternatives(DECADE_WORDS)}) )""",
    "century": rf"(?:the\s)?(?P<cen>\d\d?(?:st|nd|rd|th)|{DAY_ORDINAL})\s{{1,2}}century",
    "month": rf"(?P<m_m>{MONTH})",
    "year": rf"(?P<y_y>{YEAR})",
}
