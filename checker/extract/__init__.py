"""Sources → claims: what each document says, tied to its words."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.extraction import Extraction
from checker.extract.identity import code_digest, describe_model
from checker.extract.options import ExtractOptions
from checker.model.source import Source

__all__ = [
    "ExtractOptions",
    "Extraction",
    "code_digest",
    "describe_model",
    "find_claims",
    "load_model",
]


def find_claims(sources: Sequence[Source], options: ExtractOptions) -> Extraction:
    """Read every source with the language model and collect its claims.

    Raises ModelError where the language model is not installed.
    """
    # Late: patterns and grammars take longer to load than a run in which nothing is new.
    from checker.extract.find import find_claims as find  # noqa: PLC0415

    return find(sources, options)


def load_model(options: ExtractOptions) -> None:
    """Load the language model and all that reads with it, which `find_claims` does otherwise.

    Raises ModelError where the language model is not installed.
    """
    from checker.extract import find  # noqa: F401, PLC0415  (late, as above)
    from checker.extract.parser import load_parser  # noqa: PLC0415

    load_parser(options.language_model)
