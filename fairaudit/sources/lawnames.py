"""Laws by the numbers and titles under which registers name them: the legal basis of a notice, its regulatory domain.

An eForms notice has its legal basis (BT-01) in the element `RegulatoryDomain`, as the CELEX number of a directive; the Find a
Tender service names an Act or an instrument of the United Kingdom by its register and number.
"""

from __future__ import annotations

import re

_LAWS = (
    ("uk-pa2023", "UKPGA", re.compile(r"2023/54\b"), re.compile(r"Procurement Act 2023", re.IGNORECASE)),
    ("nhs-psr", "UKSI", re.compile(r"2023/1348\b"), re.compile(r"Provider Selection Regime", re.IGNORECASE)),
    ("uk-pcr2015", "UKSI", re.compile(r"2015/102\b"),
     re.compile(r"\bPCR 2015\b|Public Contracts Regulations 2015", re.IGNORECASE)),
    ("eu-2014-24", "CELEX", re.compile(r"32014L0024\b"), re.compile(r"\b2014/24/EU\b")),
)  # fmt: skip
"""A pack, the register its law stands in, its number there, and its title."""


def packs_named(scheme: str, number: str, words: str) -> set[str]:
    """Return the packs of the laws that a register, a number in it and free words name; a bare number names none of the UK's."""
    return {
        pack
        for pack, register, pattern, title in _LAWS
        if (scheme.upper() == register and pattern.search(number))
        or (register.startswith("UK") and re.search(rf"\b{register}[/ ]{pattern.pattern}", words, re.IGNORECASE))
        or title.search(words)
    }


def pack_of_domain(domain: str) -> str | None:
    """Return the pack of the law that a regulatory domain names beyond doubt: its number, its title or the pack's own name."""
    said = domain.strip()
    if said in {pack for pack, *_ in _LAWS}:
        return said
    found = packs_named("CELEX", said, said)
    return found.pop() if len(found) == 1 else None
