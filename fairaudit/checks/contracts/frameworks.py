"""Checks of frameworks and reserved contracts: how long they run, how orders are placed, which services they are for."""

from datetime import date

from fairaudit.analysis.calendars import months_after
from fairaudit.checks.base import Found, Hit, Nothing, Ref, Unassessed, check
from fairaudit.checks.bidders.defects.words import fold
from fairaudit.checks.reasons import incomplete, lacking
from fairaudit.checks.scoring.criteria.tree import called, scored_leaves
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import matching
from fairaudit.law.moments import begun, day_of
from fairaudit.law.services import listed
from fairaudit.law.tables import Table
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Period
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.procedure import Framework
from fairaudit.procurement.model.told import tells


class Term(Frozen):
    """From when to when something runs, the most that a row allows in years, and where that stands."""

    start: date
    end: date
    most: int
    row: str
    provision: str


@check
def longer_than_the_table(node: Node[object], case: Case, *, of: Ref[Period], table: Table) -> Found[Term]:
    """Flag a period, with its options, longer than the years that the row of a table allows which applies."""
    span = of.value
    start = day_of(case, span.start_date) if span.start_date else None
    end = span.max_extent_date or span.end_date
    last = day_of(case, end) if end else None
    if start is None or last is None:
        name = "start_date" if start is None else "end_date"
        yield Unassessed(of, f"{text_of((*of.path, name))} is not given", (text_of((*of.path, name)),))
        return
    rows = matching(case, table, begun(case) or start)
    if not rows.certain:
        reason = f"regime: which row of {table.title} applies is not settled"
        yield Unassessed(of, reason, rows.missing)
        return
    row = rows.certain[0][0]
    limit = months_after(start, 12 * (row.most or 0))
    if last >= limit:
        # A period from one first of September to another is often written for whole years.
        doubt = "possible" if last == limit else None
        facts = Term(start, last, row.most or 0, row.words, row.cite)
        yield Hit(of, facts, confidence=doubt)


@check
def called_off_uncontested(node: Node[Framework], case: Case) -> Found[Nothing]:
    """Flag a contract called off directly under a framework with several suppliers that lacks core terms or a mechanism."""
    one, method = node.value, case.tender.procurement_method
    if method is None:
        yield lacking(Node(("tender", "procurement_method"), None))
    elif method not in ("direct", "limited") or one.suppliers == 1 or (one.core_terms and tells(one.mechanism)):
        return
    elif one.suppliers is None:
        yield lacking(one.field("suppliers"))
    elif one.core_terms is False or case.holds_all("tender.framework"):
        yield Hit(node, Nothing())
    else:
        names = [name for name in ("core_terms", "mechanism") if getattr(one, name) is None]
        missing = tuple(text_of((*one.path, name)) for name in names)
        yield Unassessed(node, f"{missing[0]} is not given, and `complete` does not name tender.framework", missing)


class Strange(Frozen):
    """A criterion that is none of the framework's."""

    criterion: str


@check
def call_off_other_criteria(node: Node[Framework], case: Case) -> Found[Strange]:
    """Ask about award criteria of a call-off that bear the name or id of none of the framework's."""
    one = node.value
    if one.award_criteria is None or case.tender.award_criteria is None:
        place = one.field("award_criteria") if one.award_criteria is None else Node(("tender", "award_criteria"), None)
        yield lacking(place)
        return
    known = {fold(name) for name in one.award_criteria}
    for question in scored_leaves(case):
        lineage = {fold(text) for part in question.lineage for text in (part.id, part.name) if text}
        if not lineage & known:
            yield Hit(
                question.criterion.node,
                Strange(called(question.criterion)),
                ((one.field("award_criteria"), "the framework's criteria"),),
            )


class Invited(Frozen):
    """How many were invited, of how many."""

    invited: int
    suppliers: int


@check
def fewer_invited_than_party(node: Node[Framework], case: Case) -> Found[Invited]:
    """Ask about a competition under a framework in which fewer suppliers appear than are party to it."""
    suppliers = node.value.suppliers
    if suppliers is None:
        yield lacking(node.value.field("suppliers"))
        return
    if not case.gives("bids"):
        yield lacking(Node(("bids",), None))
        return
    invited = len({one.bidder for one in case.bids if one.bidder})
    if invited < suppliers and case.holds_all("bids"):
        yield Hit(node, Invited(invited, suppliers))
    elif invited < suppliers:
        yield incomplete(node, "bids")


class NotReopened(Frozen):
    """Since when a scheme had no new framework, and until when it needed one."""

    since: date
    until: date


@check
def scheme_not_reopened(node: Node[Framework], case: Case, *, first: int, later: int) -> Found[NotReopened]:
    """Flag an open framework without a new award in the `first` years, and then in `later` years from the second award on."""
    one = node.value
    if one.awarded is None:
        yield lacking(one.field("awarded"))
        return
    days = sorted(day for when in one.awarded if (day := day_of(case, when)) is not None)
    end = one.period and (one.period.max_extent_date or one.period.end_date)
    closes = day_of(case, end) if end else None
    for index, day in enumerate(days[:2]):
        limit = months_after(day, 12 * (later if index else first))
        over = closes is not None and closes <= limit
        if over or any(day < other < limit for other in days):
            continue
        if index + 1 < len(days) or case.holds_all("tender.framework") or (case.today and case.today >= limit):
            yield Hit(one.field("awarded"), NotReopened(day, date.fromordinal(limit.toordinal() - 1)), key=str(day))
        else:
            yield incomplete(node, "tender.framework")


class NotListed(Frozen):
    """The codes of services that a list does not mark."""

    codes: tuple[str, ...]


@check
def services_not_marked(
    node: Node[object], case: Case, *, pack: str, name: str, column: str, mark: str
) -> Found[NotListed]:
    """Flag services whose code is not marked in a column of a list of codes of a pack."""
    found = listed(case, pack, name)
    if not found:
        yield Unassessed(node, "what is bought is not given by its code", ("tender.classification",))
        return
    strange = tuple(one.code for one, code in found if code is None or code.notes.get(column) != mark)
    if strange:
        yield Hit(node, NotListed(strange))
