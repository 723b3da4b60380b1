"""The numbers and letters by which comments name other bids: `bidder 2 had a better rota`, `Tender C's plan`.

A number is that in the id of one bid, or of its bidder; where no id has it, it may be the place in which the bid came, which is
asked about only where the words compare.
"""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.numberwords import NUMBERS, UP_TO_TWENTY
from fairaudit.checks.moderation.comments import Comment, words_of
from fairaudit.checks.moderation.named_ids import of_the_same_lot
from fairaudit.checks.moderation.short_names import MORE
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid

CALLED = frozenset({"bid", "bidder", "tender", "tenderer", "submission", "supplier", "provider", "offer", "proposal"})
"""What a bid or its bidder is called before a number."""
_OF_ITS_OWN = frozenset({"supplier", "provider", "offer", "proposal"})
"""What a bid may have several of itself, so that only a comparison makes it another bid."""
_NUMBERED = late_pattern(
    r"(?i:\b(bid|bidder|tender|tenderer|submission|supplier|provider|offer|proposal)\s+(?:(?:no|nr)\.?\s*|number\s+|#)?)"
    rf"(\d{{1,3}}|[A-H]|(?i:{'|'.join(UP_TO_TWENTY[1:9])}))"
    r"(?!\w|[.,:/-]\d)(['\u2019]s\b)?([^.;!?\n]*)"
)
_DID = frozenset({
    "had", "has", "gave", "gives", "offered", "offers", "showed", "shows", "scored", "scores", "did", "does", "provided",
    "provides", "proposed", "proposes", "explained", "explains", "named", "names", "covered", "covers", "described", "describes",
    "included", "includes", "said", "says",
})  # fmt: skip
"""What is told of a bidder or its bid. Heuristic."""
_IS = frozenset({"is", "was", "are", "were", "looks", "reads", "seems"})
_NEAR = 4
"""How many words after a number may compare with what bears it. Heuristic."""
_DIGITS = late_pattern(r"\d+")


def numbered_in(case: Case, one: Comment, own: Bid | None) -> Iterator[Bid]:
    """Yield the bids that a comment on another names by a number or a letter, where it says something of them."""
    if CALLED.isdisjoint(one.words):
        return
    for found in _NUMBERED.finditer(one.text):
        head, number, possessive, rest = found.groups()
        number = str(NUMBERS.get(number.lower(), number))
        meant, after = _meant(case, number, own), words_of(rest or "")
        by_place = meant is not None and number.isdigit() not in case.once(_kinds_of_label)
        if by_place and MORE.isdisjoint(after[: _NEAR + 1]):
            continue
        if meant is not None and _says_something_of_it(head.lower(), bool(possessive), after):
            yield meant


def _says_something_of_it(head: str, possessive: bool, after: tuple[str, ...]) -> bool:
    """Whether what follows a number speaks of a bid: `had a better rota`, `'s plan was clearer`; not `of the documents`."""
    compared = not MORE.isdisjoint(after[: _NEAR + 1])
    if head in _OF_ITS_OWN:
        return compared and (possessive or not (_DID | _IS).isdisjoint(after[:1]))
    return possessive or not _DID.isdisjoint(after[:1]) or (compared and not _IS.isdisjoint(after[:1]))


def _meant(case: Case, number: str, own: Bid | None) -> Bid | None:
    """Return which bid a number means, `None` where it may be the bid's own, or none or several bear it."""
    known = case.once(_by_number)
    meant = of_the_same_lot(known.get(number.lstrip("0") or number, ()), own)
    if own in meant or len({one.bidder for one in meant}) != 1:
        return None
    return meant[0]


def _by_number(case: Case) -> dict[str, tuple[Bid, ...]]:
    """Return the bids by number and by letter: those of their ids, else of their bidders', else of the place in which they came.

    Where there are lots, or one has no time of receipt, the place of a bid says little.
    """
    came = _in_order_of_receipt(case)
    found: dict[str, tuple[Bid, ...]] = {}
    for digits in (True, False):
        for keys in (
            [_label(one.id, digits=digits) for one in case.bids],
            [_label(one.bidder, digits=digits) for one in case.bids],
            [_place(came.index(one), digits=digits) if came else None for one in case.bids],
        ):
            if any(keys):
                known: dict[str, list[Bid]] = {}
                for key, one in zip(keys, case.bids, strict=True):
                    known.setdefault(key or "", []).append(one)
                found.update({key: tuple(bids) for key, bids in known.items() if key})
                break
    return found


def _kinds_of_label(case: Case) -> frozenset[bool]:
    """Return whether ids of bids or bidders have numbers (`True`) and whether they are letters (`False`)."""
    keys = [key for one in case.bids for key in (one.id, one.bidder)]
    return frozenset(digits for digits in (True, False) if any(_label(key, digits=digits) for key in keys))


def _in_order_of_receipt(case: Case) -> list[Bid]:
    """Return the bids as they came, nothing where that is not known of each or two came at once."""
    ranks = {case.clock.rank(one.received) for one in case.bids if one.received}
    if case.lots or len(ranks) < len(case.bids) or len(case.bids) > len("ABCDEFGH"):
        return []
    return sorted(case.bids, key=lambda one: case.clock.rank(one.received))


def _place(at: int, *, digits: bool) -> str:
    return str(at + 1) if digits else chr(ord("A") + at)


def _label(key: str | None, *, digits: bool) -> str | None:
    """Return the one number of up to three digits in an id, without noughts before it, or an id that is one letter."""
    if not digits:
        return key.upper() if key and len(key) == 1 and key.isalpha() else None
    numbers = _DIGITS.findall(key or "")
    return (numbers[0].lstrip("0") or None) if len(numbers) == 1 and len(numbers[0]) < 4 else None
