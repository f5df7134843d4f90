"""XML and bits of HTML, parsed without entities, network or endless trees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.errors import DamagedInput
from checker.ingest.content import Content
from checker.ingest.extras import refuse_missing
from checker.ingest.guard import guard
from checker.ingest.sheet import sound
from checker.lexicon import load

_BLOCKS = frozenset(load("pages")["elements"]["blocks"])
_TAG = re.compile(
    r"""
      </(?:p|div|li|h[1-6]|span|em|strong|a|i|b|blockquote)> | <(?:p|br|div)\b[^<>]{0,500}>
    | &(?:amp|lt|gt|quot|nbsp|[lr][sd]quo|[mn]dash|hellip|\#x?[0-9a-f]{2,6});
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNSEEN = frozenset(load("pages")["elements"]["unseen"])


def parse_xml(content: Content, data: bytes, what: str, *, mend: bool = False) -> Any:
    """The root element; `mend` goes on past faults. Entities of the document's own are refused.

    Raises DamagedInput.
    """
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=mend
    )
    with guard(content, what):
        root = etree.fromstring(data.lstrip(), parser)
    if root is None:
        raise DamagedInput(content.path, f"no {what} in it", "save it again")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        reason = "declares entities of its own, which could unfold without end"
        raise DamagedInput(content.path, reason, "save it without them")
    return root


def html_paragraphs(content: Content, fragment: str) -> list[str]:
    """The paragraphs of a bit of HTML, such as the text of a letter or of a feed's entry."""
    refuse_missing(content, "HTML", ("lxml",))
    from lxml import html  # noqa: PLC0415

    if not fragment.strip():
        return []
    with guard(content, "HTML"):
        parser = html.HTMLParser(remove_comments=True, remove_pis=True)
        root = html.fromstring(f"<div>{sound(fragment)}</div>", parser=parser)
        paragraphs = ("".join(part) for part in _parts(root))
        return [" ".join(words.split()) for words in paragraphs if words.strip()]


def looks_like_html(text: str) -> bool:
    """Say whether a field of text has paragraphs or entities of HTML in it."""
    return _TAG.search(text) is not None


def _parts(root: Any) -> Iterator[list[str]]:
    """Runs of text between the edges of blocks; without recursion, for trees may be deep."""
    from lxml import etree  # noqa: PLC0415

    run: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        starts = event == "start"
        if element.tag in _BLOCKS or element.tag == "br":
            yield run
            run = []
        if element.tag in _UNSEEN:
            unseen += 1 if starts else -1
        words = element.text if starts else element.tail
        if words and not unseen and (starts or element is not root):
            run.append(words)
    yield run
