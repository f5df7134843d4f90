"""Shapes of dates that say a day, from the fullest to the barest."""

from __future__ import annotations

from checker.values.calendar_words import FEASTS, NEAR_DAYS
from checker.values.date_words import (
    ANY_YEAR,
    DAY,
    DAY_FIGURE,
    DAY_ORDINAL,
    DAY_TO,
    DAY_WORD,
    LONG_UNIT,
    MONTH,
    PART,
    STEP,
    UNIT,
    WEEKDAY,
    YEAR,
)
from checker.values.number import NUMBER
from checker.values.phrases import alternatives

# Verbose regexes; the groups of a shape begin with letters of its own.
DAY_SHAPES: dict[str, str] = {
    # 2019-09-17, 2019-09-17T10:15:00Z
    "iso": r"""
        (?P<iso_y>\d{4})(?P<iso_s>[-/.])(?P<iso_m>\d\d?)(?P=iso_s)(?P<iso_d>\d\d?)(?!\d)
        (?:[t\s](?P<iso_t>\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:\s?z|\s?[+-]\d\d:?\d\d)?)?""",
    # 17/9/2019
    "numeric": r"(?P<n_a>\d{1,2})(?P<n_s>[./-])(?P<n_b>\d{1,2})(?P=n_s)(?P<n_y>\d{4}|\d\d)",
    # Tuesday, 17 September 2019; 3 to 5 May; the third of June last year
    "dmy": rf"""
        (?:(?P<dmy_w>{WEEKDAY}),?\s)? (?:the\s)?
        (?: (?P<dmy_d>{DAY_FIGURE})(?:{DAY_TO}(?P<dmy_d2>{DAY_FIGURE}))?\s(?:of\s)?
          | (?P<dmy_o>{DAY_ORDINAL})\sof\s )
        (?P<dmy_m>{MONTH})
        (?:,?\s(?:(?P<dmy_y>{ANY_YEAR})|(?P<dmy_r>last|this|next)\syear(?!\w)))?""",
    # Tuesday, Sept. 17, 2019; March 3-5; May twenty-first
    "mdy": rf"""
        (?:(?P<mdy_w>{WEEKDAY}),?\s)? (?P<mdy_m>{MONTH})
        (?: (?:\s(?:the\s)?|[/-])(?P<mdy_d>{DAY_FIGURE}) | \s(?:the\s)?(?P<mdy_o>{DAY_WORD}) )
        (?:{DAY_TO}(?P<mdy_d2>{DAY_FIGURE})(?!\s{MONTH}))? (?![\d:]|\.\d)
        (?:,?\s(?:(?P<mdy_y>{ANY_YEAR})|(?P<mdy_r>last|this|next)\syear(?!\w)))?""",
    # the 20th of next month; from 4 to 22 this month
    "dom": rf"""
        (?:the\s)?(?P<dom_d>{DAY_FIGURE})(?:{DAY_TO}(?P<dom_d2>{DAY_FIGURE}))?
        \s(?:of\s|in\s)?(?P<dom_r>{STEP})\smonth(?!\w)""",
    # Friday the 13th; in "on Friday, the 10th attempt" something else is counted
    "wday": rf"""
        (?P<wd_w>{WEEKDAY}),?\sthe\s(?P<wd_d>{DAY}(?:st|nd|rd|th)|{DAY_ORDINAL})
        (?=\s?(?:[.,;:)!?]|$)|\s(?:and|at|from|in|to|until|till|through)\s)""",
    "feast": rf"(?P<f_f>{alternatives(FEASTS)})(?:,?\s(?P<f_y>{YEAR}))?",
    # three days ago
    "ago": rf"(?:(?P<ago_n>{NUMBER})|(?P<ago_a>an?))[\s-](?P<ago_u>{UNIT})\sago",
    # two weeks from now; two days before yesterday
    "off": rf"""
        (?:(?P<off_n>{NUMBER})|(?P<off_a>an?))\s(?P<off_u>{LONG_UNIT})\s
        (?: from\s(?P<off_f>now|today|tomorrow|yesterday)
          | (?P<off_w>after|before)\s(?P<off_b>today|tomorrow|yesterday) )""",
    "near": rf"(?P<near_w>{alternatives(NEAR_DAYS)})(?:\s(?P<near_p>{PART}))?",
    "this": r"(?:this\s(?P<this_p>morning|afternoon|evening)|last\s(?P<this_n>night))",
    # on Friday next week; next week on Friday
    "ofweek": rf"(?P<ow_d>{WEEKDAY})\s(?:of\s)?(?P<ow_w>last|this|next)\sweek",
    "inweek": rf"(?P<iw_w>last|this|next)\sweek,?\s(?:on\s)?(?P<iw_d>{WEEKDAY})",
    # Tuesday night
    "weekday": rf"(?P<w_d>{WEEKDAY})(?:\s(?P<w_p>{PART}))?",
}
