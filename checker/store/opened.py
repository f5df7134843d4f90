"""What is open from its making to the end of a `with`."""

from __future__ import annotations

from contextlib import ExitStack
from types import TracebackType
from typing import Self


class Opened:
    """Has files or connections open; whatever its `stack` is given is closed with it."""

    def __init__(self) -> None:
        self.stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stack.close()
