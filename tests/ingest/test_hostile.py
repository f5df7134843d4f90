"""Files made to do harm: each is read or named in one clear line, and the others are read."""

from __future__ import annotations

import json
import os
import random

import pytest

from checker.ingest import IngestOptions, container, read_all
from tests.ingest import making
from tests.ingest.fuzz import inputs, try_reading
from tests.ingest.making import MAKERS, STORY, TITLE

ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def reasons(folder, name, data, **options) -> list[str]:
    """Why a file beside a good one is not read, a line each; the good one is read."""
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_bytes(making.plain(TITLE, STORY))
    sources, unread = read_all([folder], IngestOptions(**options), folder)
    assert "good" in [source.id for source in sources]
    assert all("\n" not in each.reason for each in unread)
    assert all(each.fatal and each.remedy for each in unread)
    return [f"{each.path}: {each.reason}" for each in unread]


@pytest.mark.parametrize("name", MAKERS)
def test_a_file_cut_anywhere_is_read_or_refused(name, capfd, recwarn):
    data = MAKERS[name](TITLE, STORY)
    for end in range(0, len(data), max(1, len(data) // 25)):
        try_reading(name, data[:end])
    assert capfd.readouterr() == ("", "")
    # warcio's writer, with which the archive was made, leaves a file to the collector.
    assert not [str(w.message) for w in recwarn if w.category is not ResourceWarning]


def test_a_short_turn_of_the_fuzzer(capfd):
    rng = random.Random(20190304)
    for (name, data), _ in zip(inputs(rng), range(20 * len(MAKERS)), strict=False):
        try_reading(name, data)
    assert capfd.readouterr() == ("", "")


def test_an_archive_that_unpacks_without_end(tmp_path):
    bomb = making.zip_of({"a.txt": "a " * 1_000_000, "b.txt": STORY[0]})
    assert len(bomb) < 10_000
    assert reasons(tmp_path, "x.zip", bomb, max_unpacked=1_000_000) == [
        "x.zip › a.txt: unpacks to more than 1,000,000 bytes"
    ]


def test_an_archive_whose_directory_lies_about_sizes(tmp_path):
    bomb = making.zip_of({"a.txt": "a " * 1_000_000})
    lying = bomb.replace((2_000_000).to_bytes(4, "little"), (2_000).to_bytes(4, "little"))
    assert lying != bomb
    (reason,) = reasons(tmp_path, "x.zip", lying, max_unpacked=1_000_000)
    assert reason.startswith("x.zip › a.txt: is damaged, or is not an archive")


@pytest.mark.parametrize("name", ["x.docx", "x.odt"])
def test_an_office_document_that_unpacks_without_end(name, tmp_path):
    import io
    import zipfile

    file = io.BytesIO(MAKERS[name.replace("x.", "letter.")](TITLE, STORY))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.bin", b"\0" * 3_000_000)
    assert reasons(tmp_path, name, file.getvalue(), max_unpacked=1_000_000) == [
        f"{name}: unpacks to more than 1,000,000 bytes"
    ]


def test_an_archive_of_very_many_entries(tmp_path, monkeypatch):
    monkeypatch.setattr(container, "MOST_ENTRIES", 20)
    many = making.zip_of({f"{n}.txt": "" for n in range(21)})
    assert reasons(tmp_path, "x.zip", many) == ["x.zip: an archive of more than 20 entries"]


def test_a_file_of_very_many_documents(tmp_path):
    lines = "\n".join(json.dumps({"text": f"Bridge {n} is closed."}) for n in range(30))
    found = reasons(tmp_path, "x.jsonl", lines.encode(), max_documents=20)
    assert len(found) == 11
    assert found[0] == "x.jsonl › record 20: not read, since the documents before it fill the" + (
        " memory set aside for texts"
    )


def test_an_archive_in_an_archive_in_an_archive(tmp_path):
    data = making.zip_of({"a.txt": STORY[0]})
    for _ in range(6):
        data = making.zip_of({"in.zip": data})
    (reason,) = reasons(tmp_path, "x.zip", data)
    assert reason.endswith("in.zip: lies more than 4 archives deep")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/passwd.txt", "..\\evil.txt", "C:\\evil.txt"]
)
def test_names_that_lead_out_of_an_archive(name, tmp_path):
    data = making.zip_of({name: STORY[0], "a.txt": STORY[1]})
    assert reasons(tmp_path, "x.zip", data) == [
        f"x.zip › {name}: its name leads out of the archive"
    ]


@pytest.mark.parametrize("entities", [ENTITIES, EXTERNAL])
def test_entities_are_not_unfolded(entities, tmp_path):
    feed = making.rss(TITLE, STORY).replace(b"<rss", entities.encode() + b"<rss", 1)
    assert reasons(tmp_path, "x.rss", feed) == [
        "x.rss: declares entities of its own, which could unfold without end"
    ]
    body = making.odt_of_xml("<text:p>&c;</text:p>")
    spelt = f'<?xml version="1.0" encoding="UTF-8"?>{entities}'
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    files["content.xml"] = files["content.xml"].replace(
        '<?xml version="1.0" encoding="UTF-8"?>', spelt
    )
    assert len(reasons(tmp_path, "y.odt", making.zip_of(files))) == 2


def test_entities_of_a_word_document_stay_folded(tmp_path):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(making.docx("It said &c;", STORY))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    text = files["word/document.xml"].decode()
    files["word/document.xml"] = text.replace("<w:document", f"{ENTITIES}<w:document", 1).replace(
        "It said &amp;c;", "It said &c;"
    )
    (tmp_path / "a.docx").write_bytes(making.zip_of(files))
    sources, unread = read_all([tmp_path], IngestOptions())
    assert not any("haha" in source.text for source in sources)
    assert len(sources) + len(unread) == 1


def test_half_characters_and_nul_become_signs_of_replacement(tmp_path):
    data = b'{"headline": "A \\ud800 b", "text": "It \\u0000 reopened \\udfff on Monday."}'
    (tmp_path / "a.json").write_bytes(data)
    (source,), _ = read_all([tmp_path], IngestOptions())
    assert source.title == "A \ufffd b"
    assert (
        source.text.encode()
        == b"A \xef\xbf\xbd b\nIt \xef\xbf\xbd reopened \xef\xbf\xbd on Monday.\n"
    )


@pytest.mark.parametrize(
    "date",
    ["null", '""', "0", "-1", '"0000-00-00"', '"0000-01-01T00:00:00Z"', '"12/2019/45"', "1e400"],
)
def test_dates_that_are_none(date, tmp_path):
    data = b'{"date": %s, "text": "It reopened after years."}' % date.encode()
    (tmp_path / "a.json").write_bytes(data)
    (source,), unread = read_all([tmp_path], IngestOptions())
    assert not unread
    assert source.published.moment is None


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59+14:00"])
def test_dates_at_the_ends_of_time(date, tmp_path):
    data = json.dumps({"date": date, "text": "It reopened after years."})
    (tmp_path / "a.json").write_text(data)
    (source,), _ = read_all([tmp_path], IngestOptions())
    assert source.published.moment.first.date().isoformat() == date[:10]


def test_right_to_left_text_and_controls_keep_their_places(tmp_path):
    words = (
        "The mayor \u202eedoR oJ\u202c of שלום said \u2066it\u2069 was 14 million \u200bdollars."
    )
    for name, make in MAKERS.items():
        if name in ("report.pdf", "letter.rtf"):
            continue
        (tmp_path / name).write_bytes(make(TITLE, [*STORY, words]))
    sources, unread = read_all([tmp_path], IngestOptions())
    assert not unread
    for source in sources:
        # trafilatura takes unseen characters out of pages; nobody else does.
        shown = "14 million dollars" if source.format == "html" else "14 million \u200bdollars"
        assert (
            shown in source.text
            or source.title == "Another matter"
            or "line 2" in (place.words[:6] for place in source.places)
        )


def test_mixed_encodings_of_one_mailbox(tmp_path):
    begins = b"From jo@herald.example Mon Mar  4 10:15:00 2019\n"
    letter = "From: J\xf6 <jo@herald.example>\nSubject: Caf\xe9\nDate: x\n" + (
        "Content-Type: text/plain; charset=%s\n\nThe caf\xe9 in Riverton reopened on Monday.\n\n"
    )
    encodings = ("utf-8", "iso-8859-1", "windows-1252", "utf-16-nonsense")
    data = b"".join(
        begins + (letter % name).encode("utf-8" if "utf" in name else name) for name in encodings
    )
    (tmp_path / "a.mbox").write_bytes(data)
    sources, unread = read_all([tmp_path], IngestOptions())
    assert not unread
    assert ["The café in Riverton" in source.text for source in sources] == [True] * 4


def test_a_folder_that_is_not_readable(tmp_path, monkeypatch):
    (tmp_path / "closed").mkdir()
    real = os.scandir

    def scandir(folder):
        if str(folder).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert reasons(tmp_path, "a.txt", STORY[0].encode()) == [
        "closed: the folder cannot be listed (Permission denied)"
    ]


def test_more_documents_than_one_run_takes(tmp_path):
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(f"Bridge {number} is closed.")
    sources, unread = read_all([tmp_path], IngestOptions(max_documents=20), tmp_path)
    assert [source.id for source in sources] == [f"{number:02}" for number in range(20)]
    assert [each.reason for each in unread] == ["more than 20 documents; the rest was not read"]
    assert unread[0].fatal


def test_texts_beyond_the_memory_set_aside_for_them(tmp_path):
    for number in range(9):
        (tmp_path / f"{number}.txt").write_text("The bridge is closed. " * 1_000)
    sources, unread = read_all([tmp_path], IngestOptions(max_text=100_000), tmp_path)
    assert len(sources) == 4
    assert len(unread) == 5


def test_documents_in_other_languages_are_named(tmp_path):
    german = (
        "Die Hafenbrücke in Riverton ist am Montag nach neun Jahren wieder für den Verkehr "
        "freigegeben worden, wie der Bürgermeister mitteilte. Rund 300 Menschen gingen in der "
        "ersten Stunde über die Brücke, die nach Angaben des Rates 14 Millionen gekostet hat."
    )
    hebrew = "הגשר נפתח מחדש ביום שני אחרי תשע שנים, אמר ראש העיר. " * 5
    (tmp_path / "b.html").write_text(making.page("Hebräisch", [hebrew]))
    assert reasons(tmp_path, "a.txt", german.encode()) == [
        "a.txt: not checked: it is in German",
        "b.html: not checked: it is in Hebrew",
    ]


def test_a_page_of_deep_nesting(tmp_path):
    deep = "<!DOCTYPE html><html><body>" + "<div>" * 20_000 + STORY[0] + "</div>" * 20_000
    (tmp_path / "a.html").write_text(deep)
    sources, unread = read_all([tmp_path], IngestOptions())
    assert len(sources) + len(unread) == 1


def test_json_of_deep_nesting(tmp_path):
    (reason,) = reasons(tmp_path, "a.json", b"[" * 100_000)
    assert reason == "a.json: is no JSON: nested too deeply"


def test_encrypted_documents_are_named(tmp_path):
    from io import BytesIO

    from pypdf import PdfWriter

    writer = PdfWriter(BytesIO(making.pdf(TITLE, STORY)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    assert reasons(tmp_path, "a.pdf", file.getvalue()) == ["a.pdf: encrypted"]
