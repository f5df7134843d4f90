"""Decisions out of files that people send back: the page's download, the checker's sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from checker.errors import SettingsError, StoreError
from checker.model.decision import Decision
from checker.model.sheet import OPEN, SHEET, Column
from checker.review.decisions import decision_from
from checker.review.lines import read_records

MOST_BYTES = 50_000_000
REMEDY = "mend the line, or download the decisions again"
KINDS = (".csv", ".jsonl", ".xlsx")

Row = dict[str, str]


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions in a `.jsonl`, `.xlsx` or `.csv` file; open rows are none.

    Raises StoreError that names the row where one is amiss, and for a file that is
    not what its name says.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise StoreError(f"{path}: decisions come as {', '.join(KINDS)}")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise StoreError(f"{path}: larger than {MOST_BYTES:,} bytes")
        if kind == ".jsonl":
            return read_records(path, Decision, REMEDY)
        rows = _workbook_rows(path) if kind == ".xlsx" else _csv_rows(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror or error})") from None
    return tuple(_decisions(path, rows))


def _decisions(path: Path, rows: Sequence[Row]) -> Iterator[Decision]:
    """The decisions of rows; the first row of a sheet is its head."""
    for number, row in enumerate(rows, 2):
        status = _status(row.get(Column.STATUS, ""))
        if status in {"", OPEN}:
            continue
        try:
            yield decision_from(_fields(row, status))
        except SettingsError as error:
            raise StoreError(f"{path}, row {number}: {error}") from None


def _fields(row: Row, status: str) -> dict[str, str | list[str] | None]:
    return {
        "fingerprint": row.get(Column.FINGERPRINT, ""),
        "question": row.get(Column.FACT, ""),
        "verdict": status,
        "correct": row.get(Column.CORRECT, ""),
        "reason": row.get(Column.NOTE, ""),
        "by": row.get(Column.BY, ""),
        "on": row.get(Column.DATE) or None,
        "expires": row.get(Column.EXPIRES) or None,
        "story": row.get(Column.STORY, ""),
        "code": row.get(Column.RULE, "").partition(" ")[0],
        "sources": row.get(Column.FILES, "").splitlines(),
    }


def _status(text: str) -> str:
    """A status as people write it: "False alarm" is "false-alarm", "Won't fix" "wont-fix"."""
    return "-".join(text.casefold().replace("'", "").replace("’", "").split())


def _csv_rows(path: Path) -> list[Row]:
    """The rows of a CSV file, with commas or semicolons, as spreadsheets write it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise StoreError(f"{path}: is not UTF-8; save it as CSV UTF-8, or as .xlsx") from None
    comma = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True))
    except csv.Error as error:
        raise StoreError(f"{path}: is no CSV ({error})") from None
    return _rows(path, [[_armed(cell) for cell in line] for line in table])


def _armed(cell: str) -> str:
    """Take away the apostrophe that stood before what looked like a formula."""
    return cell[1:] if cell.startswith("'") else cell


def _workbook_rows(path: Path) -> list[Row]:
    """The rows of the sheet of discrepancies in a workbook."""
    try:
        # Late, as an extra brings it.
        from openpyxl import load_workbook  # noqa: PLC0415
    except ImportError:
        raise StoreError(
            f"{path}: needs the extra 'office': pip install 'claim-crosscheck[office]'"
        ) from None
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        table = [[_text(cell) for cell in line] for line in sheet.iter_rows(values_only=True)]
    except OSError:
        raise
    # openpyxl tells of a broken workbook in a dozen kinds of error.
    except Exception as error:
        raise StoreError(f"{path}: is no workbook ({type(error).__name__})") from None
    return _rows(path, table)


def _text(cell: object) -> str:
    """A cell as text; spreadsheets turn days into dates of their own."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _rows(path: Path, table: Sequence[Sequence[str]]) -> list[Row]:
    """Rows by the headings above them."""
    head = [cell.strip() for cell in table[0]] if table else []
    missing = {Column.STATUS, Column.FINGERPRINT, Column.NOTE} - set(head)
    if missing:
        raise StoreError(f"{path}: has no column {', '.join(sorted(missing))}")
    return [
        {name: cell.strip() for name, cell in zip(head, line, strict=False)} for line in table[1:]
    ]
