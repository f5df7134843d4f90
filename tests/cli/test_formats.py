"""Other formats on the command line: places in reports, exit codes, the text as read."""

from __future__ import annotations

import io
import json
import sys

import pytest

from tests.ingest import making

TALK = b"WEBVTT\n\n00:01:05.000 --> 00:01:07.000\nA storm sank 7 boats.\n"
HARMFUL = {
    "bomb.zip": making.zip_of({"a.txt": "a " * 100_000}),
    "cut.pdf": making.pdf("Boats", ["A storm sank 3 boats."])[:300],
    "entities.rss": b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item/></channel></rss>',
    "escape.zip": making.zip_of({"../a.txt": "A storm sank 3 boats."}),
    "german.txt": (
        "Die Brücke ist am Montag nach neun Jahren wieder für den Verkehr freigegeben worden, wie "
        "der Bürgermeister mitteilte, und rund dreißig Menschen gingen in der ersten Stunde über "
        "sie hinweg, obwohl es bis in den Abend hinein regnete und ein kalter Wind wehte."
    ).encode(),
    "old.doc": b"\xd0\xcf\x11\xe0",
}


def test_evidence_leads_to_the_time_code(run, seeds):
    (seeds / "talk.vtt").write_bytes(TALK)
    assert "seeds/talk.vtt, 00:01:05" in run("check", "seeds", "--output", "text:-").out
    report = json.loads(run("check", "seeds", "--output", "json:-").out)
    found = [e for v in report["discrepancies"][0]["versions"] for e in v["evidence"]]
    places = {(e["path"], e["place"]) for e in found}
    assert ("seeds/talk.vtt", "00:01:05") in places
    assert all(place == "" for path, place in places if path.endswith(".txt"))


def test_evidence_leads_into_an_archive(run, seeds):
    (seeds / "all.zip").write_bytes(making.zip_of({"2019/talk.vtt": TALK}))
    done = run("check", "seeds", "--output", "text:-")
    assert "seeds/all.zip › 2019/talk.vtt, 00:01:05" in done.out
    assert done.code == 1


@pytest.mark.parametrize("output", ["sarif", "github", "gitlab", "rdjson", "junit"])
def test_no_line_is_claimed_of_a_file_that_has_none(output, run, seeds):
    (seeds / "left.txt").unlink()
    (seeds / "right.txt").unlink()
    for name, number in (("a", 3), ("b", 7)):
        talk = TALK.replace(b"7", str(number).encode())
        (seeds / f"{name}.zip").write_bytes(making.zip_of({"talk.vtt": b"\n" + talk}))
    done = run("check", "seeds", "--output", f"{output}:-", "--no-store")
    assert done.code == 1
    assert ".zip" in done.out
    for line in ('"startLine"', "line=", '"begin": 3', '"range"', ' line="'):
        assert line not in done.out


@pytest.mark.parametrize("name", HARMFUL)
def test_harmful_files_are_two_and_the_others_are_compared(name, run, seeds, tmp_path):
    (seeds / name).write_bytes(HARMFUL[name])
    (tmp_path / "checker.toml").write_text("[ingest]\nmax-unpacked = 100000\n")
    done = run("check", "seeds", "--output", "json:-", "--no-store")
    assert done.code == 2
    assert len(json.loads(done.out)["discrepancies"]) == 1
    (line,) = done.err.splitlines()
    assert line.startswith(f"checker: seeds/{name}")
    assert "; " in line


def test_data_beside_the_documents_is_told_of_and_no_fault(run, seeds):
    (seeds / "package.json").write_text('{"version": 1}')
    done = run("check", "seeds", "--no-store")
    assert done.code == 1
    assert "package.json: no record with a text in it" in done.err
    assert run("check", "seeds/package.json").code == 2


def test_the_text_as_it_was_read(run, seeds):
    (seeds / "talk.vtt").write_bytes(TALK.replace(b"boats.", b"boats. \xe2\x80\xae\x1b[31m"))
    done = run("text", "seeds/talk.vtt")
    assert (done.code, done.err) == (0, "")
    first, line = done.out.splitlines()
    assert first == "seeds/talk.vtt (subtitles)"
    assert line.startswith("  00:01:05 · body: A storm sank 7 boats.")
    assert "\x1b" not in line
    assert "\u202e" not in line
    source = json.loads(run("text", "--json", "seeds/talk.vtt").out)
    assert source["text"].startswith("A storm sank 7 boats.")
    assert source["places"] == [{"start": 0, "words": "00:01:05"}]


def test_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TALK)))
    done = run("text", "-")
    assert (done.code, done.out.splitlines()[0]) == (0, "standard input (subtitles)")


def test_text_of_nothing(run):
    assert run("text", "seeds").code in (2, 3)


def test_fetching_from_this_machine_is_refused(run, tmp_path):
    done = run("fetch", "http://127.0.0.1/", "--into", str(tmp_path / "new"))
    assert (done.code, done.out) == (2, "")
    assert "is not on the public network" in done.err
    assert not (tmp_path / "new").exists()
