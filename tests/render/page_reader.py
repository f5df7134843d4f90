"""Reads a page back: its elements with their attributes, and the text people see."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img", "path", "rect", "circle", "use"}


class Page(HTMLParser):
    """All elements of a page in order, its text apart from style and script."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"style": [], "script": []}
        self.text = ""
        self.unbalanced: list[str] = []
        self._open: list[str] = []
        self.feed(content.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self._open or self._open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        if self._open and self._open[-1] in self.raw:
            self.raw[self._open[-1]].append(data)
        else:
            self.text += data

    def all(self, tag):
        """The attributes of every element of one name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def with_class(self, name):
        """The attributes of every element of one class."""
        return [a for _, a in self.elements if name in (a.get("class") or "").split()]
