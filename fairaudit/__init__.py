"""Audits a tender and its records for a level playing field.

from datetime import date
from fairaudit import audit, load

report = audit(load("examples/eye-clinic"), today=date(2026, 6, 1))
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Report", "audit", "load"]

if TYPE_CHECKING:
    from fairaudit.api import Report, audit, load


def __getattr__(name: str) -> object:
    """Load the API when it is asked for: the command line needs none of it, and starts faster without."""
    if name in __all__:
        from fairaudit import api

        return getattr(api, name)
    raise AttributeError(f"module 'fairaudit' has no attribute {name!r}")
