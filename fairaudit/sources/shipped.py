"""Where the shipped rules and their tables lie: inside an installed package, beside it in a checkout."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


@lru_cache(maxsize=1)
def shipped_rules() -> Path:
    """Return the folder that holds the shipped packs."""
    inside = PACKAGE / "rules"
    return inside if inside.is_dir() else PACKAGE.parent / "rules"
