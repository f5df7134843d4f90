"""The checker's sheet: complete, without formulas, and good to come back."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from checker.errors import SettingsError
from checker.model.decision import Decision, Ruling
from checker.model.sheet import OPEN, Column
from checker.render import render
from checker.render.csv_sheet import disarm
from checker.review import weigh

from .bridge import bridge_report, discrepancies, drafted_report
from .builder import discrepancy, evidence, report, source, version
from .test_hostile import hostile_report

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("x")')


def rows_of(whole):
    text = render(whole, "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_each_with_every_version_and_source():
    rows = rows_of(bridge_report())
    assert [row[Column.FINGERPRINT] for row in rows] == [d.fingerprint for d in discrepancies()]
    for row, one in zip(rows, discrepancies(), strict=True):
        assert row[Column.FACT] == one.question
        assert all(v.value in row[Column.VERSIONS] for v in one.versions)
        assert row[Column.SOURCES].count("\n") + 1 == sum(len(v.sources) for v in one.versions)
        assert row[Column.STATUS] == OPEN


def test_what_is_decided_is_filled_in():
    decision = Decision(
        fingerprint="v1:0000000000000002",
        question="?",
        verdict=Ruling.CONFIRMED,
        correct="210 m",
        reason="measured",
        by="N. Desk",
        on="2021-06-01",
    )
    last = rows_of(weigh(bridge_report(), [decision]))[-1]
    told = [last[c] for c in (Column.STATUS, Column.CORRECT, Column.BY, Column.DATE, Column.NOTE)]
    assert told == ["confirmed", "210 m", "N. Desk", "2021-06-01", "measured"]


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_disarms_formulas(text):
    assert disarm(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "plain", "a = b", "1-2", "'quoted", "3 %"])
def test_csv_leaves_other_cells_alone(text):
    assert disarm(text) == text


def poisoned():
    place = source("a.txt", "=cmd() and 5 boats.\n", publisher="=1+1", title="@x")
    row = discrepancy(
        1, bridge_report().run.rules[0], "=2+3", "-", version("=4", evidence(place, "=cmd()"))
    )
    return report([place], [row])


@pytest.mark.parametrize("whole", [poisoned(), hostile_report()], ids=["poisoned", "hostile"])
def test_no_cell_starts_a_formula(whole):
    for row in rows_of(whole):
        assert not [cell for cell in row.values() if cell.lstrip()[:1] in {*"=+-@＝＋－＠"} - {""}]
    book = openpyxl.load_workbook(io.BytesIO(render(whole, "xlsx")))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_status_has_a_drop_down():
    book = openpyxl.load_workbook(io.BytesIO(render(bridge_report(), "xlsx")))
    (choice,) = [v for v in book.worksheets[0].data_validations.dataValidation if v.type == "list"]
    assert choice.formula1.strip('"').split(",") == [OPEN, *Ruling]
    assert str(choice.sqref) == "F2:F7"


def test_a_draft_has_a_sheet_of_its_own():
    book = openpyxl.load_workbook(io.BytesIO(render(drafted_report(), "xlsx")))
    rows = list(book["Draft"].iter_rows(values_only=True))
    assert [row[2] for row in rows] == [
        "Stands", "contradicted", "backed by 2 independent sources", "without a source",
    ]  # fmt: skip
    assert "Port Radio: “ten years”" in rows[1][4]


def test_nothing_found_is_a_sheet_with_a_head():
    whole = report([source("a.txt", "Nothing.\n")])
    assert rows_of(whole) == []
    assert render(whole, "xlsx")[:2] == b"PK"


@pytest.mark.parametrize(("format_name", "module"), [("xlsx", "xlsxwriter"), ("docx", "docx")])
def test_a_missing_extra_is_named(monkeypatch, format_name, module):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(SettingsError, match=r"claim-crosscheck\[office\]"):
        render(bridge_report(), format_name)
