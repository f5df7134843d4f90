"""Every format gives the story, its headline, its date and the way back to each sentence."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checker.ingest import IngestOptions, read_all
from checker.ingest.options import FieldNames
from checker.model.source import DateOrigin, RegionKind, Source
from tests.ingest import making
from tests.ingest.making import DAY, MAKERS, STORY, TITLE

# Where the second paragraph of the story stands, in the words of each reader.
PLACES = {
    "page.html": "paragraph 3",
    "report.pdf": "page 1",
    "letter.docx": "paragraph 3",
    "letter.odt": "paragraph 3",
    "letter.rtf": "paragraph 3",
    "letter.eml": "paragraph 2",
    "page.mhtml": "paragraph 3",
    "box.mbox": "paragraph 2",
    "item.json": "record, body_text, paragraph 2",
    "items.jsonl": "line 1, body_text, paragraph 2",
    "rows.csv": "row 2, Body, paragraph 2",
    "feed.rss": "paragraph 2",
    "feed.atom": "paragraph 2",
    "crawl.warc.gz": "paragraph 3",
    "talk.vtt": "00:00:10",
    "talk.srt": "00:00:10",
    "all.zip": "paragraph 3",
    "note.md": "",
    "note.txt": "",
}
MEMBERS = {
    "box.mbox": "letter 1",
    "items.jsonl": "urn:herald:1",
    "rows.csv": "7",
    "feed.rss": "herald.example/bridge",
    "feed.atom": "herald.example/bridge",
    "crawl.warc.gz": "herald.example/bridge",
    "all.zip": "2019/page.html",
}
ORIGINS = {
    "page.html": DateOrigin.PAGE,
    "page.mhtml": DateOrigin.PAGE,
    "letter.eml": DateOrigin.HEADER,
    "box.mbox": DateOrigin.HEADER,
    "item.json": DateOrigin.RECORD,
    "items.jsonl": DateOrigin.RECORD,
    "rows.csv": DateOrigin.RECORD,
    "feed.rss": DateOrigin.RECORD,
    "feed.atom": DateOrigin.RECORD,
    "crawl.warc.gz": DateOrigin.PAGE,
    "all.zip": DateOrigin.PAGE,
    "note.md": DateOrigin.FRONT_MATTER,
}


def read(folder, name, data, **options) -> list[Source]:
    """The sources of one file, all of which must be readable."""
    (folder / name).write_bytes(data)
    sources, unread = read_all([folder / name], IngestOptions(**options), folder)
    assert not unread, unread
    return list(sources)


def body(source: Source) -> list[str]:
    """The lines that are the story's."""
    parts = (source.text[r.start : r.end] for r in source.regions if r.kind is RegionKind.BODY)
    return [line for part in parts for line in part.splitlines() if line.strip()]


@pytest.mark.parametrize("name", MAKERS)
def test_a_story_of_every_format(name, tmp_path):
    source = read(tmp_path, name, MAKERS[name](TITLE, STORY))[0]
    assert body(source) == list(STORY)
    if name != "talk.srt":
        assert source.title == TITLE
    assert source.member == MEMBERS.get(name, "")
    start = source.text.index(STORY[1])
    assert source.place_at(start) == source.place_at(start + len(STORY[1]) - 1) == PLACES[name]
    assert source.published.origin is ORIGINS.get(name, DateOrigin.NONE)
    if name in ORIGINS:
        assert source.published.moment.first.date().isoformat() == DAY
        assert source.quote(source.published.span).startswith(DAY)


@pytest.mark.parametrize("name", MAKERS)
def test_the_content_tells_the_format_whatever_the_name(name, tmp_path):
    data = MAKERS[name](TITLE, STORY)
    told = read(tmp_path, name, data)[0]
    for other in ("saved", "story.aspx"):
        source = read(tmp_path, other, data)[0]
        unknowable = name in ("rows.csv", "talk.srt")
        assert unknowable or (source.format, source.title) == (told.format, told.title)


@pytest.mark.parametrize("name", ["report.pdf", "letter.docx", "page.html", "crawl.warc.gz"])
def test_a_wrong_name_does_not_mislead(name, tmp_path):
    data = MAKERS[name](TITLE, STORY)
    assert body(read(tmp_path, "wrong.txt", data)[0]) == list(STORY)
    assert body(read(tmp_path, "wrong.pdf", data)[0]) == list(STORY)


def test_text_that_only_looks_like_another_format_stays_text(tmp_path):
    for text in (
        "From here on the road is closed.\nDate: Monday\nSubject: to change\n",
        '{"this"} is how a set is written.',
        "<p>One paragraph of a note.</p>",
        "WEB and VTT are letters.",
    ):
        source = read(tmp_path, "a.txt", text.encode())[0]
        assert (source.text, source.format, source.places) == (text, "plain-text", ())


def test_captions_and_teasers_of_a_page_are_regions_of_their_own(tmp_path):
    extra = (
        "<figure><img src='a.jpg'><figcaption>The mayor at the quay on Monday</figcaption></figure>"
        "<div class='box related-articles'><a href='/x'>Ferry makes its very last journey</a>"
        "<a href='/y'>Sport</a></div>"
    )
    source = read(tmp_path, "a.html", making.page(TITLE, STORY, extra).encode())[0]
    kinds = {source.text[r.start : r.end].strip(): r.kind for r in source.regions}
    assert kinds["The mayor at the quay on Monday"] is RegionKind.CAPTION
    assert kinds["Ferry makes its very last journey"] is RegionKind.TEASER
    assert "Sport" not in source.text
    assert body(source) == list(STORY)


def test_what_a_page_says_of_itself(tmp_path):
    source = read(tmp_path, "a.html", making.html(TITLE, STORY))[0]
    assert source.publisher == "Riverton Herald"
    assert source.url == "https://herald.example/bridge"
    for line in (
        "published: 2019-03-04T10:15:00+01:00",
        "modified: 2019-03-05T08:00:00+01:00",
    ):
        assert source.region_at(source.text.index(line)) is RegionKind.METADATA
        assert source.place_at(source.text.index(line)) == "data about the document"


def test_the_address_of_a_saved_page(tmp_path):
    saved = "<!-- saved from url=(0029)https://herald.example/saved -->\n"
    text = making.page(TITLE, STORY).replace("canonical", "other")
    source = read(tmp_path, "a.html", (saved + text).encode())[0]
    assert source.url == "https://herald.example/saved"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-8", "utf-8"), ("none", "cp1252")],
)
def test_pages_in_their_declared_encoding(declared, encoding, tmp_path):
    text = making.page(TITLE, [*STORY, "The café – “Quay” – reopened in Riverton on Monday too."])
    page = text.replace('charset="utf-8"', f'charset="{declared}"').encode(encoding)
    assert "The café – “Quay” – reopened" in read(tmp_path, "a.html", page)[0].text


def test_a_page_with_one_bad_byte_is_read(tmp_path):
    page = making.html(TITLE, STORY).replace(b"first hour", b"first \xff hour")
    assert "first \ufffd hour" in read(tmp_path, "a.html", page)[0].text


def test_a_bare_year_is_no_date(tmp_path):
    text = "<!DOCTYPE html><html><body>" + "".join(f"<p>{s}</p>" for s in STORY)
    text += "<footer>© 1998 Riverton Herald</footer></body></html>"
    assert read(tmp_path, "a.html", text.encode())[0].published.moment is None


def test_a_day_in_the_text_of_a_page_without_data_is_a_guess(tmp_path):
    text = "<!DOCTYPE html><html><body>" + "".join(f"<p>{s}</p>" for s in STORY)
    text += "<p>Printed on 7 March 2019 in the old town.</p></body></html>"
    published = read(tmp_path, "a.html", text.encode())[0].published
    assert published.origin is DateOrigin.GUESS
    assert published.confidence < 0.5


def test_words_broken_at_line_ends_and_heads_of_pages(tmp_path):
    full = "and so the council of the town went on with what it had begun nine years before"
    pages = [
        ["Report of the council", f"{full} a recon-", f"struction {full} a nine-", ""],
        ["Report of the council", f"of the bridge, {full} a co-", f"operative {full} with-", ""],
        ["Report of the council", "Thirty workers came.", "Nobody counted them.", ""],
    ]
    pages[0][-1] = f"year closure {full}"
    pages[1][-1] = "out end."
    pages = [[*lines, f"Page {number}"] for number, lines in enumerate(pages, 1)]
    source = read(tmp_path, "a.pdf", making.pdf_of_lines(pages))[0]
    assert f"a reconstruction {full}" in source.text
    assert "a nine-year closure" in source.text
    assert "a co-operative" in source.text
    assert f"{full} of the bridge" in source.text
    assert "without end." in source.text
    assert source.place_at(source.text.index("of the bridge")) == "page 2"
    assert source.place_at(source.text.index("year closure")) == "page 1"
    at = source.text.index("Report of the council")
    assert source.region_at(at) is RegionKind.BOILERPLATE


def test_scanned_pages_are_named_and_the_others_read(tmp_path):
    pages = [[TITLE, *STORY], [], []]
    (tmp_path / "a.pdf").write_bytes(making.pdf_of_lines(pages, picture=True))
    sources, unread = read_all([tmp_path / "a.pdf"], IngestOptions())
    assert STORY[0] in sources[0].text
    assert unread[0].reason == "pages 2, 3 not read: scanned, a picture without text"
    assert unread[0].fatal
    (tmp_path / "a.pdf").write_bytes(making.pdf_of_lines([[], []], picture=True))
    sources, unread = read_all([tmp_path / "a.pdf"], IngestOptions())
    assert not sources
    assert unread[0].reason == "scanned: its pages are pictures without text"


def test_tracked_changes_and_comments_of_word_are_kept_apart(tmp_path):
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    changed = (
        f"<w:p>{run.format('It cost ')}"
        "<w:del w:id='1' w:author='Jan Doe'><w:r><w:delText>12</w:delText></w:r></w:del>"
        f"<w:ins w:id='2' w:author='Jo Roe'>{run.format('14')}</w:ins>"
        f"{run.format(' million dollars.')}</w:p>"
    )
    story = "".join(f"<w:p>{run.format(words)}</w:p>" for words in STORY)
    source = read(tmp_path, "a.docx", making.docx_of_xml(story + changed))[0]
    assert body(source) == [*STORY, "It cost 14 million dollars."]
    at = source.text.index("14 million dollars.", source.text.index("It cost"))
    assert source.place_at(at) == (
        "paragraph 5, with an insertion by Jo Roe that nobody accepted yet"
    )
    deleted = source.text.index("deleted by Jan Doe: 12")
    assert source.region_at(deleted) is RegionKind.METADATA
    assert source.place_at(deleted) == "deleted by Jan Doe in paragraph 5"


def test_comments_and_tables_of_word(tmp_path):
    from docx import Document

    document = Document()
    paragraphs = [document.add_paragraph(words) for words in STORY]
    document.add_comment(paragraphs[0].runs, text="Who says so?", author="Desk")
    document.add_table(1, 2).cell(0, 1).text = "The bridge is 210 metres long."
    document.save(tmp_path / "b.docx")
    source = read(tmp_path, "a.docx", (tmp_path / "b.docx").read_bytes())[0]
    comment = source.text.index("comment by Desk: Who says so?")
    assert source.region_at(comment) is RegionKind.METADATA
    assert source.place_at(comment) == "comment 1 by Desk"
    assert body(source)[-1] == "The bridge is 210 metres long."


def test_changes_comments_and_notes_of_opendocument(tmp_path):
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        "<dc:creator>Jan Doe</dc:creator></office:change-info><text:p>twelve</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    noted = (
        "<text:p>It cost<text:s/>14 million<office:annotation><dc:creator>Desk</dc:creator>"
        "<text:p>Who says so?</text:p></office:annotation> dollars<text:note><text:note-body>"
        "<text:p>So the council.</text:p></text:note-body></text:note> in all.</text:p>"
    )
    story = "".join(f"<text:p>{words}</text:p>" for words in STORY)
    source = read(tmp_path, "a.odt", making.odt_of_xml(changes + story + noted))[0]
    assert body(source) == [*STORY, "It cost 14 million dollars in all.", "So the council."]
    assert source.place_at(source.text.index("So the council.")) == "footnote 1"
    for words in ("deleted by Jan Doe: twelve", "comment by Desk: Who says so?"):
        assert source.region_at(source.text.index(words)) is RegionKind.METADATA


def test_words_deleted_in_rich_text_are_kept_apart(tmp_path):
    changed = rb"\par It cost {\rtlch\fcs1 \deleted\revauthdel1 twelve}{\deleted0 14} million.\par}"
    data = making.rtf(TITLE, STORY).removesuffix(rb"\par}") + changed
    source = read(tmp_path, "a.rtf", data)[0]
    assert body(source) == [*STORY, "It cost 14 million."]
    at = source.text.index("deleted: twelve")
    assert source.region_at(at) is RegionKind.METADATA
    assert source.place_at(at) == "deletion 1"


def test_quoted_letters_and_signatures_are_not_the_letter(tmp_path):
    letter = making.eml(TITLE, [*STORY, "Jan wrote:\n> It cost 12 million.", "-- \nThe Herald"])
    source = read(tmp_path, "a.eml", letter)[0]
    assert source.publisher == "Jo Roe"
    assert source.region_at(source.text.index("> It cost 12")) is RegionKind.BOILERPLATE
    assert source.region_at(source.text.index("The Herald")) is RegionKind.BOILERPLATE
    assert body(source) == [*STORY, "Jan wrote:"]


def test_what_is_attached_to_a_letter_is_a_document_of_its_own(tmp_path):
    from email import message_from_bytes, policy

    letter = message_from_bytes(making.eml("See below", ["It is attached."]), policy=policy.default)
    letter.add_attachment(
        making.html(TITLE, STORY), maintype="text", subtype="html", filename="a.html"
    )
    letter.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    sources = read(tmp_path, "b.eml", letter.as_bytes())
    assert [(s.id, s.location) for s in sources] == [
        ("b", "b.eml"),
        ("b-a.html", "b.eml › a.html"),
    ]


def test_a_letter_sent_along_is_a_document_of_its_own(tmp_path):
    from email import message_from_bytes, policy

    letter = message_from_bytes(making.eml("See below", ["It is below."]), policy=policy.default)
    inner = message_from_bytes(making.eml(TITLE, STORY), policy=policy.default)
    letter.add_attachment(inner)
    outer, sent = read(tmp_path, "b.eml", letter.as_bytes())
    assert body(outer) == ["It is below."]
    assert (sent.member, sent.title, body(sent)) == ("letter 1.eml", TITLE, list(STORY))


@pytest.mark.parametrize("line", ["-----Original Message-----", "Begin forwarded message:"])
def test_the_letter_that_is_answered_is_not_the_letter(line, tmp_path):
    older = f"{line}\nFrom: Jan Doe\nSent: Sunday\n\nIt cost 12 million."
    source = read(tmp_path, "a.eml", making.eml(TITLE, [*STORY, older]))[0]
    assert body(source) == list(STORY)
    at = source.text.index("It cost 12 million")
    assert source.region_at(at) is RegionKind.BOILERPLATE
    assert source.place_at(at) == "older letter"


def test_a_letter_in_html_alone(tmp_path):
    from email import message_from_bytes, policy

    letter = message_from_bytes(making.eml(TITLE, STORY), policy=policy.default)
    text = "".join(f"<p>{words}<br>" for words in STORY)
    letter.set_content(f"<style>p {{}}</style>{text}", subtype="html")
    assert body(read(tmp_path, "a.eml", letter.as_bytes())[0]) == list(STORY)


def test_records_under_other_names(tmp_path):
    data = b'{"response": {"docs": [{"fields": {"main": "It reopened on Monday."}, "key": "x"}]}}'
    names = FieldNames(text=("fields.main",), id=("key",))
    source = read(tmp_path, "a.json", data, fields=names)[0]
    assert body(source) == ["It reopened on Monday."]
    assert source.place_at(len(source.text) - 2) == "record, fields.main, paragraph 1"


def test_html_in_a_record_is_read_as_paragraphs(tmp_path):
    data = b'{"body_html": "<p>It reopened &amp; closed.</p><p>Nobody knew why.</p>"}'
    assert body(read(tmp_path, "a.json", data)[0]) == [
        "It reopened & closed.",
        "Nobody knew why.",
    ]


def test_data_that_holds_no_article_is_no_fault_in_a_folder(tmp_path):
    (tmp_path / "package.json").write_text('{"name": "x", "version": 1}')
    (tmp_path / "sheet.csv").write_text("town,people\nRiverton,300\n")
    (tmp_path / "map.xml").write_text("<urlset><url/></urlset>")
    sources, unread = read_all([tmp_path], IngestOptions(), tmp_path)
    assert not sources
    assert [(each.path, each.fatal) for each in unread] == [
        ("map.xml", False),
        ("package.json", False),
        ("sheet.csv", False),
    ]
    _, named = read_all([tmp_path / "sheet.csv"], IngestOptions(), tmp_path)
    assert named[0].fatal
    assert named[0].reason == "no column of texts among town, people"


def test_our_own_reports_and_manifests_are_no_documents(tmp_path):
    (tmp_path / "package.json").write_text('{"description": "Reads a story and compares it."}')
    own = '<meta charset="utf-8"><meta name="generator" content="claim-crosscheck">'
    (tmp_path / "index.html").write_text(making.page(TITLE, STORY, head=own))
    sources, unread = read_all([tmp_path], IngestOptions(), tmp_path)
    assert not sources
    assert [(each.path, each.fatal) for each in unread] == [
        ("index.html", False),
        ("package.json", False),
    ]


def test_programs_that_are_archives_are_no_documents(tmp_path):
    program = making.zip_of({"META-INF/MANIFEST.MF": "", "page.html": making.html(TITLE, STORY)})
    (tmp_path / "tool.jar").write_bytes(program)
    (tmp_path / "all.zip").write_bytes(making.zip_of({"tool.jar": program, "a.txt": STORY[0]}))
    sources, unread = read_all([tmp_path], IngestOptions(), tmp_path)
    assert [source.location for source in sources] == ["all.zip › a.txt"]
    assert not unread


def test_what_people_call_a_document(tmp_path):
    assert read(tmp_path, "rows.csv", making.csv_file(TITLE, STORY))[0].name == "rows.csv › 7"
    data = making.zip_of({"2019/note.txt": making.plain(TITLE, STORY)})
    assert read(tmp_path, "all.zip", data)[0].name == "note.txt"
    assert read(tmp_path, "a.html", making.html(TITLE, STORY))[0].name == "Riverton Herald"


def test_a_broken_line_among_records_is_named(tmp_path):
    data = making.json_lines(TITLE, STORY) + b'\n{"headline": '
    (tmp_path / "a.jsonl").write_bytes(data)
    sources, unread = read_all([tmp_path / "a.jsonl"], IngestOptions(), tmp_path)
    assert len(sources) == 2
    assert unread[0].reason.startswith("line 3 is no JSON: ")


def test_speakers_and_sentences_over_several_cues(tmp_path):
    talk = (
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Jo Roe>The bridge <i>reopened</i>\n\n"
        "00:03.000 --> 00:05.000 align:start\n<v Jo Roe>on Monday.\n\n"
        "NOTE made by hand\n\n01:00:05.000 --> 01:00:07.000\n<v Jan Doe>It was &lt;late&gt;.\n"
    )
    source = read(tmp_path, "a.vtt", talk.encode())[0]
    assert source.text == "Jo Roe: The bridge reopened on Monday.\nJan Doe: It was <late>.\n"
    places = [source.place_at(source.text.index(word)) for word in ("bridge", "Monday", "late")]
    assert places == ["00:00:01", "00:00:03", "01:00:05"]


def test_documents_of_one_file_are_told_apart_whatever_their_names(tmp_path):
    files = {"a/page.html": making.html(TITLE, STORY), "a-page.html": making.html("B", STORY)}
    sources = read(tmp_path, "all.zip", making.zip_of(files))
    assert [source.id for source in sources] == ["all-a-page.html", "all-a-page.html-2"]


def test_standard_input(monkeypatch, tmp_path):
    import io
    import sys
    from pathlib import Path

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(making.html(TITLE, STORY))))
    (source,), unread = read_all([Path("-")], IngestOptions(), tmp_path)
    assert not unread
    assert (source.id, source.path, source.title) == ("standard-input", "standard input", TITLE)


def test_a_missing_extra_names_itself(tmp_path, monkeypatch):
    from checker.ingest import extras

    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    for name in ("report.pdf", "page.html", "letter.docx"):
        (tmp_path / name).write_bytes(MAKERS[name](TITLE, STORY))
    (tmp_path / "note.txt").write_bytes(making.plain(TITLE, STORY))
    sources, unread = read_all([tmp_path], IngestOptions(), tmp_path)
    assert [source.id for source in sources] == ["note"]
    assert {each.remedy for each in unread} == {"pip install 'claim-crosscheck[formats]'"}
    assert unread[2].reason == "reading pdf needs pypdf"


def test_no_library_of_a_format_is_loaded_before_it_is_wanted():
    loaded = "import sys, checker.ingest, checker.cli.app, checker.settings\n" + (
        "print(sorted({'lxml', 'trafilatura', 'htmldate', 'pypdf', 'docx', 'striprtf', 'warcio',"
        " 'protego', 'http.client', 'ssl', 'spacy'} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
