"""What claims depend on beside their source: the language model and the code that reads.

Neither is loaded for it, so that a run that finds all claims in store needs no model.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from checker.extract.parser import KNOWN_MODELS, describe, load_parser
from checker.store import digest_of_code

# Rooms whose code and tables decide what is claimed.
ROOMS = ("extract", "lexicon", "model", "values")


def describe_model(name: str) -> str:
    """Return the name and version of a model, as `describe` gives them of a loaded one.

    Raises ModelError where it is not installed.
    """
    for package in KNOWN_MODELS if name == "auto" else (name,):
        told = _read_meta(package)
        if told:
            return told
    return describe(load_parser(name))


def code_digest() -> str:
    """Return a digest of the program's version and of the code and tables that read claims."""
    return digest_of_code(*ROOMS)


@lru_cache(maxsize=8)
def _read_meta(package: str) -> str:
    """Read what a package of spaCy says of its model; nothing where it says nothing."""
    try:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            return ""
        meta = json.loads(Path(spec.origin).with_name("meta.json").read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    except (OSError, ValueError, KeyError):
        return ""
