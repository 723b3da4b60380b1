"""The check of how many suppliers of a market could meet every condition of taking part at once.

A supplier fails a condition only where its own figures say so, or its list of what it lacks; everything else is open, and
whoever may meet every condition is counted as if it did. So a finding never rests on what is not known.
"""

from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.bidders.conditions import condition_called, shuts_out
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.criteria.of_lots import lot_ids
from fairaudit.checks.texts.specification import shown_with_the_bid
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.criteria import (
    Accounts,
    Capital,
    Certificate,
    Experience,
    Insurance,
    Location,
    References,
    Requirement,
    Staff,
    Turnover,
)
from fairaudit.procurement.model.market import MarketSupplier
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Tender
from fairaudit.procurement.wanted import in_list

_MOST_PAIRS = 300_000
"""How many pairs of a supplier and a condition are looked at: a second's work. No market is that large, but a hostile file is."""
_EDITION = late_pattern(r":\s?(\d{4})\b")
_STANDARD = late_pattern(r"[a-z]+|\d+")
_ISSUERS = frozenset({"bs", "en", "din", "nf", "uni", "certificate", "certified", "certification", "standard", "to"})

Answer = bool | str
"""Whether a supplier meets a condition, or the field that would say so."""
Row = tuple[Requirement, list[Answer]]
"""A condition, and the answer of every supplier of the list."""


class FewLeft(Frozen):
    """How many suppliers of a market may meet every condition, and the condition that alone shuts out most others."""

    number: int
    listed: int
    conditions: int
    whose: str
    margin: str


@check
def few_meet_all_conditions(
    node: Node[Tender], case: Case, *, at_most: int = 1, question_at: int = 2
) -> Found[FewLeft]:
    """Flag conditions of taking part that at most `at_most` listed suppliers may meet together; ask up to `question_at`.

    Only where they shut somebody out. Where `complete` does not say that the list holds the whole market, there may be others,
    so a person must look.
    """
    market, asked = node.value.market, node.value.selection_criteria
    if market is None or asked is None:
        yield lacking(node.value.field("market" if market is None else "selection_criteria"))
        return
    if not market:
        yield Unassessed(node.value.field("market"), "tender.market lists nobody")
        return
    sets = dict.fromkeys(_binding(asked, lot) for lot in lot_ids(case))
    if sum(map(len, sets)) * len(market) > _MOST_PAIRS:
        yield Unassessed(node, f"{len(market)} suppliers and {len(asked)} conditions are too many to compare")
        return
    whole = case.holds_all("tender.market")
    answers = {
        index: [_meets(case, one, asked[index], whole) for one in market]
        for index in {at for one in sets for at in one}
    }
    for lot in lot_ids(case):
        if (chosen := _binding(asked, lot)) in sets:
            del sets[chosen]
            alone = lot is None or len(lot_ids(case)) == 1
            whose = "the conditions of taking part" + ("" if alone else f" for lot {lot}")
            rows: list[Row] = [(asked[index], answers[index]) for index in chosen]
            yield from _judged(case, node, rows, whose, (at_most, question_at))


def _binding(asked: tuple[Requirement, ...], lot: str | None) -> tuple[int, ...]:
    """Return the positions of the conditions that shut a bidder of a lot out."""
    return tuple(
        index for index, one in enumerate(asked) if shuts_out(one) and (lot is None or not one.lots or lot in one.lots)
    )


def _judged(
    case: Case,
    node: Node[Tender],
    rows: list[Row],
    whose: str,
    marks: tuple[int, int],
) -> Found[FewLeft]:
    """Judge the conditions of one lot."""
    listed = len(node.value.market or ())
    failed = [0] * listed
    open_: list[list[str]] = [[] for _ in range(listed)]
    for _, answers in rows:
        for supplier, answer in enumerate(answers):
            failed[supplier] += answer is False
            open_[supplier] += [answer] if isinstance(answer, str) else []
    may = failed.count(0)
    sure = sum(not count and not fields for count, fields in zip(failed, open_, strict=True))
    if may <= marks[1] and may < listed:
        best, others = _margin(rows, failed)
        margin = f"{best} alone shuts out {others} more" if others else "no condition alone shuts out another"
        facts = FewLeft(may, listed, len(rows), whose, margin)
        related = tuple((one.node, "shuts somebody out") for one, answers in rows if False in answers)
        doubt = None if may <= marks[0] and case.holds_all("tender.market") else "possible"
        yield Hit(
            node.value.field("selection_criteria"), facts, related, doubt, "" if whose.endswith("part") else whose
        )
    elif sure < may and sure <= marks[1]:
        fields = (name for count, names in zip(failed, open_, strict=True) if not count for name in names)
        reason = f"of {may - sure} of {listed} suppliers it is not known whether they meet {whose}"
        yield Unassessed(node.value.field("market"), reason, tuple(dict.fromkeys(fields)))


def _margin(rows: list[Row], failed: list[int]) -> tuple[str, int]:
    """Return the condition that is the only one failed by most suppliers, and how many these are."""
    counts = [
        sum(answer is False and failed[supplier] == 1 for supplier, answer in enumerate(answers)) for _, answers in rows
    ]
    most = max(counts, default=0)
    return (condition_called(rows[counts.index(most)][0]) if most else ""), most


def _meets(case: Case, supplier: MarketSupplier, one: Requirement, whole: bool) -> Answer:
    """Return whether a supplier meets a condition: as is said of it, else by its figures."""
    if one.id and one.id in (supplier.lacks or ()):
        return False
    if one.id and one.id in (supplier.meets or ()):
        return True
    answer = _by_figures(supplier, one, whole)
    if answer is not None:
        return answer
    if not one.id:
        return text_of((*one.path, "id"))
    return in_list(case, text_of((*supplier.path, "meets")), f"{one.id}, or under lacks")


def _by_figures(supplier: MarketSupplier, one: Requirement, whole: bool) -> Answer | None:
    """Return what the figures of a supplier say; `None` where no figure can."""
    if isinstance(one, Turnover):
        return _money(supplier, "turnover", one, one.minimum, "minimum")
    if isinstance(one, Capital):
        return _money(supplier, "capital", one, one.minimum, "minimum")
    if isinstance(one, Insurance):
        return _covered(supplier, one)
    if isinstance(one, References):
        return _referenced(supplier, one)
    if isinstance(one, Experience) and one.of == "firm":
        enough = _count(supplier, "years", one.minimum if one.minimum is not None else one.years)
        return None if enough is True and one.client else enough
    if isinstance(one, Staff):
        return _count(supplier, "staff", one.minimum)
    if isinstance(one, Accounts):
        enough = _count(supplier, "accounts_years", one.years)
        return None if enough is True and one.audited else enough
    if isinstance(one, Certificate):
        return _certified(supplier, one, whole)
    return _placed(supplier, one) if isinstance(one, Location) else None


def _count(supplier: MarketSupplier, name: str, least: Decimal | int | None) -> Answer | None:
    """Compare a number of a supplier with the least that is asked."""
    if least is None:
        return None
    has = getattr(supplier, name)
    return text_of((*supplier.path, name)) if has is None else bool(has >= least)


def _money(supplier: MarketSupplier, name: str, one: Requirement, least: Money | None, field: str) -> Answer | None:
    """Compare an amount of a supplier with the least that is asked, in one currency."""
    at = (*one.path, field)
    if least is None or least.amount is None or least.currency is None:
        return text_of(at if least is None else (*at, "amount" if least.amount is None else "currency"))
    has: Money | None = getattr(supplier, name)
    if has is None or has.amount is None or has.currency is None:
        own = (*supplier.path, name)
        return text_of(own if has is None else (*own, "amount" if has.amount is None else "currency"))
    return has.amount >= least.amount if has.currency == least.currency else None


def _covered(supplier: MarketSupplier, one: Insurance) -> Answer | None:
    """Compare the cover a supplier has; cover can be bought, so less shuts out only where it is needed with the bid."""
    enough = _money(supplier, "insurance", one, one.minimum, "minimum")
    if enough is not False:
        return enough
    with_the_bid = shown_with_the_bid(one)
    return text_of((*one.path, "evidence_when")) if with_the_bid is None else not with_the_bid


def _referenced(supplier: MarketSupplier, one: References) -> Answer | None:
    """Compare references: too few or too small shuts out; that their kind, place and age fit must be said under `meets`."""
    number = _count(supplier, "references", one.minimum or 1)
    worth = _money(supplier, "reference_value", one, one.minimum_value, "minimum_value") if one.minimum_value else True
    if number is False or worth is False:
        return False
    narrow = one.years or one.client or one.client_kind or one.countries or one.single_contract
    several = one.minimum_value is not None and (one.minimum or 1) > 1
    if number is True and worth is True:
        return None if narrow or several else True
    return number if isinstance(number, str) else worth


def _certified(supplier: MarketSupplier, one: Certificate, whole: bool) -> Answer | None:
    """Compare certificates by name; one that is not on the list shuts out where `whole` says that the list is."""
    if not one.standards:
        return None
    if supplier.certificates is None:
        return text_of((*supplier.path, "certificates"))
    held = {_named(text) for text in supplier.certificates}
    wanted = {_named(text) for text in one.standards}
    if all(text in held or (not text[1] and any(text[0] == has for has, _ in held)) for text in wanted):
        return True
    accepted = one.equivalents or any("equivalent" in text.lower() for text in one.standards)
    if accepted or shown_with_the_bid(one) is False or {text for text, _ in wanted} <= {text for text, _ in held}:
        return None  # Something equal may do, it can still be had, or only the edition differs.
    return False if whole or supplier.certificates == () else None


def _named(text: str) -> tuple[str, str]:
    """Return a standard without who issues it here, and its edition: `BS EN ISO 9001:2015` as `iso9001` and `2015`."""
    edition = _EDITION.search(text)
    plain = _EDITION.sub(" ", text).lower().partition(" or ")[0]
    words = (word for word in _STANDARD.findall(plain) if word not in _ISSUERS)
    return "".join(words), edition[1] if edition else ""


def _placed(supplier: MarketSupplier, one: Location) -> Answer | None:
    """Compare places by name; a place of another name may lie within the one asked for."""
    if supplier.locations is None:
        return text_of((*supplier.path, "locations"))
    if one.place and one.place.casefold() in {text.casefold() for text in supplier.locations}:
        return True
    return None
