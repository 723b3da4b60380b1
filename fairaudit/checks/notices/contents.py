"""Checks of what notices and reports hold, and of what a record says happened or did not."""

import re

from fairaudit.checks.base import Found, Hit, Nothing, Slot, Unassessed, Verb, check
from fairaudit.checks.generic import unless_complete
from fairaudit.checks.prices.late_questions import late_question
from fairaudit.checks.reasons import ZONE, incomplete, lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.law.notices import notices
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.bidders.rivals import REFUSED, admitted, name_of, refused
from fairaudit.procurement.case import Case
from fairaudit.procurement.low_price_records import low_price_records, unasked_in
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid, Exclusion


class Lacks(Frozen):
    """What a list of contents does not name."""

    lacking: tuple[str, ...]


@check
def contents_missing(
    node: Node[object], case: Case, *, of: Slot[tuple[str, ...]], items: tuple[str, ...]
) -> Found[Lacks]:
    """Flag a list of contents in which some of `items` are not named.

    An item is its name, then `:` and words of which any one stands for it, with `|` between them.
    """
    if of.value is None:
        yield Unassessed(of, f"{text_of(of.path)} is not given", (text_of(of.path),))
    elif lacking := not_named(of.value, items):
        yield Hit(of, Lacks(lacking))


def not_named(contents: tuple[str, ...], items: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the items that none of some contents speaks of."""
    told = " / ".join(contents).lower()
    pairs = [(name, words or name) for name, _, words in (one.partition(":") for one in items)]
    return tuple(
        name.strip() for name, words in pairs if not any(word.strip().lower() in told for word in words.split("|"))
    )


@check
def notice_contents_missing(node: Node[object], case: Case, *, kind: str, items: tuple[str, ...]) -> Found[Lacks]:
    """Flag notices of a kind, however it is called, in whose contents some of `items` are not named; see `contents-missing`."""
    found = list(notices(case, kind))
    if not found and not case.holds_all("tender.notices"):
        yield Unassessed(node, f"no notice of the kind {kind} is recorded", ("tender.notices",))
    for one in found:
        at = one.field("contains")
        if one.contains is None:
            yield Unassessed(at, f"{text_of(at.path)} is not given", (text_of(at.path),))
        elif lacking := not_named(one.contains, items):
            yield Hit(at, Lacks(lacking), key=one.id or "")


@check
def planned_notice_lacks(node: Node[object], case: Case, *, items: tuple[str, ...]) -> Found[Lacks]:
    """Flag notices of a planned procurement in whose contents some of `items` are not named; see `contents-missing`."""
    early = case.tender.planned_notice
    for one in (*notices(case, "planned-procurement"), *((early,) if early else ())):
        if one.contains is None:
            yield lacking(one.field("contains"))
        elif absent := not_named(one.contains, items):
            yield Hit(one.field("contains"), Lacks(absent))


@check
def kept_lacks(node: Node[object], case: Case, *, items: tuple[str, ...]) -> Found[Lacks]:
    """Flag stages of which nothing is among the records kept, only where `complete` names those; see `contents-missing`."""
    at = Node(("records",), case.procurement.records)
    absent = not_named(case.procurement.records or (), items)
    if absent and case.holds_all("records"):
        yield Hit(at, Lacks(absent))
    elif absent:
        yield incomplete(at, "records")


@check
def stated_true(node: Node[object], case: Case, *, of: tuple[Slot[bool], ...]) -> Found[Nothing]:
    """Flag the first of some statements that is recorded as true."""
    found = next((one for one in of if one.value), None)
    if found is not None:
        yield Hit(found, Nothing())
    elif any(one.value is None for one in of):
        names = tuple(text_of(one.path) for one in of if one.value is None)
        yield Unassessed(node, f"{names[0]} is not given", names)


@check
def not_stated_true(node: Node[object], case: Case, *, of: Slot[bool]) -> Found[Nothing]:
    """Flag a statement that is recorded as false, or not at all where `complete` names its section."""
    if of.value is False:
        yield Hit(of, Nothing())
    elif of.value is None:
        yield unless_complete(case, of) or Hit(of, Nothing())


class Unheard(Frozen):
    """Who was shut out, and on which ground."""

    who: str
    ground: str


@check
def excluded_before_being_heard(node: Node[Exclusion], case: Case, *, grounds: tuple[str, ...]) -> Found[Unheard]:
    """Flag an exclusion on one of some grounds before which the supplier was not heard."""
    exclusion = node.value
    if exclusion.ground is None:
        name = f"{text_of(node.path)}.ground"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    if not any(one in exclusion.ground.lower() for one in grounds):
        return
    facts = Unheard(case.party_name(exclusion.party) if exclusion.party else "a supplier", exclusion.ground)
    if exclusion.heard is None:
        at = exclusion.field("heard")
        yield unless_complete(case, at) or Hit(node, facts)
    elif exclusion.decided is None:
        yield lacking(exclusion.field("decided"))
    elif (early := case.clock.before(exclusion.decided, exclusion.heard, end_first=True)) is None:
        yield unsure(exclusion.field("heard"), ZONE)
    elif early:
        yield Hit(exclusion.field("heard"), facts)


class Unasked(Frozen):
    """Whose tender was turned away for its price, and when it was asked about only after the award."""

    bidder: str
    asked_late: Verb = Verb("before")


_LOW = re.compile(r"abnormal|unusually low|too low|anormal", re.IGNORECASE)


@check
def low_price_unasked(node: Node[Bid], case: Case) -> Found[Unasked]:
    """Flag a tender turned away for an abnormally low price whose bidder was not asked to explain it first.

    A question that came only after the award of the lot was decided came too late for it.
    """
    bid = node.value
    unsaid = (
        "status" if bid.status is None and admitted(case, bid) is None else "reason" if bid.reason is None else None
    )
    if unsaid == "status" or (unsaid and refused(case, bid)):
        yield lacking(bid.field(unsaid))
    if bid.status not in REFUSED or not (bid.reason and _LOW.search(bid.reason)):
        return
    entry, without_lot = unasked_in(case, bid)
    records = low_price_records(case, bid.id, bid.lot)
    if late := late_question(case, records):
        doubt = None if late.sure else "possible"
        yield Hit(node, Unasked(name_of(case, bid), late.words), late.related, doubt)
        return
    if entry is None and records:
        return
    if without_lot is not None:
        yield lacking(without_lot.field("lot"))
        return
    at = entry.field("notified") if entry else Node(("evaluation", "abnormally_low"), None)
    unsure = unless_complete(case, at)
    yield Unassessed(node, unsure.reason, unsure.missing) if unsure else Hit(node, Unasked(name_of(case, bid)))


class Interested(Frozen):
    """Who declared an interest in which bidder."""

    people: tuple[str, ...]


@check
def conflicts_missing_from(
    node: Node[object], case: Case, *, of: Slot[tuple[str, ...]], words: tuple[str, ...]
) -> Found[Interested]:
    """Flag a list of contents that names no conflicts although somebody declared an interest in a bidder or stepped aside."""
    known = set(bidders(case).ids)
    found = [
        one
        for one in case.declarations
        if one.recused_from or any(tie.party in known for tie in one.interests or () if tie.party)
    ]
    if not found:
        if not case.gives("declarations"):
            yield Unassessed(node, "declarations is not given", ("declarations",))
        return
    if of.value is None:
        yield Unassessed(of, f"{text_of(of.path)} is not given", (text_of(of.path),))
    elif not any(word in one.lower() for one in of.value for word in words):
        people = tuple(dict.fromkeys(case.person_name(one.person) for one in found if one.person))
        yield Hit(of, Interested(people), tuple((one.node, "declared here") for one in found))
