"""Documents of every format, made from a headline and paragraphs of our own."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from html import escape
from xml.sax.saxutils import escape as xml

TITLE = "Harbour bridge reopens after nine years"
STORY = (
    "The harbour bridge in Riverton reopened on Monday after a nine-year closure, the mayor said.",
    "About 300 people walked across it in the first hour, and it had cost 14 million dollars.",
    "Inspectors had found cracks in two of its four pylons before the council closed it in 2010.",
    "The ferry that took its place for all those years made its last journey on the same day.",
)
DAY = "2019-03-04"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def page(title: str, story: Sequence[str], extra: str = "", head: str = "") -> str:
    """A page of news with navigation around it."""
    paragraphs = "".join(f"<p>{escape(words)}</p>" for words in story)
    linked = {
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"{DAY}T10:15:00+01:00",
        "dateModified": "2019-03-05T08:00:00+01:00",
        "author": {"@type": "Person", "name": "Jo Roe"},
    }
    script = json.dumps(linked).replace("<", "\\u003c")
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}'
        f"<title>{escape(title)} | Riverton Herald</title>"
        f'<meta property="og:title" content="{escape(title)}">'
        '<meta property="og:site_name" content="Riverton Herald">'
        '<link rel="canonical" href="https://herald.example/bridge">'
        f'<script type="application/ld+json">{script}</script></head>'
        '<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>{escape(title)}</h1>{paragraphs}{extra}</article>"
        "<footer>Riverton Herald, 1 Quay Street</footer></body></html>"
    )


def html(title: str, story: Sequence[str]) -> bytes:
    return page(title, story).encode()


def lines_of(words: str, width: int = 78) -> list[str]:
    """A paragraph broken into lines at blanks."""
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) + 1 > width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def pdf(title: str, story: Sequence[str]) -> bytes:
    """A page for the headline and the first two paragraphs, and one for every two more."""
    pages = [
        [line for words in story[at : at + 2] for line in lines_of(words)]
        for at in range(0, len(story), 2)
    ]
    return pdf_of_lines([[title, *pages[0]], *pages[1:]] if pages else [[title]])


def pdf_of_lines(pages: Sequence[Sequence[str]], picture: bool = False) -> bytes:
    """A PDF with these lines on its pages; an empty page is a picture, if one is wanted."""
    objects: list[bytes] = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"]
    objects[0] += b" /Encoding /WinAnsiEncoding >>"
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length 1 >>\nstream\n\xff\nendstream"
    )
    tree = 3 + 2 * len(pages)
    for lines in pages:
        shown = b" ".join(b"(%s) Tj T*" % _pdf_text(line) for line in lines)
        drawn = b"q 500 0 0 700 50 50 cm /I Do Q" if picture and not lines else b""
        stream = b"BT /F 10 Tf 14 TL 40 800 Td %s ET %s" % (shown, drawn)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 1 0 R >> /XObject << %s >> >> >>"
            % (tree, len(objects), b"/I 2 0 R" if drawn else b"")
        )
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    objects.append(b"<< /Author (Jo Roe) /CreationDate (D:20190304101500Z) >>")
    return _pdf_file(objects)


def _pdf_text(line: str) -> bytes:
    raw = line.encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _pdf_file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer << /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (size, size - 2, size - 1)
        + b"startxref\n%d\n%%%%EOF\n" % len(out)
    )


def docx(title: str, story: Sequence[str]) -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(title, 1)
    for words in story:
        document.add_paragraph(words)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_of_xml(paragraphs: str) -> bytes:
    """A Word document whose paragraphs are given as they stand in its file."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    for paragraph in parse_xml(f'<w:body xmlns:w="{WORD}">{paragraphs}</w:body>'):
        document.element.body.append(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def odt(title: str, story: Sequence[str]) -> bytes:
    paragraphs = "".join(f"<text:p>{xml(words)}</text:p>" for words in story)
    return odt_of_xml(f'<text:h text:outline-level="1">{xml(title)}</text:h>{paragraphs}')


def odt_of_xml(body: str) -> bytes:
    spaces = (
        f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" '
        f'xmlns:meta="{ODF}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    known = (
        f"<office:document-meta {spaces}><office:meta><meta:initial-creator>Jo Roe"
        "</meta:initial-creator><meta:creation-date>2019-03-04T09:00:00</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )
    mimetype = "application/vnd.oasis.opendocument.text"
    return zip_of({"mimetype": mimetype, "content.xml": content, "meta.xml": known})


def zip_of(files: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2019, 3, 4, 0, 0, 0))
            stored = name == "mimetype"
            archive.writestr(info, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return file.getvalue()


def rtf(title: str, story: Sequence[str]) -> bytes:
    body = r"\par ".join(_rtf_text(words) for words in (title, *story))
    information = rf"{{\info{{\title {_rtf_text(title)}}}{{\author Jo Roe}}"
    return (
        r"{\rtf1\ansi\ansicpg1252" + information + r"{\creatim\yr2019\mo3\dy4\hr9\min5}}"
        r"{\fonttbl{\f0 Arial;}}\f0 " + body + r"\par}"
    ).encode("ascii", "replace")


def _rtf_text(words: str) -> str:
    kept = words.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(c if c < "\x7f" else rf"\u{ord(c) if ord(c) < 32768 else 63}?" for c in kept)


def eml(title: str, story: Sequence[str]) -> bytes:
    letter = EmailMessage()
    letter["From"] = "Jo Roe <jo@herald.example>"
    letter["To"] = "desk@herald.example"
    letter["Subject"] = title
    letter["Date"] = "Mon, 4 Mar 2019 10:15:00 +0100"
    letter.set_content("\n\n".join(story))
    return letter.as_bytes()


def mhtml(title: str, story: Sequence[str]) -> bytes:
    """A page as browsers save it: in quoted-printable, beside its pictures."""
    saved = MIMEMultipart("related", type="text/html", boundary="part")
    saved["From"] = "<Saved by a browser>"
    saved["Snapshot-Content-Location"] = "https://herald.example/bridge"
    text = MIMENonMultipart("text", "html", charset="utf-8")
    text.set_payload(html(title, story), "utf-8")
    saved.attach(text)
    return saved.as_bytes()


def mbox(title: str, story: Sequence[str]) -> bytes:
    line = b"From jo@herald.example Mon Mar  4 10:15:00 2019\n"
    return line + eml(title, story) + b"\n" + line + eml("Another matter", STORY)


def record(title: str, story: Sequence[str]) -> dict[str, str]:
    return {
        "uri": "urn:herald:1",
        "headline": title,
        "byline": "Jo Roe",
        "versioncreated": f"{DAY}T10:15:00Z",
        "language": "en",
        "body_text": "\n".join(story),
    }


def json_file(title: str, story: Sequence[str]) -> bytes:
    return json.dumps(record(title, story), indent=1).encode()


def json_lines(title: str, story: Sequence[str]) -> bytes:
    return "\n".join(json.dumps(record(title, words)) for words in (story, STORY)).encode()


def csv_file(title: str, story: Sequence[str]) -> bytes:
    file = io.StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(["Id", "Headline", "Date", "Body"])
    rows.writerow(["7", title, DAY, "\n".join(story)])
    return file.getvalue().encode()


def rss(title: str, story: Sequence[str]) -> bytes:
    text = xml("".join(f"<p>{escape(words)}</p>" for words in story))
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Riverton Herald</title><item>'
        f"<title>{xml(escape(title))}</title><link>https://herald.example/bridge</link>"
        "<pubDate>Mon, 04 Mar 2019 10:15:00 GMT</pubDate>"
        f"<description>{text}</description></item></channel></rss>"
    ).encode()


def atom(title: str, story: Sequence[str]) -> bytes:
    text = xml("".join(f"<p>{escape(words)}</p>" for words in story))
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Riverton Herald</title><entry>'
        f"<title>{xml(escape(title))}</title><link href='https://herald.example/bridge'/>"
        f"<published>{DAY}T10:15:00Z</published>"
        f'<content type="html">{text}</content></entry></feed>'
    ).encode()


def warc(title: str, story: Sequence[str]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
    )
    writer.write_record(
        writer.create_warc_record(
            "https://herald.example/bridge",
            "response",
            payload=io.BytesIO(html(title, story)),
            http_headers=headers,
        )
    )
    return file.getvalue()


def _cues(story: Sequence[str], mark: str) -> str:
    """A cue a paragraph, one every ten seconds."""
    return "\n\n".join(
        f"{n}\n00:{n // 6:02}:{n % 6}0{mark}000 --> 00:{n // 6:02}:{n % 6}5{mark}500\n{words}"
        for n, words in enumerate(story)
    )


def vtt(title: str, story: Sequence[str]) -> bytes:
    return f"WEBVTT\nTitle: {title}\n\n{_cues([escape(s) for s in story], '.')}\n".encode()


def srt(title: str, story: Sequence[str]) -> bytes:  # noqa: ARG001 - they have no headline
    return f"{_cues(story, ',')}\n".encode()


def archive(title: str, story: Sequence[str]) -> bytes:
    return zip_of({"2019/page.html": html(title, story), "picture.png": b"\x89PNG\r\n\x1a\n"})


def markdown(title: str, story: Sequence[str]) -> bytes:
    head = f"---\ntitle: {json.dumps(title)}\npublished: {DAY}\n---\n"
    return (head + "\n\n".join(story) + "\n").encode()


def plain(title: str, story: Sequence[str]) -> bytes:
    return "\n\n".join([title, *story]).encode()


MAKERS: dict[str, Callable[[str, Sequence[str]], bytes]] = {
    "page.html": html,
    "report.pdf": pdf,
    "letter.docx": docx,
    "letter.odt": odt,
    "letter.rtf": rtf,
    "letter.eml": eml,
    "page.mhtml": mhtml,
    "box.mbox": mbox,
    "item.json": json_file,
    "items.jsonl": json_lines,
    "rows.csv": csv_file,
    "feed.rss": rss,
    "feed.atom": atom,
    "crawl.warc.gz": warc,
    "talk.vtt": vtt,
    "talk.srt": srt,
    "all.zip": archive,
    "note.md": markdown,
    "note.txt": plain,
}
