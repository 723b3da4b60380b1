"""The check of abnormally low prices that the declared test marks: whether that led to a question."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from fairaudit.analysis.ownlowprices import FORM, own_test
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.prices.asked_about import questions_recorded, was_asked_in_time
from fairaudit.checks.prices.compared import Priced, PricedContest, priced_contests
from fairaudit.checks.prices.late_questions import late_question
from fairaudit.checks.prices.price_lines import doubt_of_the_estimate, in_figures, line_in
from fairaudit.checks.prices.tested import Tested, low_price_record, tested
from fairaudit.checks.scoring.compared.tax_basis import open_tax
from fairaudit.checks.scoring.evaluation_records import bid_named
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.wanted import in_list

if TYPE_CHECKING:
    from fairaudit.analysis.lowprices import Line

_THREE = 3
"""How many bids Spain's article 85(3) is for, whose last clause is disputed."""


class Unasked(Frozen):
    """A bid that the declared test marks, its price, the test and its line, and by what its mark is in doubt."""

    bid: str
    price: Decimal
    test: str
    limit: Decimal
    doubt: Verb = Verb("")
    asked_late: Verb = Verb("")


@check
def low_price_is_queried(node: Node[Evaluation], case: Case) -> Found[Unasked]:
    """Flag a price that the test declared by the tender marks, of which no question to the bidder is recorded."""
    from fairaudit.analysis.lowprices import plain_name

    name = case.tender.low_price_test
    if name is None:
        yield Unassessed(node, "tender.low_price_test is not given", ("tender.low_price_test",))
        return
    plain = plain_name(name)
    for one in priced_contests(case):
        if one.lacking:
            yield one.lacking
        elif one.tax.open and (tax := open_tax(case, node)):
            # By one of the amounts a price may be marked that is not by the other.
            yield tax
        elif one.bids:
            yield from _unasked(node, case, one, (name, plain))


def _unasked(node: Node[Evaluation], case: Case, contest: PricedContest, declared: tuple[str, str]) -> Found[Unasked]:
    from fairaudit.analysis.lowprices import ARTICLE, LAST_CLAUSE, LowPriceError

    said, name = declared
    if unknown := _unknown(node, declared):
        yield unknown
        return
    if own_test(name):
        said = f"the tender's test ({said})"
    stood = tested(case, contest)
    if stood.lacking:
        yield stood.lacking
        return
    try:
        line = line_in(case, contest, name, stood.above_zero)
    except LowPriceError as error:
        yield Unassessed(node, f"{error} ({contest.where})", _needed(str(error)))
        return
    by_budget = doubt_of_the_estimate(case, contest, _form(name, len(stood.bids)))
    # A bid that was put out for its price is owed the question above all.
    for one in stood.bids:
        drawn, doubts = _drawn(case, contest, name, (stood, line, one))
        if drawn.marks(one.price):
            yield from _asked(case, one, said, drawn, doubts=(*doubts, *([by_budget] if by_budget else [])))
    rest = [one for one in contest.bids if not line.marks(one.price) and not was_asked_in_time(case, one)]
    if name not in (ARTICLE, "spain-three") or len(stood.bids) != _THREE or not rest:
        return
    try:
        more = line_in(case, contest, LAST_CLAUSE, stood.above_zero)
    except LowPriceError as error:
        reason = f"the last clause of article 85(3) measures by the base budget, and {error} ({contest.where})"
        yield Unassessed(node, reason, ("tender.value",))
        return
    by_budget = doubt_of_the_estimate(case, contest, LAST_CLAUSE)
    for one in rest:
        if more.marks(one.price):
            yield from _asked(case, one, said, more, disputed=True, doubts=(by_budget,) if by_budget else ())


def _form(name: str, bids: int) -> str:
    """Return which paragraph of Spain's article is for one bid; any other test is itself."""
    from fairaudit.analysis.lowprices import ARTICLE

    return "spain-one" if name == ARTICLE and bids == 1 else name


def _drawn(case: Case, contest: PricedContest, name: str, of: tuple[Tested, Line, Priced]) -> tuple[Line, list[str]]:
    """Return the line by which a price is marked, and the doubts about which bids count on which it hangs."""
    from fairaudit.analysis.lowprices import ARTICLE, TESTS, LowPriceError

    stood, line, one = of
    of_spain = name == ARTICLE or any(each.name == name and each.family == ARTICLE for each in TESTS)
    sure, drawn, doubts = line.marks(one.price), line, []
    for reading in stood.readings if not was_asked_in_time(case, one) else ():
        if reading.of_spain and not of_spain:
            continue
        try:
            other = line_in(case, contest, name, reading.prices)
        except LowPriceError:
            # By this reading nobody knows the line.
            other = None
        marked = other is not None and other.marks(one.price) and one.bid.id not in reading.beside
        if marked != sure:
            doubts.append(reading.doubt)
            drawn = other if marked and other is not None and not drawn.marks(one.price) else drawn
    return drawn, doubts


def _unknown(node: Node[Evaluation], declared: tuple[str, str]) -> Unassessed | None:
    """Return that a declared test is not known, which are, and what to write."""
    from fairaudit.analysis.lowprices import ARTICLE, TESTS

    said, name = declared
    known = (ARTICLE, *(one.name for one in TESTS))
    if name in known or own_test(name):
        return None
    of_spain = re.search(r"\b85\b", said) is not None
    hint = f"{ARTICLE}, if Spain's article 85 RGLCAP is meant" if of_spain else f"one of those names, or `{FORM}`"
    reason = f"tender.low_price_test says `{said}`, which is no test known by name; known are {', '.join(known)}"
    return Unassessed(node, reason, (f"tender.low_price_test ({hint})",))


def _needed(reason: str) -> tuple[str, ...]:
    return ("tender.value",) if "estimate" in reason else ("bids",)


def _asked(
    case: Case, priced: Priced, name: str, line: Line, *, disputed: bool = False, doubts: tuple[str, ...] = ()
) -> Found[Unasked]:
    if was_asked_in_time(case, priced):
        return
    entry = low_price_record(case, priced.bid)
    called = bid_named(case, priced.bid)
    late = late_question(case, questions_recorded(case, priced))
    if late is None and not case.holds_all("evaluation.abnormally_low"):
        missing = (
            f"{text_of(entry.path)}.notified"
            if entry
            else in_list(case, "evaluation.abnormally_low", f"bid {priced.bid.id}")
        )
        yield Unassessed(priced.at, f"no question to {called} about its price is recorded", (missing,), seen=True)
        return
    # A clause of which it is disputed whether it counts marks nothing for sure.
    by = f"{name}, though only by its last clause, which is disputed," if disputed else name
    doubt = Verb(f"; its mark is in doubt: {'; '.join(doubts)}" if doubts else "")
    facts = Unasked(
        called, in_figures(priced.price), by, in_figures(line.price), doubt, late.exception if late else Verb("")
    )
    unsure = disputed or doubts or (late and not late.sure)
    related = late.related if late else ()
    yield Hit(priced.at, facts, related, "possible" if unsure else None, key=priced.bid.id or "")
