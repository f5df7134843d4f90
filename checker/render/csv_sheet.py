"""The checker's sheet as CSV: UTF-8 with a mark, so that spreadsheets know it for what it is."""

from __future__ import annotations

import csv
import io

from checker.model.report import Report
from checker.model.sheet import Column
from checker.render.sheet import sheet_rows

# What begins so may be run by a spreadsheet, the full-width signs too, and so may what
# stands behind blanks.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render_csv(report: Report) -> bytes:
    """Write the sheet; no cell can start a formula."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(list(Column))
    for row in sheet_rows(report):
        writer.writerow([disarm(row[column]) for column in Column])
    return target.getvalue().encode("utf-8-sig", errors="replace")


def disarm(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet could take for a formula."""
    return f"'{cell}" if cell.lstrip().startswith(FORMULA) else cell
