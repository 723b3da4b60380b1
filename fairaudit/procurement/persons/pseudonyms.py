"""What people and bidders are called where numbers are about them and no names are wanted.

Statistics and pictures are about patterns, so evaluators stand in them as `evaluator 3` unless whoever asks wants names; what
would happen if … is a tool for steering, so bidders stand in it by letter. Letters go by the order of the case: other parts of
a report name who comes first, so no order could hide whom they mean, and the page says so. Numbers do not go by it, since other
parts of a report name people in that order.
"""

from __future__ import annotations

import hashlib
from itertools import product
from string import ascii_uppercase

from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.identity import whose


def evaluator_called(case: Case, key: str | None) -> str:
    """Return what an evaluator is called: a number, or the name where names are asked for."""
    if key is None:
        return "an evaluator who is not named"
    if case.names:
        return case.person_name(key)
    number = case.once(_numbers).get(whose(case, key))
    return f"evaluator {number}" if number else "an evaluator who is not on the panel"


def number_of(case: Case, key: str) -> int:
    """Return the number of an evaluator: lists of them go by it, so that no order gives their names away."""
    return case.once(_numbers).get(whose(case, key), 0)


def bidder_letter(case: Case, bid: str | None) -> str:
    """Return the letter of a bid: `bidder A` for the first of the case, `bidder AA` after `bidder Z`."""
    letter = case.once(_letters).get(bid)
    return f"bidder {letter}" if letter else "a bidder who is not listed"


def _numbers(case: Case) -> dict[str, int]:
    """Return the number of every evaluator, in an order that nobody can read off a list of names."""
    evaluation = case.evaluation
    scored = (one.evaluator for one in evaluation.individual or () if one.evaluator)
    allotted = (one.evaluator for one in evaluation.allocation or () if one.evaluator)
    keys = dict.fromkeys(whose(case, one) for one in dict.fromkeys((*(evaluation.panel or ()), *allotted, *scored)))
    mixed = sorted(keys, key=lambda one: hashlib.sha256(f"{case.tender.id or ''}|{one}".encode()).digest())
    return {key: number for number, key in enumerate(mixed, 1)}


def _letters(case: Case) -> dict[str | None, str]:
    """Return the letter of every bid: those of the case, then any that only the evaluation names."""
    evaluation = case.evaluation
    records = (evaluation.consensus, evaluation.individual, evaluation.totals, evaluation.ranking)
    named = (one.bid for part in records for one in part or ())
    keys = dict.fromkeys(one for one in (*(bid.id for bid in case.bids), *named) if one)
    letters = ("".join(one) for length in (1, 2, 3) for one in product(ascii_uppercase, repeat=length))
    return dict(zip(keys, letters, strict=False))
