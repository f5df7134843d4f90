"""Records on disk as JSON Lines: sorted, one a line, the same bytes for the same records."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from checker.errors import StoreError
from checker.model.record import Record

R = TypeVar("R", bound=Record)

# Formatting marks and line separators of hostile text would upset whoever reads a diff.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def read_records(path: Path, kind: type[R], remedy: str) -> tuple[R, ...]:
    """Return the records of a file, none where there is no file.

    Raises StoreError that names the line where one is broken; `remedy` says what
    mends it.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise StoreError(f"{path}: is not UTF-8; {remedy}") from None
    return tuple(
        _record(line, kind, f"{path}:{number}", remedy)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )


def to_lines(records: Iterable[Record]) -> bytes:
    """Write records a line each, sorted; what has its default is left out."""
    return "".join(sorted({f"{_line(record)}\n" for record in records})).encode()


def _record(line: str, kind: type[R], where: str, remedy: str) -> R:
    """Read one line."""
    try:
        return kind.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        what = f'"{field}": {first["msg"]}' if field else first["msg"]
        raise StoreError(f"{where}: {what}; {remedy}") from None


def _line(record: Record) -> str:
    """Write one record; characters that nobody sees are spelt out."""
    content = record.model_dump(mode="json", exclude_defaults=True)
    written = json.dumps(content, ensure_ascii=False)
    return "".join(
        json.dumps(sign)[1:-1] if unicodedata.category(sign) in UNSEEN else sign for sign in written
    )
