"""Checks of how much a tender joins together and asks for: unlike things in one lot, many conditions, none where some select."""

from fairaudit.analysis.text import binding
from fairaudit.checks.base import Found, Hit, Nothing, Unassessed, check
from fairaudit.checks.reasons import incomplete, lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Classification, Lot, Tender


class Unlike(Frozen):
    """The divisions that one lot joins."""

    divisions: tuple[str, ...]


class Many(Frozen):
    """How many conditions each bidder must meet."""

    number: int


def _divisions(part: Lot | Tender) -> tuple[str, ...]:
    """Return the first two digits of the CPV codes of what is bought, in order."""
    found: list[Classification] = [one for one in (part.classification,) if one]
    found += part.additional_classifications or ()
    codes = [one.id for one in found if one.id and (one.scheme or "CPV").upper().startswith("CPV")]
    return tuple(sorted({one[:2] for one in codes if one[:2].isdigit()}))


@check
def unlike_divisions(
    node: Node[Tender], case: Case, *, at_least: int, with_ease: tuple[str, ...] = (), goods: tuple[str, ...] = ()
) -> Found[Unlike]:
    """Flag a contract that is not divided into lots and whose codes are of `at_least` kinds of CPV division.

    Divisions in `with_ease` go with any other and are left out; those in `goods` are one kind, since dealers sell them all.
    """
    if len(case.lots) > 1:
        return
    part: Lot | Tender = case.lots[0] if case.lots and node.value.additional_classifications is None else node.value
    if part.additional_classifications is None:
        missing = f"{text_of(part.path)}.additional_classifications"
        yield Unassessed(node, f"{missing} is not given, so what else is bought is not known", (missing,))
        return
    divisions = tuple(code for code in _divisions(part) if code not in with_ease)
    if len({"goods" if code in goods else code for code in divisions}) >= at_least:
        yield Hit(part.node, Unlike(divisions), key=part.id or "")


@check
def many_conditions(node: Node[Tender], case: Case, *, at_most: int) -> Found[Many]:
    """Flag more than `at_most` conditions of taking part that must be met, counted for each lot."""
    asked = node.value.selection_criteria
    if asked is None:
        yield lacking(node.value.field("selection_criteria"))
        return
    asked_for = [one for one in asked if not (one.mandatory is False and not one.disqualifies)]
    bound = [one for one in asked_for if not one.text or binding(one.text).strip(" .;:")]
    everywhere = sum(not one.lots for one in bound)
    by_lot: dict[str, int] = {}
    for one in bound:
        for lot in one.lots or ():
            by_lot[lot] = by_lot.get(lot, 0) + 1
    most = everywhere + max(by_lot.values(), default=0)
    if most > at_most:
        yield Hit(node.value.field("selection_criteria"), Many(most))


@check
def selects_by_nothing(node: Node[Tender], case: Case) -> Found[Nothing]:
    """Flag a selective procedure that states no conditions and no rules by which candidates are chosen."""
    tender = node.value
    if tender.procurement_method is None:
        yield lacking(tender.field("procurement_method"))
    elif tender.procurement_method == "selective" and not tender.selection_criteria:
        if tender.second_stage and tender.second_stage.rules:
            return
        if tender.selection_criteria == () or case.holds_all("tender.selection_criteria"):
            yield Hit(tender.field("selection_criteria"), Nothing())
        else:
            yield incomplete(tender.field("selection_criteria"), "tender.selection_criteria")
