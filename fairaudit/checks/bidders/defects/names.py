"""Which defects of several bids are one: by a code that bids share, else by their words, whatever their order."""

from collections import Counter
from collections.abc import Iterator

from fairaudit.analysis.text.gist import gist
from fairaudit.checks.base import Unassessed
from fairaudit.checks.bidders.defects.decision_words import treated
from fairaudit.checks.bidders.defects.likeness import alike, said
from fairaudit.checks.bidders.defects.words import about_defect, fold
from fairaudit.checks.reasons import lacking
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Bid, Defect
from fairaudit.sources.document import Path

_TELLING = 2
"""How many words of a text make two defects with other codes one; `missing` alone does not."""
_BY_BID = "the code numbers the defects of one bid and no other bid tells of this one in the same words"
_ALIKE = "another bid has a defect of nearly the same words under another code; whether they are one is not given"


Had = tuple[Bid, Defect]
"""A bid, and something that was wrong with it."""
Place = tuple[str | None, str | None, str]
"""A lot, a round, and what was wrong."""


def code_of(bid: Bid, defect: Defect) -> str | None:
    """Return the code of a defect; none where it only numbers the defects of its bid, as `B1-01` in bid B1 does."""
    own, code = fold(bid.id), fold(defect.code)
    numbers = bool(own) and code.startswith(f"{own} ") and code[len(own) :].strip().isdigit()
    return None if numbers and defect.text else defect.code


def names_of(case: Case, defect: Defect) -> tuple[str, ...]:
    """Return by what a defect is known again: its code, else its words; its words too where another code has them."""
    return case.once(_names).get(defect.path, ())


def _names(case: Case) -> dict[Path, tuple[str, ...]]:
    every = [(bid, one) for bid in case.bids for one in bid.defects or ()]
    firsts = {one.path: about_defect(code_of(bid, one) or one.text) for bid, one in every}
    codes: dict[str, set[str]] = {}
    for _, one in every:
        first, text = firsts[one.path], about_defect(one.text)
        for name in {first, text} if len(text.split()) >= _TELLING else {first}:
            codes.setdefault(name, set()).add(first)
    return {
        one.path: tuple(
            dict.fromkeys(
                name
                for name in (
                    firsts[one.path],
                    about_defect(one.text) if len(codes.get(about_defect(one.text), ())) > 1 else "",
                )
                if name
            )
        )
        for _, one in every
    }


def uncalled(case: Case, bid: Bid) -> Iterator[Unassessed]:
    """Yield the defects of a bid of which only a code could say whether they are those of another: words differ easily."""
    others = case.once(_by_lot_and_round).get((lot_of(case, bid.lot), bid.round), 0) - len(bid.defects or ())
    for one in bid.defects or ():
        if others < 1 or any(len(same_defects(case, bid, name)) > 1 for name in names_of(case, one)):
            continue
        if not one.code:
            yield lacking(one.field("code"))
        elif code_of(bid, one) is None:
            yield Unassessed(one.field("code"), _BY_BID, (text_of(one.field("code").path),))
        elif one.path in case.once(_nearly_alike):
            yield Unassessed(one.field("code"), _ALIKE, (text_of(one.field("code").path),))


def _by_lot_and_round(case: Case) -> Counter[tuple[str | None, str | None]]:
    """Return how many defects the bids of each lot and round have."""
    found: Counter[tuple[str | None, str | None]] = Counter()
    for bid in case.bids:
        found[lot_of(case, bid.lot), bid.round] += len(bid.defects or ())
    return found


def _telling(defect: Defect) -> frozenset[str]:
    return frozenset(gist(about_defect(defect.text))) - {"missing"}


def _nearly_alike(case: Case) -> frozenset[Path]:
    """Return the defects of other codes, decided otherwise, that share more than half of the words of the shorter text."""
    by_word: dict[tuple[str | None, str | None, str], list[Had]] = {}
    for bid in case.bids:
        for one in bid.defects or ():
            for word in _telling(one).union(said(one.text or one.code).thing):
                by_word.setdefault((lot_of(case, bid.lot), bid.round, word), []).append((bid, one))
    found: set[Path] = set()
    for had in by_word.values():
        sides = {treated(one.decision) for _, one in had if one.decision}
        if len({bid.path for bid, _ in had}) > 1 and "let in" in sides and len(sides) > 1:
            # Many bids have a defect in the same words, decided alike: one of them speaks for all.
            kinds = {
                (_telling(one), said(one.text or one.code), treated(one.decision)): (bid, one) for bid, one in had
            }.values()
            found |= {one.path for bid, one in had if any(_near(one, it) for other, it in kinds if other is not bid)}
    return frozenset(found)


def _near(first: Defect, second: Defect) -> bool:
    """Whether two defects that are decided otherwise may be one, by their words; one of them was let pass or mended."""
    sides = {treated(one.decision) for one in (first, second)}
    if "let in" not in sides or len(sides) < 2 or not (first.decision and second.decision):
        return False
    own, other = _telling(first), _telling(second)
    if sides == {"let in", "turned away"} and len(own & other) * 2 > min(len(own), len(other)):
        return True
    return alike(first.text or first.code, second.text or second.code)


def same_defects(case: Case, bid: Bid, name: str) -> list[Had]:
    """Return the defects with a name in the bids for the same lot and round."""
    return case.once(by_name).get((lot_of(case, bid.lot), bid.round, name), [])


def by_name(case: Case) -> dict[Place, list[Had]]:
    """Return the defects of each lot and round by what they are known by."""
    found: dict[Place, list[Had]] = {}
    for bid in case.bids:
        for one in bid.defects or ():
            for name in names_of(case, one):
                found.setdefault((lot_of(case, bid.lot), bid.round, name), []).append((bid, one))
    return found


def names_in(case: Case, bid: Bid) -> tuple[str, ...]:
    """Return by what the defects of a bid are known, each name once."""
    return tuple(dict.fromkeys(name for one in bid.defects or () for name in names_of(case, one)))


def surely_one(same: list[Had]) -> bool:
    """Whether some defects are one beyond doubt: one code, or no code and the same words.

    A code with a number may stand for another thing in each bid, where its texts have no word in common; and the same words
    under several codes may be of two papers.
    """
    codes = [code_of(bid, it) for bid, it in same]
    if not any(codes):
        return len({_sorted(it.text) for _, it in same}) < 2
    if not all(codes):
        return len({_sorted(code or it.text) for code, (_, it) in zip(codes, same, strict=True)}) < 2
    texts = [frozenset(gist(about_defect(it.text))) for _, it in same if it.text]
    apart = len(texts) > 1 and not frozenset.intersection(*texts) and any(map(str.isdigit, codes[0] or ""))
    return len({_sorted(code) for code in codes}) < 2 and not apart


def _sorted(text: str | None) -> tuple[str, ...]:
    return tuple(sorted(fold(text).split()))


def told_as(same: list[Had]) -> str:
    """Return what a defect is called: by its code where all have it, else by its words; whatever the order of the bids."""
    codes = [code_of(bid, it) for bid, it in same]
    one_code = len({about_defect(code or it.text) for code, (_, it) in zip(codes, same, strict=True)}) < 2
    return max(
        str((code or it.text) if one_code else (it.text or code)) for code, (_, it) in zip(codes, same, strict=True)
    )
