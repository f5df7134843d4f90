"""The checker's sheet as a workbook, with drop-downs for what people decide."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from checker.model.decision import Ruling
from checker.model.report import Report
from checker.model.sheet import OPEN, SHEET, Column
from checker.render.extras import office
from checker.render.sheet import (
    AGREED_COLUMNS,
    DRAFT_COLUMNS,
    SOURCE_COLUMNS,
    agreed_rows,
    draft_rows,
    sheet_rows,
    source_rows,
)

# Texts stay texts: no formula, no link, no number out of somebody's words.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# The same report gives the same bytes, so a workbook has no birthday of its own.
BORN = datetime(2000, 1, 1)

WIDTHS = {
    Column.NUMBER: 5,
    Column.SEVERITY: 14,
    Column.FACT: 34,
    Column.VERSIONS: 36,
    Column.SOURCES: 60,
    Column.STATUS: 13,
    Column.CORRECT: 22,
    Column.BY: 14,
    Column.DATE: 12,
    Column.NOTE: 36,
    Column.EXPIRES: 12,
    Column.RULE: 20,
    Column.FILES: 26,
    Column.FINGERPRINT: 22,
    Column.STORY: 14,
}
# Where people write.
FILLED = (Column.STATUS, Column.CORRECT, Column.BY, Column.DATE, Column.NOTE, Column.EXPIRES)


def render_xlsx(report: Report) -> bytes:
    """Write the workbook: discrepancies, the draft where there is one, agreements, sources.

    Raises SettingsError where the extra `office` is not installed.
    """
    xlsxwriter = office("xlsxwriter", "XLSX")
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        book.set_properties({"title": "Where the sources differ", "created": BORN})
        rows = [[row[column] for column in Column] for row in sheet_rows(report)]
        sheet = _sheet(book, SHEET, list(Column), rows, list(WIDTHS.values()))
        _offer_choices(sheet, max(len(rows), 1))
        if report.draft:
            _sheet(book, "Draft", DRAFT_COLUMNS, draft_rows(report), (6, 60, 26, 44, 44))
        _sheet(book, "Agreements", AGREED_COLUMNS, agreed_rows(report), (44, 30, 12, 44, 14))
        _sheet(book, "Sources", SOURCE_COLUMNS, source_rows(report), (24, 40, 18, 24, 36, 44, 14))
    return target.getvalue()


def _sheet(
    book: Any,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
) -> Any:
    """Fill a sheet: head, cells as text, widths, a frozen head with filters."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    plain = {"text_wrap": True, "valign": "top", "num_format": "@"}
    cell, field = book.add_format(plain), book.add_format({**plain, "bg_color": "#FFF7DC"})
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, column, head)
    last = 0
    for last, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            style = field if columns[place] in FILLED else cell
            sheet.write_string(last, place, text, style)
    sheet.ignore_errors({"number_stored_as_text": "A1:Z1048576"})
    sheet.freeze_panes(1, 3 if name == SHEET else 1)
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
    return sheet


def _offer_choices(sheet: Any, rows: int) -> None:
    """Drop-downs for the status, and a hint where a day is wanted."""
    status = list(Column).index(Column.STATUS)
    choices = [OPEN, *(ruling.value for ruling in Ruling)]
    sheet.data_validation(1, status, rows, status, {"validate": "list", "source": choices})
    for column in (Column.DATE, Column.EXPIRES):
        place = list(Column).index(column)
        hint = {"validate": "any", "input_title": column.value, "input_message": "YYYY-MM-DD"}
        sheet.data_validation(1, place, rows, place, hint)
