"""The elements of a drawing as text: just what a chart needs of SVG."""

from __future__ import annotations

from html import escape

# Colours of both schemes; a chart names its series `s0`, `s1` … in their order.
STYLE = """
svg { background: #ffffff; font: 13px system-ui, sans-serif; }
text { fill: #1f2328; }
.title { font-size: 16px; font-weight: 600; }
.note { fill: #59636e; }
.grid { stroke: #d1d9e0; stroke-width: 1; }
.axis { stroke: #59636e; stroke-width: 1; }
.limit { stroke: #b35900; stroke-width: 1.5; stroke-dasharray: 6 4; }
.line { fill: none; stroke-width: 2.25; stroke-linejoin: round; }
.halo { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }
text.limit { stroke: #ffffff; stroke-width: 4px; stroke-dasharray: none; fill: #b35900; }
text.limit { paint-order: stroke; stroke-linejoin: round; }
.line.s0 { stroke: #0969da; } circle.s0, text.s0, rect.s0 { fill: #0969da; }
.line.s1 { stroke: #8250df; } circle.s1, text.s1, rect.s1 { fill: #8250df; }
.line.s2 { stroke: #116329; } circle.s2, text.s2, rect.s2 { fill: #116329; }
.line.s3 { stroke: #bf3989; } circle.s3, text.s3, rect.s3 { fill: #bf3989; }
@media (prefers-color-scheme: dark) {
  svg { background: #0d1117; }
  text { fill: #e6edf3; }
  .note { fill: #9198a1; }
  .grid { stroke: #2f3742; }
  .axis { stroke: #9198a1; }
  .limit { stroke: #e3a04f; }
  .halo { stroke: #0d1117; }
  text.limit { stroke: #0d1117; fill: #e3a04f; }
  .line.s0 { stroke: #58a6ff; } circle.s0, text.s0, rect.s0 { fill: #58a6ff; }
  .line.s1 { stroke: #bc8cff; } circle.s1, text.s1, rect.s1 { fill: #bc8cff; }
  .line.s2 { stroke: #56d364; } circle.s2, text.s2, rect.s2 { fill: #56d364; }
  .line.s3 { stroke: #f778ba; } circle.s3, text.s3, rect.s3 { fill: #f778ba; }
}
"""


def element(name: str, words: str = "", inside: str = "", **attributes: object) -> str:
    """One element with words, or other elements, in it.

    `css` is its class, and `_` in the name of an attribute stands for a hyphen. Numbers
    are written to a tenth of a pixel; words are escaped.
    """
    written = "".join(
        f' {"class" if key == "css" else key.replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    held = escape(words, quote=False) + inside
    return f"<{name}{written}>{held}</{name}>" if held else f"<{name}{written}/>"


def text(x: float, y: float, words: str, anchor: str = "start", css: str = "") -> str:
    """Words at a place, "start", "middle" or "end" of them there."""
    named = {"css": css} if css else {}
    return element("text", words, x=x, y=y, text_anchor=anchor, **named)


def drawing(width: int, height: int, title: str, parts: list[str]) -> str:
    """A whole file; the title is what is read aloud."""
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" aria-label="{escape(title)}">\n'
        f"<title>{escape(title, quote=False)}</title>\n<style>{STYLE}</style>\n{body}\n</svg>\n"
    )


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else escape(str(value))
