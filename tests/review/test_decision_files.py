"""Decisions that come back: the page's download, the sheet as XLSX and as CSV."""

from __future__ import annotations

import csv
from datetime import date, datetime

import openpyxl
import pytest

from checker.errors import StoreError
from checker.model.decision import Decision
from checker.model.sheet import SHEET, Column
from checker.review.decision_files import read_decisions
from checker.review.lines import to_lines

RULED = {
    Column.FINGERPRINT: "v2-1",
    Column.FACT: "How many boats?",
    Column.STATUS: "Confirmed",
    Column.CORRECT: "3",
    Column.NOTE: "the log",
    Column.BY: "N. Desk",
    Column.DATE: "2021-06-01",
    Column.EXPIRES: "",
    Column.STORY: "harbour",
    Column.RULE: "Q01 figures-differ",
    Column.FILES: "a.txt\nb.txt",
}
DECIDED = Decision(
    fingerprint="v2-1",
    question="How many boats?",
    verdict="confirmed",
    correct="3",
    reason="the log",
    by="N. Desk",
    on=date(2021, 6, 1),
    story="harbour",
    code="Q01",
    sources=("a.txt", "b.txt"),
)
OPEN_ROW = {Column.FINGERPRINT: "v2-2", Column.FACT: "Open?", Column.STATUS: "open"}


def as_xlsx(folder, *rows, sheet=SHEET):
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    page.append(list(Column))
    for row in rows:
        page.append([row.get(column) for column in Column])
    path = folder / "sheet.xlsx"
    book.save(path)
    return path


def as_csv(folder, *rows, comma=","):
    path = folder / "sheet.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as target:
        writer = csv.writer(target, delimiter=comma)
        writer.writerow(list(Column))
        writer.writerows([row.get(column, "") for column in Column] for row in rows)
    return path


@pytest.mark.parametrize("write", [as_xlsx, as_csv])
def test_only_what_is_decided_is_read(tmp_path, write):
    assert read_decisions(write(tmp_path, RULED, OPEN_ROW, {})) == (DECIDED,)


def test_semicolons_are_commas_elsewhere(tmp_path):
    assert read_decisions(as_csv(tmp_path, RULED, comma=";")) == (DECIDED,)


def test_a_spreadsheet_may_make_dates_of_days_and_rename_its_sheet(tmp_path):
    row = {**RULED, Column.DATE: datetime(2021, 6, 1), Column.CORRECT: 3}
    assert read_decisions(as_xlsx(tmp_path, row, sheet="Tabelle1")) == (DECIDED,)


@pytest.mark.parametrize(
    ("written", "verdict"),
    [("False alarm", "false-alarm"), ("won’t fix", "wont-fix"), (" Both Right ", "both-right")],
)
def test_status_as_people_write_it(tmp_path, written, verdict):
    row = {**RULED, Column.STATUS: written, Column.CORRECT: ""}
    assert read_decisions(as_csv(tmp_path, row))[0].verdict == verdict


def test_an_apostrophe_before_a_formula_goes_again(tmp_path):
    row = {**RULED, Column.CORRECT: "'-3"}
    assert read_decisions(as_csv(tmp_path, row))[0].correct == "-3"


def test_the_download_of_the_page(tmp_path):
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(to_lines([DECIDED]))
    assert read_decisions(path) == (DECIDED,)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({Column.NOTE: ""}, "row 2: .*reason"),
        ({Column.CORRECT: ""}, "row 2: .*correct"),
        ({Column.STATUS: "perhaps"}, "row 2: .*verdict"),
        ({Column.DATE: "1 June"}, "row 2: .*on"),
        ({Column.FINGERPRINT: ""}, "row 2: .*fingerprint"),
    ],
)
@pytest.mark.parametrize("write", [as_xlsx, as_csv])
def test_a_row_that_is_amiss_is_named(tmp_path, write, change, told):
    with pytest.raises(StoreError, match=told):
        read_decisions(write(tmp_path, {**RULED, **change}))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", b"PK\x03\x04 not really", "no workbook"),
        ("a.xlsx", b"", "no workbook"),
        ("a.csv", b"a,b\n1,2\n", "has no column"),
        ("a.csv", b"", "has no column"),
        ("a.csv", b"\xff\xfe\x00", "not UTF-8"),
        ("a.jsonl", b"{}\n", "fingerprint"),
        ("a.pdf", b"", "decisions come as"),
    ],
)
def test_other_files_are_refused(tmp_path, name, content, told):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(StoreError, match=told):
        read_decisions(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match="cannot be read"):
        read_decisions(tmp_path / "none.xlsx")
