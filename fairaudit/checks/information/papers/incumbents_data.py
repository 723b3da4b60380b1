"""Checks of the family `incumbency`: data of the running service that bidders are not given, late, or not all of them."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.text import find_by, index_of, read_marked, read_prose, sentences_saying
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.answers.unplaced import may_be_mentioned
from fairaudit.checks.information.leaving import Sent, still_in
from fairaudit.checks.information.papers.copies import is_later
from fairaudit.checks.information.papers.spread import Spread, spread_at, unsaid_in_time
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.texts.naming import incumbent_products, marks_of, texts_of
from fairaudit.checks.timing.in_words import counted, in_days, in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Disclosure
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.received.receipts import joined
from fairaudit.procurement.received.recipients import meant, told_of
from fairaudit.procurement.times.deadlines import Unclear


class Kept(Frozen):
    """Kinds of data that bidders were not given."""

    kind: tuple[str, ...]
    state: str
    difference: str
    """How many kinds of data whoever runs the service has, and the others have not."""


@check
def data_not_disclosed(
    node: Node[object],
    case: Case,
    *,
    kinds: tuple[str, ...],
    not_for_goods: tuple[str, ...],
    named_by: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    once: int = 0,
    nothing: tuple[str, ...] = (),
    nothing_unless: tuple[str, ...] = (),
) -> Found[Kept]:
    """Flag data of the running service that bidders are not given; each of `kinds` is `name|other name|…`.

    Interfaces are asked for only where an incumbent has a product or system, and nothing is of goods that come within `once`
    days. `named_by` says, a kind before a phrase, what in the texts presupposes which data: data that none presupposes only
    ask a person to look. A sentence that says one of `unless` presupposes nothing. A reason that says one of `nothing`, and
    none of `nothing_unless`, is that there is nothing to give; it is believed of what no text presupposes.
    """
    tender, lacking = case.tender, list[str]()
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
            none = _is_nothing(refused.reason, nothing, nothing_unless) and kind in _unnamed(case, named_by, unless)
            yield from () if none else (_kept(refused, kind),)
        elif told:
            yield Unassessed(
                told[0].node, f"whether {kind} is available is not given", (f"{text_of(told[0].path)}.available",)
            )
        else:
            lacking.append(kind)
    if lacking:
        yield from _not_among(case, lacking, _unnamed(case, named_by, unless), once)


def _kept(one: Disclosure, kind: str) -> Hit[Kept]:
    # A reason may say that there is nothing to give, such as no staff who transfer.
    doubt = None if tells(one.reason) is False else "possible"
    return Hit(one.node, Kept((kind,), "recorded as not available", _sets(1)), confidence=doubt, key=kind)


def _is_nothing(reason: str | None, nothing: tuple[str, ...], nothing_unless: tuple[str, ...]) -> bool:
    """Whether a reason says that there is nothing to give, and not that something is kept."""
    if not reason or not nothing:
        return False
    prose = read_prose(reason)
    return bool(sentences_saying(prose, nothing)) and not sentences_saying(prose, nothing_unless)


def _not_among(case: Case, lacking: list[str], unsure: set[str], once: int) -> Found[Kept]:
    """Return, once for what is sure and once for what is not, the kinds that nothing is recorded of."""
    tender = case.tender
    at: Node[object] = Node(("tender", "disclosures"), tender.disclosures)
    goods = tender.main_procurement_category == "goods"
    days = _length(case) if goods else None
    if days is not None and days <= once:
        return
    if not case.holds_all("tender.disclosures"):
        yield Unassessed(at, "completeness of tender.disclosures", ("completeness of tender.disclosures",))
        return
    if goods and days is None:
        # Goods that are bought once have no running supply to tell of.
        reason = "whether these goods are bought once or over time is not given"
        yield Unassessed(at, reason, ("tender.contract_period.start_date", "tender.contract_period.end_date"))
        return
    for kinds, confidence in (
        (tuple(one for one in lacking if one not in unsure), None),
        (tuple(one for one in lacking if one in unsure), "possible"),
    ):
        if kinds:
            facts = Kept(kinds, "not among what is disclosed", _sets(len(kinds)))
            yield Hit(at, facts, confidence=confidence, key=" ".join(kinds))


def _length(case: Case) -> int | None:
    """Return the days from the first to the last of the contract, `None` where they are not given."""
    period = case.tender.contract_period
    if period is None or period.start_date is None or period.end_date is None:
        return None
    gap = case.clock.gap(period.start_date, period.end_date, end_second=True)
    return gap.days if gap is not None else None


def _unnamed(case: Case, named_by: tuple[str, ...], unless: tuple[str, ...]) -> set[str]:
    """Return the kinds of data that no text of the tender presupposes; works always change what stands there."""
    kinds = {phrase: kind for kind, _, phrase in (one.partition(" ") for one in named_by)}
    marks = marks_of(case)
    presupposed = {"assets"} if case.tender.main_procurement_category == "works" else set()
    index = index_of(tuple(kinds))
    for text in dict.fromkeys(texts_of(case.tender)):
        prose = read_marked(text, marks)
        found = find_by(prose, index)
        barred = sentences_saying(prose, unless) if found else frozenset()
        presupposed |= {kinds[one.phrase] for one in found if prose.sentence_of(one.start)[0] not in barred}
    return set(kinds.values()) - presupposed


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


class Late(Frozen):
    """Data published late: what, when, how long after the documents, and how much of the window was left."""

    kind: str
    published: When
    documents: When
    difference: timedelta
    left: str


@check
def data_disclosed_late(
    node: Node[object], case: Case, *, days: int, share: Decimal, sure_from: Decimal = Decimal(0)
) -> Found[Late]:
    """Flag data published more than `days` after the documents with no longer window since, or after `share` per cent of it.

    Before `sure_from` per cent of the window it is a question: most of the time was left. Whoever had registered no more than
    `days` before could not have it sooner.
    """
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
    elif _had_on_joining(case, one, days):
        return
    elif _is_late(case, one.published, after, window, days, share):
        left = (
            f"{_before(window - after, one.published, end)} before bids closed"
            if end and window and window > after
            else "with the window closed or unknown"
        )
        related = ((Node(("tender", field), start), "the documents"),)
        doubt = None if window is None or _is_past(after, window, sure_from) else "possible"
        facts = Late(one.kind or "data", one.published, start, after, left)
        yield Hit(one.field("published"), facts, related, doubt)
    elif after > timedelta(0) and window is None:
        yield Unassessed(node, "when bids close is not given", ("tender.tender_period.end_date",))


def _is_late(
    case: Case, published: When, after: timedelta, window: timedelta | None, days: int, share: Decimal
) -> bool:
    """Whether data came late: past its share of the window, or past some days without an extension since."""
    if window is not None and window > timedelta(0) and _is_past(after, window, share):
        return True
    return after > timedelta(days=days) and not _extended_since(case, published)


def _is_past(after: timedelta, window: timedelta, share: Decimal) -> bool:
    """Whether more than a share of a window, in per cent, had gone by; of none all had."""
    unit = timedelta(microseconds=1)
    return window <= timedelta(0) or Fraction(after // unit, window // unit) * 100 > share


def _had_on_joining(case: Case, one: Disclosure, days: int) -> bool:
    """Whether data went only to bidders who had registered so shortly before that they had it as soon as they could."""
    since = joined(case)
    whom = told_of(case, one.recipients or ()).keys
    return bool(whom) and all(
        key in since and is_later(case, since[key], one.published, days * 24) is False for key in whom
    )


def _extended_since(case: Case, published: When) -> bool:
    """Whether the time for bids was changed, and not shortened, on the day the data came or later."""
    return any(
        one.date is not None
        and one.date.date >= published.date
        and any(change.endswith(("tender_period", "tender_period.end_date")) for change in one.changes or ())
        and not (one.from_ and one.to and one.to <= one.from_)
        for one in case.tender.amendments or ()
    )


def _before(span: timedelta, published: When, end: When) -> str:
    """Return a span in words, in whole days where one of its ends gives no hour."""
    return in_days(span.days) if None in (published.time, end.time) else in_hours(span)


def _sets(number: int) -> str:
    return counted(number, "set of data", "sets of data")


class Some(Frozen):
    """Data given to some: what, and to whom."""

    kind: str
    recipients: tuple[str, ...]
    difference: str
    """How many sets of data those have who have it, and the others have not."""


@check
def data_given_to_some(node: Node[object], case: Case, *, at_most_hours: int) -> Found[Some]:
    """Flag data whose recipients are named parties rather than all; all bidders there are is all of them.

    Events by which the data went to others count, no more than `at_most_hours` later; of others it is said how much later.
    Whoever runs the service alone has its own data already. A recorded reason leads to review.
    """
    one = node.value
    if not isinstance(one, Disclosure) or one.available is False or one.recipients == ():
        return
    if one.recipients is None:
        yield Unassessed(node, "who received the data is not given", (f"{text_of(node.path)}.recipients",))
        return
    # A row for each recipient says of the data as much as one list of them.
    rows = [it for it in case.tender.disclosures or () if (it.kind, it.document) == (one.kind, one.document)]
    if any(it.recipients is None for it in rows) or rows[0] is not one:
        return
    recipients = tuple(dict.fromkeys(key for it in rows for key in it.recipients or ()))
    if not (without := _others_in(case, one, recipients)):
        return
    thing = spread_at(case, one.path)
    had = thing.copies.in_time(case, thing.copies.earliest, at_most_hours) if thing else set(recipients)
    if isinstance(had, Unclear):
        yield unsure(node, had)
    elif thing and (unsaid := unsaid_in_time(case, thing, at_most_hours)):
        yield lacking(Node((*unsaid.path, "recipients"), None))
    elif isinstance(without := _others_in(case, one, recipients := tuple(dict.fromkeys((*recipients, *had)))), Unclear):
        yield unsure(node, without)
    elif without:
        names = tuple(dict.fromkeys(case.party_name(meant(case, key)) for key in recipients))
        others = tuple(key for key in without if key != EVERYBODY)
        asked = (
            may_be_mentioned(case, one, others, thing.copies.earliest if thing else None, at_most_hours)
            or any(tells(it.reason) for it in rows)
            or (bool(others) and set(others) <= _running(case))
        )
        facts = Some(one.kind or "data", names, _sets(1) + _longer(case, thing, others))
        yield Hit(one.field("recipients"), facts, confidence="possible" if asked else None)


def _others_in(case: Case, one: Disclosure, recipients: tuple[str, ...]) -> tuple[str, ...] | Unclear:
    """Return whom data did not go to, of those who had not left when it went out and need it; `all` where not all are known."""
    told, running = told_of(case, recipients).keys, _running(case)
    if EVERYBODY in told:
        return ()
    bidding = dict.fromkeys(meant(case, bid.bidder) for bid in case.bids if bid.bidder)
    whole = case.holds_all("bids") and bool(bidding)
    everybody = tuple(bidding) if whole else (*field_of(case), *withdrawn_from(case))
    has_it = told | (running if len(running) == 1 and whole else frozenset())
    left_out = tuple(key for key in everybody if key not in has_it)
    still = still_in(case, left_out, (), Sent(one.published, one.node))
    if isinstance(still, Unclear) and one.published is None:
        name = f"{text_of(one.path)}.published"
        still = Unclear(f"{name} is not given", (name,))
    return still if whole or isinstance(still, Unclear) else still or (EVERYBODY,)


def _running(case: Case) -> frozenset[str]:
    """Return the bidders who run the service today; who are several may each have part of its data."""
    names = (one.party or one.name for one in case.tender.incumbents or ())
    return told_of(case, tuple(one for one in names if one)).keys


def _longer(case: Case, thing: Spread | None, others: tuple[str, ...]) -> str:
    """Return for how long the others had no data that they had in the end; nothing where one of them never had it."""
    late = [thing.received.behind.get(one) for one in others] if thing else []
    known = [one for one in late if one is not None]
    return f" for {in_hours(max(known))}" if known and len(known) == len(late) else ""
