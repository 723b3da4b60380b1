"""Checks of the family `incumbency`: what only the present provider can meet, know or obtain."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from fairaudit.analysis.text import find, holds, read_prose
from fairaudit.checks.base import Found, Hit, Slot, Unassessed, check
from fairaudit.checks.naming import BIDDING, incumbent_products, is_buyer, is_incumbent
from fairaudit.checks.texts import Wording
from fairaudit.checks.wording import Lexicon, Said, hit_at, read
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Experience, PermissionNeeded, PriorContract, References, Requirement
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.recipients import meant
from fairaudit.procurement.scalars import When
from fairaudit.procurement.tender import Disclosure

Places = tuple[str, ...]
Paths = set[tuple[str | int, ...]]

_STAFF = ("staff", "team", "personnel", "people", "individual", "employee", "key-personnel", "expert", "experts")


def _called(one: Requirement) -> str:
    return f"selection criterion {one.id}" if one.id else "a selection criterion"


def _said(case: Case, one: Requirement, field: str, doubt: bool = False) -> Hit[Said]:
    """Return a hit at a field of a selection criterion, in its own words."""
    at = one.field(field)
    wording = Wording(at, one, "selection", str(at.value), _called(one))
    return hit_at(case, wording, str(at.value), "possible" if doubt else None)


def _read_once(
    case: Case, wide: Lexicon, close: Lexicon, places: Places, also: Places, told: Paths, more: Places = ()
) -> Found[Said]:
    """Read every place for one lexicon, selection criteria and `more` for another; leave out what `told` has told of."""
    for one in (*read(case, wide, places, also), *read(case, close, (), ("selection", *more))):
        path = one.at.path
        key = path[:-1] if isinstance(one, Hit) and isinstance(path[-1], str) else path
        if key not in told:
            told.add(key)
            yield one


@check
def experience_with_buyer(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    in_selection: tuple[str, ...],
    unless: tuple[str, ...],
    doubtful: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag experience or references asked for that only work for this buyer gives, in fields and in texts.

    Phrases `in_selection` are looked for in selection and award criteria only.
    """
    told: Paths = set()
    for one in case.tender.selection_criteria or ():
        if not isinstance(one, References | Experience) or one.client is None:
            continue
        if one.mandatory is False and not one.disqualifies:
            continue
        if is_buyer(case, one.client) and not holds(one.client, unless):
            told.add(one.path)
            yield _said(case, one, "client", getattr(one, "of", None) in _STAFF)
    wide, selection = Lexicon(phrases, (), unless, (), doubtful), Lexicon(in_selection, (), unless, (), doubtful)
    yield from _read_once(case, wide, selection, ("selection", "award", "specification"), (), told, ("award",))


@check
def prior_contract_with_buyer(
    node: Node[object], case: Case, *, phrases: tuple[str, ...], unless: tuple[str, ...]
) -> Found[Said]:
    """Flag an earlier or running contract with the buyer or an incumbent as a condition of bidding, in fields and in texts."""
    told: Paths = set()
    for one in case.tender.selection_criteria or ():
        if isinstance(one, PriorContract) and not (one.mandatory is False and not one.disqualifies):
            told.add(one.path)
            if one.client is None and one.text is None:
                yield Unassessed(
                    one.node, "with whom a prior contract is asked for is not given", (f"{text_of(one.path)}.client",)
                )
            elif one.client is None:
                told.discard(one.path)
            elif (is_buyer(case, one.client) or is_incumbent(case, one.client)) and not holds(one.client, unless):
                yield _said(case, one, "client")
    lexicon = Lexicon(phrases, (), unless)
    yield from _read_once(case, lexicon, lexicon, ("selection",), (), told)


@check
def permission_needed(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    maybe: tuple[str, ...],
    in_selection: tuple[str, ...],
    unless: tuple[str, ...],
) -> Found[Said]:
    """Flag a letter, consent or permission that the buyer, an incumbent or another bidder must give first.

    Phrases `in_selection` are looked for in selection criteria only: a contract often needs the buyer's consent.
    """
    told: Paths = set()
    for one in case.tender.selection_criteria or ():
        if isinstance(one, PermissionNeeded) and not (one.mandatory is False and not one.disqualifies):
            if one.issued_by is not None:
                told.add(one.path)
                if is_buyer(case, one.issued_by) or is_incumbent(case, one.issued_by) or _bids(case, one.issued_by):
                    yield _said(case, one, "issued_by")
            elif one.text is None:
                told.add(one.path)
                yield Unassessed(one.node, "who gives the permission is not given", (f"{text_of(one.path)}.issued_by",))
    wide, selection = Lexicon(phrases, maybe, unless), Lexicon(in_selection, (), unless)
    yield from _read_once(case, wide, selection, ("selection", "specification"), ("award", "permissions"), told)


def _bids(case: Case, key: str) -> bool:
    """Whether a party, by id or name, is a bidder."""
    bidders = {one.bidder for one in case.bids}
    for party in case.parties:
        if key in (party.id, party.name, *(party.aliases or ())):
            return party.id in bidders or bool(BIDDING & set(party.roles or ()))
    return False


class Narrowed(NamedTuple):
    """What the earlier contracts are limited to, and in which criterion."""

    limit: str
    place: str


@check
def references_limited(
    node: Node[object],
    case: Case,
    *,
    to: Slot[object],
    phrases: tuple[str, ...],
    unless: tuple[str, ...] = (),
    open_values: tuple[str, ...] = ("any", "all", "none", "no", "public or private", "any client"),
    at_most: int = 1,
    other_than_buyer: bool = False,
) -> Found[Narrowed]:
    """Flag references that count only in a narrow field: `to` says one value (at most `at_most`), or the text says so.

    With `other_than_buyer`, a limit to the buyer itself is left to the rule about it.
    """
    one = node.value
    if not isinstance(one, Requirement) or (one.mandatory is False and not one.disqualifies):
        return
    prose = read_prose(one.text or one.name or "")
    matches = [] if find(prose, unless) else find(prose, phrases)
    limit = _limit(to.value, open_values, at_most)
    if limit and not (other_than_buyer and is_buyer(case, limit)) and not holds(limit, unless):
        yield Hit(to, Narrowed(limit, _called(one)))
    elif to.value is None and matches:
        at = one.field("text" if one.text else "name")
        yield Hit(at, Narrowed(prose.written(matches[0].start, matches[0].end), _called(one)))
    elif to.value is None and not prose.words:
        name = text_of(to.path)
        yield Unassessed(to, f"{name} is not given, nor a text that could say it", (name, f"{text_of(one.path)}.text"))


def _limit(value: object, open_values: tuple[str, ...], at_most: int) -> str | None:
    """Return the limit a field states in words, `None` where it states none."""
    if value is True:
        return "a single contract"
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) if 0 < len(value) <= at_most else None
    if isinstance(value, str) and value.strip().lower() not in open_values:
        return value.strip() or None
    return None


class Kept(NamedTuple):
    """Data that bidders were not given."""

    kind: str
    state: str


@check
def data_not_disclosed(
    node: Node[object], case: Case, *, kinds: tuple[str, ...], not_for_goods: tuple[str, ...]
) -> Found[Kept]:
    """Flag data of the running service that bidders are not given; each of `kinds` is `name|other name|…`.

    Interfaces are asked for only where an incumbent has a product or system.
    """
    tender = case.tender
    if tender.incumbents is None:
        yield Unassessed(Node(("tender", "incumbents"), None), "tender.incumbents is not given", ("tender.incumbents",))
        return
    for names in _kinds_wanted(case, kinds, not_for_goods) if tender.incumbents else ():
        kind = names[0]
        told = [one for one in tender.disclosures or () if (one.kind or "").lower() in names]
        if any(_is_given(one) for one in told):
            continue
        refused = next((one for one in told if one.available is False or one.recipients == ()), None)
        if refused is not None:
            # A reason may say that there is nothing to give, such as no staff who transfer.
            doubt = "possible" if refused.reason else None
            yield Hit(refused.node, Kept(kind, "recorded as not available"), confidence=doubt, key=kind)
        elif told:
            yield Unassessed(
                told[0].node, f"whether {kind} is available is not given", (f"{text_of(told[0].path)}.available",)
            )
        elif case.holds_all("tender.disclosures"):
            yield Hit(
                Node(("tender", "disclosures"), tender.disclosures), Kept(kind, "not among what is disclosed"), key=kind
            )
        else:
            yield Unassessed(
                Node(("tender", "disclosures"), tender.disclosures),
                "completeness of tender.disclosures",
                ("tender.disclosures",),
            )


def _kinds_wanted(case: Case, kinds: tuple[str, ...], not_for_goods: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Return the kinds of data that this purchase has, each with its other names."""
    has_products = any(incumbent_products(case, one) for one in case.tender.incumbents or ())
    for kind in kinds:
        names = tuple(kind.split("|"))
        if names[0] == "interfaces" and not has_products:
            continue
        if names[0] in not_for_goods and case.tender.main_procurement_category == "goods":
            continue
        yield names


def _is_given(one: Disclosure) -> bool:
    return one.available is not False and one.recipients != () and bool(one.available or one.document or one.published)


class Late(NamedTuple):
    """Data published late: what, when, how long after the documents, and how much of the window was left."""

    kind: str
    published: When
    documents: When
    after: timedelta
    left: str


@check
def data_disclosed_late(node: Node[object], case: Case, *, days: int, share: Decimal) -> Found[Late]:
    """Flag data published more than `days` after the documents with no longer window since, or after `share` per cent of it."""
    one, tender = node.value, case.tender
    if not isinstance(one, Disclosure) or one.available is False:
        return
    field = next((name for name in ("documents_available", "published") if getattr(tender, name) is not None), None)
    if one.published is None:
        yield Unassessed(node, "when the data was published is not given", (f"{text_of(node.path)}.published",))
        return
    if field is None:
        yield Unassessed(node, "when the documents were published is not given", ("tender.documents_available",))
        return
    start: When = getattr(tender, field)
    end = tender.tender_period.end_date if tender.tender_period else None
    after = case.clock.gap(start, one.published)
    window = case.clock.gap(start, end, end_second=True) if end else None
    if after is None or (end and window is None):
        yield Unassessed(node, "the order of these times hangs on the time zone", ("tender.time_zone",))
    elif _is_late(case, one.published, after, window, days, share):
        left = (
            f"{_days(window - after)} before bids closed"
            if window and window > after
            else "with the window closed or unknown"
        )
        related = ((Node(("tender", field), start), "the documents"),)
        yield Hit(one.field("published"), Late(one.kind or "data", one.published, start, after, left), related)
    elif after > timedelta(0) and window is None:
        yield Unassessed(node, "when bids close is not given", ("tender.tender_period.end_date",))


def _is_late(
    case: Case, published: When, after: timedelta, window: timedelta | None, days: int, share: Decimal
) -> bool:
    """Whether data came late: past its share of the window, or past some days without an extension since."""
    unit = timedelta(microseconds=1)
    if window is not None and window > timedelta(0) and Fraction(after // unit, window // unit) * 100 > share:
        return True
    return after > timedelta(days=days) and not _extended_since(case, published)


def _extended_since(case: Case, published: When) -> bool:
    """Whether the time for bids was changed, and not shortened, on the day the data came or later."""
    return any(
        one.date is not None
        and one.date.date >= published.date
        and any(change.endswith(("tender_period", "tender_period.end_date")) for change in one.changes or ())
        and not (one.from_ and one.to and one.to <= one.from_)
        for one in case.tender.amendments or ()
    )


def _days(span: timedelta) -> str:
    return "1 day" if span.days == 1 else f"{span.days} days" if span.days else "less than a day"


class Some(NamedTuple):
    """Data given to some: what, and to whom."""

    kind: str
    recipients: tuple[str, ...]


@check
def data_given_to_some(node: Node[object], case: Case) -> Found[Some]:
    """Flag data whose recipients are named parties rather than all; all bidders there are is all of them."""
    one = node.value
    if not isinstance(one, Disclosure) or one.available is False or one.recipients == ():
        return
    if one.recipients is None:
        yield Unassessed(node, "who received the data is not given", (f"{text_of(node.path)}.recipients",))
    elif "all" not in one.recipients and not (
        _all_bidders(case) and _all_bidders(case) <= _meant(case, one.recipients)
    ):
        names = tuple(case.party_name(meant(case, key)) for key in one.recipients)
        yield Hit(one.field("recipients"), Some(one.kind or "data", names))


def _all_bidders(case: Case) -> set[str]:
    """Return every bidder, where the case says that its bids are all there are."""
    return _meant(case, (one.bidder for one in case.bids if one.bidder)) if case.holds_all("bids") else set()


def _meant(case: Case, texts: Iterable[str]) -> set[str]:
    return {meant(case, one) for one in texts}
