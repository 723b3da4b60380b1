"""Bids that were refused for a defect that stands under the reason alone, while another bid went on with it."""

from fairaudit.checks.bidders.defects.decision_words import treated
from fairaudit.checks.bidders.defects.likeness import alike, any_alike
from fairaudit.checks.bidders.defects.names import Had
from fairaudit.checks.information.talks.other_words import bids_with_it, refused_for
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid


def refused_by_reason(case: Case, same: list[Had]) -> list[Bid]:
    """Return the bids for the same lot and round refused for a defect that other bids were let go on with; nobody asked them.

    Only by their reason: a defect that a bid has itself is held against others where it stands.
    """
    bid = same[0][0]
    own = {one.path for one, _ in same}
    let_in = (it for _, it in same if treated(it.decision) == "let in")
    texts = dict.fromkeys(text for it in let_in for text in (it.text, it.code) if text)
    found = {
        one.path: one
        for text in texts
        for one in bids_with_it(case, text)
        if one.path not in own
        and (lot_of(case, one.lot), one.round) == (lot_of(case, bid.lot), bid.round)
        and any(alike(text, said) for said in refused_for(case, one))
        and not any_alike((text,), (told for it in one.defects or () for told in (it.code, it.text)))
    }
    return list(found.values())
