"""How made documents write figures and days; and a document itself."""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# Papers spell out what is not beyond a dozen.
MOST_SPELLED = 12


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a made story: the name of its file, and its text."""

    name: str
    text: str


def in_words(figure: int) -> str:
    """A figure as papers write it in a sentence: "four", "1,200"."""
    return SMALL[figure] if 0 <= figure <= MOST_SPELLED else in_figures(figure)


def in_figures(figure: int) -> str:
    """A figure with its thousands set apart."""
    return f"{figure:,}"


def spelled(figure: int) -> str:
    """A figure from 0 to 99 in words: "twenty-one"."""
    if figure < len(SMALL):
        return SMALL[figure]
    tens, ones = divmod(figure, 10)
    return TENS[tens - 2] + (f"-{SMALL[ones]}" if ones else "")


def unspelled() -> dict[str, int]:
    """Words → figures, from "two" to "ninety-nine"; "one" is too often no figure."""
    return {spelled(figure): figure for figure in range(2, 100)}


def ordinal(figure: int) -> str:
    """A figure with the ending that makes it a rank: "22nd"."""
    teen = figure % 100 in {11, 12, 13}
    return f"{figure}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(figure % 10, 'th')}"
