"""Two numbers of one register of which one may be the other with a slip: a digit wrong, missing or too much, or two swapped."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from fairaudit.analysis.names.described import Described, identifiers, identifiers_written
from fairaudit.frozen import Frozen

SHORTEST = 5
"""Signs of a number from which on one that differs in one of them is more than the next in a row; a heuristic."""
_SHOWN = 40


class NumberSlip(Frozen):
    """What a number is called that two records of one scheme have with a slip, how the two differ, and each as it is written."""

    what: str
    how: str
    number: str
    other: str


def number_slips(one: Described, other: Described) -> tuple[NumberSlip, ...] | None:
    """Return the slips that keep identifiers of one scheme apart, none where nothing does; `None` where they contradict."""
    ids, others = identifiers(one), identifiers(other)
    apart = ({scheme for scheme, _ in ids} & {scheme for scheme, _ in others}) - {scheme for scheme, _ in ids & others}
    if not apart:
        return ()
    found = tuple(_slip(scheme, *(_written(each, scheme) for each in (one, other))) for scheme in sorted(apart))
    slips = tuple(each for each in found if each)
    return slips if len(slips) == len(found) else None


def called(scheme: str) -> str:
    """Return what the numbers of a scheme are called."""
    return _SCHEMES.get(scheme, "identifier")


_SCHEMES = {"gbcoh": "company number", "lei": "legal entity identifier", "gbchc": "charity number", "vat": "VAT number"}


def _written(described: Described, scheme: str) -> dict[str, str]:
    return {id_: written for (its, id_), written in sorted(identifiers_written(described)) if its == scheme}


def _slip(scheme: str, ids: dict[str, str], others: dict[str, str]) -> NumberSlip | None:
    for number, written in ids.items():
        for other, there in others.items():
            if min(len(number), len(other)) >= SHORTEST and OSA.distance(number, other, score_cutoff=1) == 1:
                return NumberSlip(called(scheme), _how(number, other), written[:_SHOWN], there[:_SHOWN])
    return None


def _how(number: str, other: str) -> str:
    if len(number) != len(other):
        return "by one sign more"
    return "in two signs that are swapped" if sorted(number) == sorted(other) else "in one sign"
