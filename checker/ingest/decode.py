"""Bytes → text: UTF-8 or a byte order mark first, otherwise the likeliest encoding.

The text always equals `data.decode(encoding)`; nothing is translated or cut, so
that offsets hold in the file.
"""

from __future__ import annotations

import codecs
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from charset_normalizer import from_bytes

from checker.errors import BinaryInput, EmptyInput, InputError, OversizedInput, UndecodableInput

# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FORMATS = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP archive or office document"))

# Prose has tabs and line ends only; a tenth of the bytes of noise are other controls.
CONTROL_SHARE = 0.02
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f")

# Western prose in an old encoding has a curly quote or an accent now and then;
# Cyrillic, Greek or Polish has more, and goes to the detector.
WESTERN_SHARE = 0.03
# Damage is suspected where whole characters outnumber broken ones by this.
SOUND_TO_BROKEN = 3
# As much of a file as the detector is shown, in bytes.
SAMPLE = 200_000


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a file, or of standard input for `-`, of at most `limit` bytes.

    Raises OversizedInput beyond it, and InputError where the file cannot be opened.
    """
    try:
        with _open(path) as file:
            data = file.read(limit + 1)
    except OSError as error:
        reason = f"cannot be opened ({error.strerror})"
        raise InputError(path, reason, "check that it exists and may be read") from error
    if len(data) > limit:
        raise OversizedInput(
            path,
            f"larger than the limit of {limit:,} bytes",
            "raise max-bytes in the settings, or split the file",
        )
    return data


def _open(path: Path) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if path == Path("-") else path.open("rb")


def decode(path: Path, data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding.

    Raises EmptyInput, BinaryInput or UndecodableInput.
    """
    text, encoding = _decode(path, data)
    if not text.strip("\ufeff\x00 \t\r\n\f"):
        raise EmptyInput(
            path,
            "nothing in it but blanks" if data else "the file is empty",
            "remove it, or save the document again",
        )
    return text, encoding


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_marked(path, data, encoding), encoding
    _refuse_binary(path, data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_damaged(path, data, error.start)
    encoding = _guess(path, data)
    return data.decode(encoding), encoding


def _decode_marked(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableInput(
            path,
            f"the byte order mark says {encoding.upper()}, but byte {error.start} does not fit",
            "save it as UTF-8",
        ) from error


def _refuse_binary(path: Path, data: bytes) -> None:
    for magic, name in FORMATS:
        if data.startswith(magic):
            raise BinaryInput(path, f"{name}, not plain text", "save its text as UTF-8")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\x00" in data or controls > CONTROL_SHARE * len(data):
        raise BinaryInput(path, "binary data, not text", "save its text as UTF-8")


def _refuse_damaged(path: Path, data: bytes, broken_at: int) -> None:
    """Refuse UTF-8 with a few bad bytes: any other encoding would garble the rest."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for sign in text if sign > "\x7f") - broken
    if sound > SOUND_TO_BROKEN * broken:
        raise UndecodableInput(
            path, f"UTF-8 with a broken character at byte {broken_at}", "save it again as UTF-8"
        )


def _guess(path: Path, data: bytes) -> str:
    """The encoding of text that is not UTF-8."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    candidates = ["cp1252"] if high <= WESTERN_SHARE * len(data) else []
    best = from_bytes(data[:SAMPLE], cp_exclusion=["utf_7", "utf_8"]).best()
    if best is not None:
        candidates.append(best.encoding)
    for encoding in candidates:
        try:
            data.decode(encoding)
        except UnicodeError:
            continue
        return encoding
    raise UndecodableInput(path, "no known character encoding fits", "save it as UTF-8")
