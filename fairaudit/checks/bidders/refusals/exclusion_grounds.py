"""Whether the ground on which a supplier was shut out stands in the documents, or is one that laws themselves have."""

from collections.abc import Iterator

from fairaudit.analysis.names import words
from fairaudit.analysis.reasons import says_why
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.said_of_things import without_things
from fairaudit.checks.base import Found, Hit, Pattern, Unassessed, Verb, check
from fairaudit.checks.bidders.refusals.cited_rules import cites
from fairaudit.checks.bidders.refusals.grounds import published_texts
from fairaudit.checks.bidders.refusals.held_against import held_against
from fairaudit.checks.bidders.refusals.kinds import shown, shown_in_documents
from fairaudit.checks.bidders.refusals.named_rules import missed_on_record, names_a_place, names_a_rule
from fairaudit.checks.bidders.refusals.of_conditions import held, is_of_a_condition, telling
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import refused
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, built, text_of
from fairaudit.procurement.model.records import Bid, Exclusion
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.received.recipients import meant

_LIKE = 2
"""How many telling words of a ground a published text must hold, and half of them, that may be it; a heuristic."""
_OF_EXCLUDING = frozenset(
    {
        "exclusion",
        "excluded",
        "exclude",
        "ground",
        "discretionary",
        "shut",
        "out",
        "apply",
        "applied",
        "lack",
        "lacking",
        "gap",
    }
)
"""What says that somebody is shut out, and not for what."""


class Ungrounded(Frozen):
    """Who was shut out, and on which ground in the words of the record."""

    who: str
    ground: str
    difference: Verb = Verb()
    """Against how many of the bids it is held."""


@check
def excluded_on_unknown_ground(node: Node[Exclusion], case: Case, *, known: Pattern) -> Found[Ungrounded]:
    """Flag an exclusion on a ground that is nowhere in what is published, nor one of those that laws themselves have (`known`).

    Laws have them of what a supplier did or owes: a word of them that is said of a thing is another ground.
    What a refusal of the supplier's bid cites, and a ground that the refusal itself repeats, is judged there.
    """
    own = node.value
    if tells(own.overriding):
        return
    if not own.ground or not says_why(own.ground):
        yield lacking(own.field("ground"))
    elif (
        known.find(without_things(own.ground)) is None and not names_a_place(own.ground) and not _has_a_rule(case, own)
    ):
        yield from _not_found(case, own, own.ground)


def _not_found(case: Case, own: Exclusion, ground: str) -> Iterator[Hit[Ungrounded] | Unassessed]:
    """Yield a ground that nothing shows, where it tells one and the conditions are there in which it would stand."""
    at = own.field("ground")
    if not _telling(ground):
        yield Unassessed(at, "which ground it is is not said", (f"{text_of(at.path)} (in other words)",))
    elif case.tender.selection_criteria is None and not case.holds_all("tender"):
        reason = "the conditions of taking part, in which it may stand, are not given"
        yield Unassessed(at, reason, ("tender.selection_criteria",))
    else:
        who = case.party_name(own.party) if own.party else "A supplier"
        yield Hit(at, Ungrounded(who, ground, held_against(case, ground)), key=own.party or "")


def _telling(ground: str) -> set[str]:
    return telling(ground) - _OF_EXCLUDING


def _has_a_rule(case: Case, own: Exclusion) -> bool:
    """Whether a ground names a rule, stands in a published text, or is that of a refusal which other rules judge."""
    ground = own.ground or ""
    bids = case.once(_bids_by_bidder).get(meant(case, own.party), []) if own.party else []
    if any(_judged_there(case, one, ground) for one in bids if refused(case, one)):
        return True
    for bid in bids or [Bid(bidder=own.party)]:
        told = built(Bid, bid.path, {**vars(bid), "reason": ground})
        if names_a_rule(case, told) or missed_on_record(case, told) or shown_in_documents(case, told):
            return True
    words_of_it = _telling(ground)
    return _in_a_text(case, words_of_it) or is_of_a_condition(case, words_of_it)


def _judged_there(case: Case, bid: Bid, ground: str) -> bool:
    """Whether a refusal cites a rule, or gives the same ground and other rules ask about it."""
    same = words(bid.reason or "") == words(ground)
    return cites(case, bid) or names_a_rule(case, bid) or (same and shown(case, bid) is not True)


def _in_a_text(case: Case, words_of_it: set[str]) -> bool:
    """Whether a published text has half of the telling words of a ground, in any form, and two at least if there are two."""
    least = max(min(_LIKE, len(words_of_it)), (len(words_of_it) + 1) // 2)
    return bool(words_of_it) and any(held(words_of_it, {*gist(text)}) >= least for text in case.once(_texts))


def _texts(case: Case) -> tuple[str, ...]:
    """Return whatever bidders could read; what was changed or answered later is published as well."""
    return tuple(dict.fromkeys(one for one in (*published_texts(case), *_further(case)) if one))


def _further(case: Case) -> Iterator[str | None]:
    tender, terms = case.tender, case.tender.terms
    yield from (tender.description, tender.equivalents_clause)
    if tender.submission:
        yield tender.submission.late_bids
    if terms:
        yield from (terms.subcontracting, terms.consortia, terms.exclusivity, terms.liability)
    for lot in tender.lots or ():
        yield from (lot.title, lot.text)
    for change in tender.amendments or ():
        yield from (change.text, change.to)
    for enquiry in case.enquiries:
        yield enquiry.answer
    for event in case.events:
        if event.kind in ("publication", "document", "answer"):
            yield event.text


def _bids_by_bidder(case: Case) -> dict[str, list[Bid]]:
    found: dict[str, list[Bid]] = {}
    for one in case.bids:
        if one.bidder:
            found.setdefault(meant(case, one.bidder), []).append(one)
    return found
