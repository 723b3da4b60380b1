"""Checks of the family `bids` on what was wrong with bids: the same decision, and the same time to mend it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.bidders.defect_words import about_defect
from fairaudit.checks.information.contacts import asked_about, asked_in_part, holds
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.timing.in_words import in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, Unclear, later, latest
from fairaudit.procurement.node import Node
from fairaudit.procurement.records import Bid, Defect
from fairaudit.procurement.rivals import lot_of, mixed_round, name_of, treatment
from fairaudit.procurement.scalars import When
from fairaudit.sources.document import Path

_SIGNS = re.compile(r"[\W_]+")


def fold(text: str | None) -> str:
    """Return a word for comparison, however it is written: `Unsigned form` and `unsigned-form` are one."""
    return " ".join(_SIGNS.sub(" ", (text or "").casefold()).split())


Had = tuple[Bid, Defect]
"""A bid, and something that was wrong with it."""
Place = tuple[str | None, str | None, str]
"""A lot, a round, and what was wrong."""


def called(defect: Defect) -> str:
    """Return by what a defect is known again: its code, else its words, whatever their order."""
    return about_defect(defect.code or defect.text)


def _uncalled(case: Case, bid: Bid) -> Iterator[Defect]:
    """Yield the defects of a bid of which only a code could say whether they are those of another: words differ easily."""
    others = case.once(_by_lot_and_round).get((lot_of(case, bid.lot), bid.round), 0) - len(bid.defects or ())
    for one in bid.defects or ():
        if not one.code and others > 0 and len(same_defects(case, bid, called(one))) < 2:
            yield one


def _by_lot_and_round(case: Case) -> Counter[tuple[str | None, str | None]]:
    """Return how many defects the bids of each lot and round have."""
    found: Counter[tuple[str | None, str | None]] = Counter()
    for bid in case.bids:
        found[lot_of(case, bid.lot), bid.round] += len(bid.defects or ())
    return found


def same_defects(case: Case, bid: Bid, code: str) -> list[Had]:
    """Return the defects with a code in the bids for the same lot and round."""
    return case.once(_by_code).get((lot_of(case, bid.lot), bid.round, code), [])


def _by_code(case: Case) -> dict[Place, list[Had]]:
    found: dict[Place, list[Had]] = {}
    for bid in case.bids:
        for one in bid.defects or ():
            if name := called(one):
                found.setdefault((lot_of(case, bid.lot), bid.round, name), []).append((bid, one))
    return found


def _lot_matters(case: Case, bid: Bid, code: str, of: Callable[[Defect], object]) -> bool:
    """Whether a bid that does not say its lot was treated otherwise than one that does, with the same defect."""
    if lot_of(case, bid.lot) is not None or mixed_round(case, bid) is None:
        return False
    placed = case.once(_placed_by_code).get((bid.round, code), [])
    return bool(placed) and len({of(it) for _, it in (*placed, *same_defects(case, bid, code))}) > 1


def _placed_by_code(case: Case) -> dict[tuple[str | None, str], list[Had]]:
    """Return the defects of bids that say their lot, by round and code."""
    found: dict[tuple[str | None, str], list[Had]] = {}
    for (lot, round_, code), had in case.once(_by_code).items():
        if lot is not None:
            found.setdefault((round_, code), []).extend(had)
    return found


def defects_known(bid: Bid, case: Case) -> bool:
    """Whether everything that is wrong with a bid is recorded."""
    return bid.defects is not None or case.holds_all("bids")


class Decisions(Frozen):
    """What was decided about the same defect, bid by bid."""

    defect: str
    decisions: tuple[str, ...]


@check
def defect_decided_unlike(node: Node[Bid], case: Case, *, no_reply: tuple[str, ...] = ()) -> Found[Decisions]:
    """Flag the same defect decided otherwise in another bid for the same lot; the first bid that has it speaks for all.

    Who had the same time to put it right and is turned away since, by one of the words for `no_reply`, nothing came, was
    treated as the others were.
    """
    bid = node.value
    if not defects_known(bid, case):
        yield lacking(bid.field("defects"))
    for one in _uncalled(case, bid):
        yield lacking(one.field("code"))
    for code in dict.fromkeys(name for one in bid.defects or () if (name := called(one))):
        same = same_defects(case, bid, code)
        first = same[0][1]
        if same[0][0] is bid and _lot_matters(case, bid, code, lambda it: fold(it.decision)):
            yield lacking(bid.field("lot"))
        if same[0][0] is not bid or len({one.path for one, _ in same}) < 2:
            continue
        if undecided := [it for _, it in same if not it.decision]:
            yield lacking(undecided[0].field("decision"))
        elif len({fold(it.decision) for _, it in same}) > 1:
            told = tuple(sorted(f"{name_of(case, one)}: {it.decision}" for one, it in same))
            kinds = {treatment(it.decision) for _, it in same}
            related = tuple((it.field("decision"), "the same defect") for _, it in same[1:])
            # Who was asked as others were and is turned away for what came of it, or did not, was not kept from mending it.
            if _left_unmended(case, same, no_reply):
                continue
            sure = {"let in", "turned away"} <= kinds and not _all_asked(case, same) and _one_wording(same)
            confidence = None if sure else "possible"
            # However it is written in each bid, the words told are the same in whatever order the bids stand.
            name = max(str(it.code or it.text) for _, it in same)
            yield Hit(first.field("decision"), Decisions(name, told), related, confidence, key=code)


def _away(same: list[Had]) -> list[Had]:
    return [(bid, one) for bid, one in same if treatment(one.decision) == "turned away"]


def _one_wording(same: list[Had]) -> bool:
    """Whether a defect is told by the same words in all bids; `missing` in one and `not submitted` in another may be two."""
    return len({tuple(sorted(fold(it.code or it.text).split())) for _, it in same}) < 2


def _all_asked(case: Case, same: list[Had]) -> bool:
    """Whether every bid that was turned away for a defect was asked about it, and why it was turned away is recorded."""
    alike = _same_time(case, same)
    return all(one.reason and (alike or _asked(case, bid, one)) for bid, one in _away(same))


def _asked(case: Case, bid: Bid, defect: Defect) -> bool:
    """Whether a bid was asked about a defect, by its code, by its words or by some of them."""
    called = [text for text in (defect.code, defect.text) if text]
    return any(True in asked_about(case, text, bid) or asked_in_part(case, text, bid) for text in called)


def _same_time(case: Case, same: list[Had]) -> bool:
    """Whether all had until the same moment to put a defect right."""
    ends = [one.cure_until for _, one in same]
    return all(it is not None and ends[0] is not None and case.clock.gap(ends[0], it) == timedelta(0) for it in ends)


def _left_unmended(case: Case, same: list[Had], no_reply: tuple[str, ...]) -> bool:
    """Whether all had the same chance to put a defect right, and nothing came of those who were turned away."""
    if not _same_time(case, same):
        return False
    # Where it is recorded that some were asked, whoever was turned away must be among them.
    known = any(_asked(case, bid, one) for bid, one in same)
    phrases = [words(one) for one in no_reply]
    return all(
        any(holds(words(one.reason or ""), phrase) for phrase in phrases) and (not known or _asked(case, bid, one))
        for bid, one in _away(same)
    ) and {treatment(one.decision) for _, one in same} == {"let in", "turned away"}


class Cures(Frozen):
    """Who was given time to put a defect right, who was not or had less, and which defect."""

    defect: str
    longest: tuple[str, ...]
    others: tuple[str, ...]
    difference: str


@check
def cure_time_unlike(node: Node[Bid], case: Case) -> Found[Cures]:
    """Flag the same defect that one bidder had time to put right, and another not or not as long."""
    bid = node.value
    if not defects_known(bid, case):
        yield lacking(bid.field("defects"))
    for one in _uncalled(case, bid):
        yield lacking(one.field("code"))
    for code in dict.fromkeys(name for one in bid.defects or () if (name := called(one))):
        if same_defects(case, bid, code)[0][0] is bid and _lot_matters(case, bid, code, lambda it: it.cure_until):
            yield lacking(bid.field("lot"))
        same = case.once(_to_cure).get((lot_of(case, bid.lot), bid.round, code), [])
        if not same or same[0][0] is not bid or not any(it.cure_until for _, it in same):
            continue
        if silent := [it for _, it in same if it.cure_until is None and not it.decision]:
            yield lacking(silent[0].field("cure_until"))
        else:
            yield from _cures(case, code, same)


def _to_cure(case: Case) -> dict[Place, list[Had]]:
    """Return the defects to be put right: one that was let pass needed no time."""
    return {
        place: [(bid, it) for bid, it in had if it.cure_until or treatment(it.decision) != "let in"]
        for place, had in case.once(_by_code).items()
    }


def _cures(case: Case, code: str, same: list[Had]) -> Found[Cures]:
    ends = {it.path: Limit(it.cure_until, it.field("cure_until")) for _, it in same if it.cure_until}
    longest = latest(case.clock, ends.values())
    if isinstance(longest, Unclear):
        yield unsure(same[0][1].node, longest)
        return
    less = {path: later(case.clock, end, longest) for path, end in ends.items()}
    best = {name_of(case, one) for one, it in same if less.get(it.path) == timedelta(0)}
    unclear = {it.path: one for _, it in same if isinstance(one := less.get(it.path), Unclear)}
    others = {name_of(case, one) for one, it in same if it.path not in unclear and less.get(it.path) != timedelta(0)}
    if others - best:
        refused_outright = any(it.cure_until is None for _, it in same)
        at = next(it for _, it in same if less.get(it.path) == timedelta(0))
        difference = _in_words([one for one in less.values() if isinstance(one, timedelta)], refused_outright)
        facts = Cures(str(at.code or at.text), tuple(sorted(best)), tuple(sorted(others - best)), difference)
        related = tuple((it.node, "the same defect") for _, it in same if it is not at)
        cured = [(bid, it) for bid, it in same if it.cure_until]
        ends_last = frozenset(path for path, ahead in less.items() if ahead == timedelta(0))
        sure = _one_wording(same) and (refused_outright or _shorter_by_far(case, cured, code, ends_last))
        yield Hit(at.field("cure_until"), facts, related, None if sure else "possible", key=code)
    elif unclear:
        yield unsure(same[0][1].node, next(iter(unclear.values())))


def _in_words(less: list[timedelta], refused_outright: bool) -> str:
    """Return how much less time the others had at most."""
    most = max(less)
    if not most:
        return "none"
    return f"{in_hours(most)} less" + (" or none" if refused_outright else "")


def _shorter_by_far(case: Case, cured: list[Had], code: str, ends_last: frozenset[Path]) -> bool:
    """Whether those whose time ends last had more of it for sure: all were asked at once, or the others had half of it at most.

    Ends alone may differ only because the letters went out on different days; when they went stands in the events.
    """
    begun = case.once(_cures_begun)
    starts = [begun.get((bid.bidder, code)) for bid, _ in cured]
    if None not in starts and len(set(starts)) == 1:
        return True
    more: list[timedelta] = []
    less: list[timedelta] = []
    for start, (_, it) in zip(starts, cured, strict=True):
        length = case.clock.gap(start, it.cure_until) if start and it.cure_until else None
        if length is None or length <= timedelta(0):
            return False
        (more if it.path in ends_last else less).append(length)
    return bool(less) and max(less) * 2 <= min(more)


def _cures_begun(case: Case) -> dict[tuple[str | None, str], When]:
    """Return when each bidder was asked to put what right, by the code of the defect; the first time counts."""
    asked = sorted(
        (
            (one.bidder, about_defect(one.topic), one.date)
            for one in case.events
            if one.kind == "cure" and one.date and one.bidder
        ),
        key=lambda one: one[2].isoformat(),
    )
    return {(bidder, code): date for bidder, code, date in reversed(asked)}
