"""What the figures of a run were measured on; nothing that names the machine."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

import checker


def facts() -> dict[str, object]:
    """Cores, memory, the versions of Python and of what does the work."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": platform.system(),
        "python": platform.python_version(),
        "checker": checker.__version__,
        "spacy": version("spacy"),
        "numpy": version("numpy"),
    }
