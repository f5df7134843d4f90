"""Settings: where they come from, and what is said when they are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.model.discrepancy import Severity
from checker.settings import FailOn, Settings, load_settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_has_its_default(tmp_path):
    loaded = load_settings(start=tmp_path)
    assert (loaded.settings, loaded.path, loaded.origins) == (Settings(), None, {})


def test_dashes_and_underscores_spell_one_setting(tmp_path):
    path = write(
        tmp_path / "checker.toml",
        'fail-on = "note"\nmin_severity = "warning"\nselect = ["U"]\ntoday = 2019-09-18\n'
        "[ingest]\nmax-bytes = 10\n",
    )
    loaded = load_settings(start=tmp_path)
    assert loaded.settings.fail_on is FailOn.NOTE
    assert loaded.settings.min_severity is Severity.WARNING
    assert loaded.settings.select == ("U",)
    assert loaded.settings.today == date(2019, 9, 18)
    assert loaded.settings.ingest.max_bytes == 10
    assert loaded.origins["ingest.max-bytes"] == str(path)


def test_the_closest_file_wins_and_nothing_is_merged(tmp_path):
    write(tmp_path / "checker.toml", 'fail-on = "never"\nselect = ["U"]\n')
    write(tmp_path / "desk" / "pyproject.toml", "[tool.checker]\nmin-confidence = 0.5\n")
    settings = load_settings(start=tmp_path / "desk").settings
    assert (settings.min_confidence, settings.fail_on, settings.select) == (0.5, FailOn.ERROR, ())


def test_a_pyproject_without_the_table_is_passed_by(tmp_path):
    above = write(tmp_path / "checker.toml", 'fail-on = "never"\n')
    write(tmp_path / "desk" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert load_settings(start=tmp_path / "desk").path == above


def test_in_one_folder_checker_toml_goes_first(tmp_path):
    own = write(tmp_path / "checker.toml", "")
    write(tmp_path / "pyproject.toml", "[tool.checker]\n")
    assert load_settings(start=tmp_path).path == own


def test_claims_lie_beside_the_settings_file(tmp_path):
    write(tmp_path / "checker.toml", 'claims-dir = "kept"\n')
    desk = tmp_path / "desk"
    desk.mkdir()
    assert load_settings(start=desk).settings.claims_dir == tmp_path / "kept"
    assert load_settings(start=tmp_path).settings.claims_dir == Path("kept")


def test_the_command_line_goes_before_the_file(tmp_path):
    write(tmp_path / "checker.toml", 'claims-dir = "kept"\nfail-on = "note"\n')
    desk = tmp_path / "desk"
    desk.mkdir()
    loaded = load_settings(start=desk, given={"claims_dir": Path("here"), "fail_on": "never"})
    assert loaded.settings.claims_dir == Path("here")
    assert loaded.settings.fail_on is FailOn.NEVER
    assert loaded.origins["fail-on"] == "command line"


def test_a_byte_order_mark_is_no_error(tmp_path):
    (tmp_path / "checker.toml").write_bytes(b'\xef\xbb\xbffail-on = "note"\n')
    assert load_settings(start=tmp_path).settings.fail_on is FailOn.NOTE


MISTAKES = {
    "misspelt": ('fial-on = "note"', 'unknown setting "fial-on"; did you mean "fail-on"?'),
    "in-the-wrong-table": ("max_bytes = 5", 'did you mean "ingest.max-bytes"?'),
    "inside-a-table": (
        "[ingest]\nmax-byte = 5",
        '"ingest.max-byte"; did you mean "ingest.max-bytes"?',
    ),
    "like-nothing": ("qqq = 5", "there are: align, align.exhaustive, align.threshold, claims-dir"),
    "twice": ("fail-on = 'note'\nfail_on = 'note'", '"fail-on" is set twice'),
    "a-word-for-a-number": (
        "min-confidence = 'high'",
        "\"min-confidence\" must be a number, not 'high'",
    ),
    "too-large": ("min-confidence = 3", '"min-confidence" must be at most 1.0, not 3'),
    "not-whole": (
        "[ingest]\nmax-bytes = 1.5",
        '"ingest.max-bytes" must be a whole number, not 1.5',
    ),
    "no-list": ("select = 'U'", '"select" must be a list, such as ["U", "D01"], not \'U\''),
    "in-a-list": ("select = ['U', 5]", '"select" (entry 2) must be text in quotes, not 5'),
    "no-such-choice": (
        "fail-on = 'loud'",
        "\"fail-on\" must be one of 'error', 'warning', 'note' or 'never', not 'loud'",
    ),
    "no-date": ("today = 86400", '"today" must be a date such as 2019-09-18, not 86400'),
    "no-table": ("ingest = 5", '"ingest" must be a table of settings, not 5'),
    "broken": ("fail-on = ", "is not valid TOML"),
}


@pytest.mark.parametrize(("text", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named_with_its_file(tmp_path, text, said):
    path = write(tmp_path / "checker.toml", text)
    with pytest.raises(SettingsError) as complaint:
        load_settings(start=tmp_path)
    assert str(complaint.value).startswith(f"{path}: ")
    assert said in str(complaint.value)
    assert "pydantic" not in str(complaint.value)


def test_a_config_that_is_not_there(tmp_path):
    with pytest.raises(SettingsError, match="no such settings file; look at --config"):
        load_settings(tmp_path / "none.toml")


def test_a_pyproject_named_by_hand_needs_the_table(tmp_path):
    path = write(tmp_path / "pyproject.toml", "[tool.other]\n")
    with pytest.raises(SettingsError, match=r"has no table \[tool.checker\]"):
        load_settings(path)


def test_settings_in_words_hold_no_paths():
    assert Settings(claims_dir=Path("/somewhere")).in_words() == "defaults"
    assert Settings(select=("U",)).in_words() == '{"select":["U"]}'


@pytest.mark.parametrize(
    ("fail_on", "minded"),
    [
        (FailOn.ERROR, ["error"]),
        (FailOn.WARNING, ["error", "warning"]),
        (FailOn.NOTE, ["error", "warning", "note"]),
        (FailOn.NEVER, []),
    ],
)
def test_what_fails_a_run(fail_on, minded):
    assert [severity.value for severity in Severity if fail_on.minds(severity)] == minded
