"""What reading takes on input that is too much: seconds, and the peak of memory.

    make reading             or: .venv/bin/python benchmarks/reading.py

It takes some minutes and writes into a temporary folder.

Each case runs in a process of its own. Reading is to stay under 1 GiB, whatever comes.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

# Run as a file, Python looks beside the file only.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checker.ingest import IngestOptions, read_all

SENTENCE = "The bridge in Riverton reopened on Monday after 9 years, the mayor told 300 people. "
HUNDRED_MB = 100_000_000
RAISED = {"max_bytes": 2 * HUNDRED_MB}
LIMIT_MB = 1_024


def one_line(folder: Path) -> None:
    """Write 100 MB on one line."""
    (folder / "line.txt").write_text(SENTENCE * (HUNDRED_MB // len(SENTENCE)))


def many_lines(folder: Path) -> None:
    """Write 100 MB on a million lines."""
    (folder / "lines.txt").write_text(f"{SENTENCE}\n" * (HUNDRED_MB // len(SENTENCE)))


def million_files(folder: Path) -> None:
    """Write a million tiny files that are no documents."""
    for number in range(1_000_000):
        (folder / f"{number:07}.dat").write_bytes(b"x")


def million_documents(folder: Path) -> None:
    """Write a million tiny documents."""
    for number in range(1_000_000):
        (folder / f"{number:07}.txt").write_bytes(b"x")


def bomb(folder: Path) -> None:
    """Write an archive that unpacks to 1 GB."""
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        inner = folder / "zeros"
        inner.write_bytes(b"a " * (HUNDRED_MB // 2))
        archive.write(inner, "000.txt")
        inner.unlink()
        data = archive.read("000.txt")
        for number in range(1, 10):
            archive.writestr(f"{number:03}.txt", data)


def records(folder: Path) -> None:
    """Write 20,000 records of some 300 words, no two alike."""
    draw = random.Random(1)
    words = [f"{draw.choice('bdfgklmnprst')}{draw.choice('aeiou')}{n:x}" for n in range(5_000)]
    with (folder / "records.jsonl").open("w") as file:
        for number in range(20_000):
            text = " ".join(draw.choices([*words, *["the", "and", "of", "was"] * 400], k=300))
            record = {"id": number, "text": f"The bridge and the quay of {text}."}
            file.write(f"{json.dumps(record)}\n")


CASES: dict[str, tuple[Callable[[Path], None], dict[str, int]]] = {
    "100 MB on one line": (one_line, RAISED),
    "100 MB on a million lines": (many_lines, RAISED),
    "20,000 records of 300 words": (records, RAISED),
    "a million files, none of them a document": (million_files, {}),
    "a million documents": (million_documents, {}),
    "an archive that unpacks to 1 GB": (bomb, RAISED),
}


def read(folder: str, options: str) -> None:
    """Read a folder and print what came of it; the other process."""
    begun = time.perf_counter()
    sources, unread = read_all([Path(folder)], IngestOptions(**json.loads(options)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024
    figures = (len(sources), len(unread), round(time.perf_counter() - begun, 1), peak)
    print(json.dumps(figures))


def main() -> int:
    """Print a row a case; the exit code is 1 where one took too much memory."""
    print(f"{'case':42} {'read':>8} {'not read':>9} {'seconds':>8} {'MB':>6}")
    worst = 0
    for name, (write, options) in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder))
            command = [sys.executable, __file__, folder, json.dumps(options)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
        sources, unread, seconds, peak = json.loads(done.stdout)
        worst = max(worst, peak)
        print(f"{name:42} {sources:8,} {unread:9,} {seconds:8} {peak:6,}", flush=True)
    return int(worst > LIMIT_MB)


if __name__ == "__main__":
    sys.exit(read(*sys.argv[1:]) if len(sys.argv) == 3 else main())
