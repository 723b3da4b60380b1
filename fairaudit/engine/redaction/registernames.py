"""Words of which registers are called: what somebody writes of where a register is from may name whoever got it."""

from __future__ import annotations

import re

WORDS_OF_REGISTERS = frozenset(
    """
    a accounts and annual api as at basic beneficial bods bris bulk business by central companies company control copy csv
    data dataset day download downloaded england euid excel export extract file filed filing files for free from gazette
    gleif gov government handelsregister house https http in infogreffe insights ireland json kvk licence list london
    lobbying members monthly northern of office officers official ogl on online open opencorporates org output owners
    ownership parliament persons portal product psc public published register registers registrar registry scotland search
    service significant snapshot the to transparency uk united kingdom url via wales web website with www xlsx january
    february march april may june july august september october november december
    """.split()
)
"""Words of which registers and ways to get them are called; common knowledge, no list of others."""


def of_registers(text: str) -> bool:
    """Whether a text holds only words of registers, which name nobody."""
    return all(one.lower() in WORDS_OF_REGISTERS for one in re.findall(r"[^\W\d_]+", text))
