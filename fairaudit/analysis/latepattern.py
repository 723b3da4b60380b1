"""Patterns that are compiled when they are first used: most runs need few of them, and all would take a twentieth of one."""

from __future__ import annotations

import re
from typing import cast


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does; one that is wrong raises `re.error` at its first use, not before."""
    return cast(re.Pattern[str], _Later(pattern, flags))


class _Later:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        # What was asked for once is kept on the object itself, so that it is found without coming here again.
        found: object = getattr(re.compile(*self._given), name)
        self.__dict__[name] = found
        return found
