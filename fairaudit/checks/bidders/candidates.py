"""Checks of how many are let in: candidates chosen to tender, and members of a framework asked for an order."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import matching
from fairaudit.law.moments import begun
from fairaudit.law.tables import Row, Table
from fairaudit.procurement.bidders.invited import invitation
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Tender
from fairaudit.procurement.model.told import tells


class Few(Frozen):
    """How many candidates are meant to be or were invited, and how many are the least."""

    number: int
    least: int
    row: str
    provision: str


def _least(case: Case, table: Table, at: Node[object]) -> Row | Unassessed | None:
    """Return the row of a table that holds, `None` where the table has none for this procedure."""
    day = begun(case)
    if day is None:
        return Unassessed(at, "when the procurement began is not given", ("tender.published",))
    rows = matching(case, table, day)
    if rows.certain:
        return rows.certain[0][0]
    return Unassessed(at, "regime: which procedure is used is not settled", rows.missing) if rows.possible else None


@check
def fewer_planned_than_the_table(node: Node[Tender], case: Case, *, table: Table) -> Found[Few]:
    """Flag a stated number of candidates to be invited, at least or at most, that is below the least of a statutory table."""
    row = _least(case, table, node)
    if row is None or isinstance(row, Unassessed):
        if row:
            yield row
        return
    stage = node.value.second_stage
    names = ("minimum_candidates", "maximum_candidates")
    stated = [(name, number) for name in names if stage and (number := getattr(stage, name)) is not None]
    if stage is None or not stated:
        name = "tender.second_stage.minimum_candidates"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    few = next((one for one in stated if one[1] < (row.least or 0)), None)
    if few is not None:
        yield Hit(stage.field(few[0]), Few(few[1], row.least or 0, row.words, row.cite))


class Limited(Frozen):
    """How many candidates at most are to be invited."""

    at_most: int


@check
def limited_without_rules(node: Node[Tender], case: Case) -> Found[Limited]:
    """Flag a limit on how many candidates are invited without rules, or scored conditions, by which they are chosen."""
    stage, asked = node.value.second_stage, node.value.selection_criteria
    most = stage.maximum_candidates if stage else None
    if stage is None or most is None:
        if not case.holds_all("tender.second_stage"):
            yield Unassessed(node, "whether the number of candidates is limited is not given",
                             ("tender.second_stage.maximum_candidates",))  # fmt: skip
        return
    if stage.rules or any(one.treatment == "scored" or one.weight is not None for one in asked or ()):
        return
    sure = case.holds_all("tender.second_stage") and (asked is not None or case.holds_all("tender.selection_criteria"))
    name = "tender.second_stage.rules"
    if sure:
        yield Hit(stage.field("maximum_candidates"), Limited(most))
    else:
        yield Unassessed(stage.field("rules"), f"{name} is not given, and `complete` does not name tender", (name,))


@check
def fewer_invited_than_the_table(node: Node[Tender], case: Case, *, table: Table) -> Found[Few]:
    """Flag fewer candidates invited than the least of a statutory table, or than the buyer's own, where more qualified."""
    row = _least(case, table, node)
    if row is None or isinstance(row, Unassessed):
        if row:
            yield row
        return
    invited = invitation(case)
    stage = node.value.second_stage
    if invited is None:
        yield Unassessed(node, "who was invited to tender is not given", ("tender.second_stage.invited",))
        return
    own = stage.minimum_candidates if stage else None
    least, number = max(row.least or 0, own or 0), len(invited.names)
    if number >= least:
        return
    qualified = stage.qualified_candidates if stage else None
    if qualified is None:
        name = "tender.second_stage.qualified_candidates"
        yield Unassessed(invited.at, f"{number} were invited, and {name} is not given", (name,))
    elif qualified > number:
        yield Hit(invited.at, Few(number, least, row.words, row.cite))


class FromFew(Frozen):
    """How many members of a framework were asked for an order, and how many it has."""

    asked: int
    members: int
    framework: str


@check
def asked_of_few_members(node: Node[Tender], case: Case) -> Found[FromFew]:
    """Ask about an order for which fewer members of a framework were consulted than it has, where it reopens competition.

    Where the framework sets out all terms and the mechanism that says who gets an order, none need be consulted.
    """
    framework, regime = node.value.framework, node.value.regime
    if framework is None or framework.suppliers is None:
        name = "tender.framework.suppliers"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    if framework.suppliers < 2 or (framework.core_terms and tells(framework.mechanism)):
        return
    invited = invitation(case)
    bidders = {one.bidder for one in case.bids if one.bidder}
    asked = len(invited.names) if invited else len(bidders)
    if not invited and not case.holds_all("bids"):
        yield Unassessed(node, "who was asked for an offer is not given", ("tender.second_stage.invited",))
    elif asked < framework.suppliers:
        name = (regime.call_off_of if regime else None) or "the framework"
        at: Node[object] = invited.at if invited else Node(("bids",), None)
        # Only those capable of the order must be asked, and nothing says how many they are.
        yield Hit(at, FromFew(asked, framework.suppliers, name), ((node, text_of(node.path)),), "possible")
