"""Decisions and the baseline on disk."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import SettingsError, StoreError
from checker.model.decision import Decision
from checker.model.standing import Known
from checker.review import (
    add_decisions,
    decision_from,
    load_baseline,
    load_decisions,
    save_baseline,
)
from checker.review.lines import to_lines


def decision(number: int = 1, **fields) -> Decision:
    defaults = {
        "fingerprint": f"v1-{number:016x}",
        "question": "How many: boat?",
        "verdict": "false-alarm",
        "reason": "two harbours",
    }
    return Decision.model_validate({**defaults, **fields})


def known(number: int = 1, **fields) -> Known:
    defaults = {
        "fingerprint": f"v1-{number:016x}",
        "code": "Q01",
        "question": "How many: boat?",
        "versions": ("3", "7"),
    }
    return Known.model_validate({**defaults, **fields})


def test_a_folder_without_files_has_none(tmp_path):
    assert load_decisions(tmp_path / "nowhere") == ()
    assert load_baseline(tmp_path / "nowhere") == ()


def test_decisions_stay_beside_each_other_sorted(tmp_path):
    for number in (2, 3, 1):
        add_decisions(tmp_path, [decision(number)])
    assert load_decisions(tmp_path) == tuple(decision(number) for number in (1, 2, 3))
    lines = (tmp_path / "decisions.jsonl").read_text().splitlines()
    assert lines == sorted(lines)
    assert lines[0] == (
        '{"fingerprint": "v1-0000000000000001", "question": "How many: boat?", '
        '"verdict": "false-alarm", "reason": "two harbours"}'
    )


def test_a_decision_gives_way_to_one_on_the_same_discrepancy(tmp_path):
    add_decisions(tmp_path, [decision(1), decision(2)])
    add_decisions(tmp_path, [decision(1, verdict="wont-fix")])
    assert [d.verdict for d in load_decisions(tmp_path)] == ["wont-fix", "false-alarm"]


def test_of_two_that_a_merge_left_the_later_holds(tmp_path):
    early, late = decision(on="2024-01-01"), decision(on="2024-02-01", verdict="wont-fix")
    (tmp_path / "decisions.jsonl").write_bytes(to_lines([late, early]))
    assert load_decisions(tmp_path) == (late,)


BROKEN = {
    "cut short": '{"fingerprint": "v1-00',
    "a merge that was not finished": "<<<<<<< HEAD",
    "an unknown verdict": '{"fingerprint":"a","question":"","verdict":"maybe","reason":"r"}',
    "an unknown field": '{"fingerprint":"a","question":"","verdict":"wont-fix","reason":"r","x":1}',
    "no reason": '{"fingerprint":"a","question":"","verdict":"wont-fix","reason":" "}',
    "confirmed without the right answer":
        '{"fingerprint":"a","question":"","verdict":"confirmed","reason":"r"}',
    "a right answer to a false alarm":
        '{"fingerprint":"a","question":"","verdict":"wont-fix","correct":"3","reason":"r"}',
}  # fmt: skip


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_line_is_named_and_nothing_is_written(tmp_path, line):
    file = tmp_path / "decisions.jsonl"
    content = to_lines([decision()]) + f"{line}\n".encode()
    file.write_bytes(content)
    for act in (load_decisions, lambda folder: add_decisions(folder, [decision(2)])):
        with pytest.raises(StoreError, match=r"decisions\.jsonl:2: .*mend or delete the line"):
            act(tmp_path)
    assert file.read_bytes() == content


def test_a_file_that_is_no_text(tmp_path):
    (tmp_path / "baseline.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StoreError, match=r"is not UTF-8; `checker baseline update`"):
        load_baseline(tmp_path)


def test_folders_that_cannot_be(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        add_decisions(tmp_path / "file", [decision()])
    with pytest.raises(StoreError, match="cannot be written"):
        save_baseline(tmp_path / "file", [known()])


def test_what_a_person_fills_in_wrongly_is_said():
    fields = decision().model_dump(mode="json")
    with pytest.raises(SettingsError, match="verdict: 'confirmed', 'both-right'"):
        decision_from(fields | {"verdict": "maybe"})
    with pytest.raises(SettingsError, match='"correct" goes with the verdict confirmed'):
        decision_from(fields | {"verdict": "confirmed"})


@given(st.text(min_size=1), st.text(), st.dates())
def test_what_is_written_is_read_again(reason, question, day):
    if not reason.strip():
        reason = "because"
    made = decision(reason=reason, question=question, expires=day)
    line = to_lines([made])
    assert line.count(b"\n") == 1
    assert Decision.model_validate_json(line.decode().strip("\n")) == made


def test_hostile_text_is_spelt_out():
    written = to_lines([decision(reason="a\u202eb\x1b[31m\u2028::error::")]).decode()
    assert "\\u202e" in written
    assert not set(written[:-1]) & {"\u202e", "\x1b", "\u2028", "\n"}


def test_the_baseline_is_sorted_without_times_and_places(tmp_path):
    save_baseline(tmp_path, [known(2), known(1), known(2)])
    first = (tmp_path / "baseline.jsonl").read_bytes()
    save_baseline(tmp_path, [known(1), known(2)])
    assert (tmp_path / "baseline.jsonl").read_bytes() == first
    assert load_baseline(tmp_path) == (known(1), known(2))
    assert first.splitlines()[0].decode() == (
        '{"fingerprint": "v1-0000000000000001", "code": "Q01", "question": "How many: boat?", '
        '"versions": ["3", "7"]}'
    )


@pytest.mark.parametrize(
    ("expires", "day", "holds"),
    [
        (None, "2024-05-01", True),
        ("2024-05-01", None, True),
        ("2024-05-01", "2024-05-01", True),
        ("2024-05-01", "2024-05-02", False),
    ],
)
def test_a_decision_holds_to_the_end_of_its_last_day(expires, day, holds):
    made = decision(expires=expires)
    assert made.holds_on(date.fromisoformat(day) if day else None) is holds


WRITER = """
import sys
from pathlib import Path
from checker.model.decision import Decision
from checker.review import add_decisions
folder, first = Path(sys.argv[1]), int(sys.argv[2])
for number in range(first, first + 25):
    add_decisions(folder, [Decision(fingerprint=f"v1-{number:016x}", question="?",
                                    verdict="wont-fix", reason="r")])
"""


def test_two_who_decide_at_once_lose_nothing(tmp_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), str(first)])  # noqa: S603
        for first in (0, 100)
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    assert len(load_decisions(tmp_path)) == 50
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.jsonl"]
