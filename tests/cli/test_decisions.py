"""`checker decisions import`: out as a sheet, back as decisions, and the next run knows."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from checker.model.sheet import SHEET, Column

pytestmark = pytest.mark.usefixtures("seeds")


def fill_in(path, **cells):
    """Decide on the first row, as a colleague does in a spreadsheet."""
    book = openpyxl.load_workbook(path)
    for name, text in cells.items():
        book[SHEET].cell(2, list(Column).index(Column[name]) + 1).value = text
    book.save(path)


def test_a_sheet_goes_out_and_comes_back(run, tmp_path):
    sheet = tmp_path / "sheet.xlsx"
    assert run("check", "seeds", "--output", f"xlsx:{sheet}").code == 1
    fill_in(sheet, STATUS="false-alarm", NOTE="two storms", BY="N. Desk")
    done = run("decisions", "import", str(sheet))
    assert (done.code, "1 decisions read, 1 of them new" in done.err) == (0, True)
    assert run("check", "seeds").code == 0
    again = run("check", "seeds", "--output", f"xlsx:{sheet}")
    assert again.code == 0
    assert "0 of them new" in run("decisions", "import", str(sheet)).err


def test_csv_goes_the_same_way(run, tmp_path):
    sheet = tmp_path / "sheet.csv"
    run("check", "seeds", "--output", f"csv:{sheet}")
    with sheet.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[0] |= {Column.STATUS: "wont-fix", Column.NOTE: "old"}
    with sheet.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(Column))
        writer.writeheader()
        writer.writerows(rows)
    assert run("decisions", "import", str(sheet)).code == 0
    assert run("check", "seeds").code == 0


def test_where_one_file_is_amiss_nothing_is_taken_over(run, tmp_path):
    sheet = tmp_path / "sheet.xlsx"
    run("check", "seeds", "--output", f"xlsx:{sheet}")
    fill_in(sheet, STATUS="attributed", NOTE="said so")
    (tmp_path / "bad.csv").write_text("x\n")
    done = run("decisions", "import", str(sheet), str(tmp_path / "bad.csv"))
    assert (done.code, "bad.csv" in done.err) == (2, True)
    assert not (tmp_path / "claims" / "decisions.jsonl").exists()
