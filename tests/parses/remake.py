"""Parse the sentences of our tables anew: `python -m tests.parses.remake [TABLE…]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from spacy.language import Language

from checker.extract.parser import load_parser
from tests.parses.recorded import FOLDER, plain_texts, tables


def remake(names: Sequence[str], parser: Language) -> None:
    """Write the parses of some tables, a sentence a line; morphology is of no use to us."""
    for name in names:
        lines = []
        for text in plain_texts(name):
            parse = parser(text).to_json()
            for token in parse["tokens"]:
                del token["morph"]
            lines.append(f"{json.dumps(text)}: {json.dumps(parse, separators=(',', ':'))}")
        content = "{\n" + ",\n".join(lines) + "\n}\n"
        (FOLDER / f"{name}.json").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    remake(sys.argv[1:] or list(tables()), load_parser("auto"))
