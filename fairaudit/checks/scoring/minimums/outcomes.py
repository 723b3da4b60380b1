"""What became of a bid that missed a minimum or failed a question: whether it stayed in, and by what that shows."""

from fairaudit.analysis.text.letters.words import letter_read
from fairaudit.checks.scoring.evaluation_records import bid_with
from fairaudit.checks.scoring.minimums.reached import Cell
from fairaudit.procurement.bidders.rivals import won
from fairaudit.procurement.case import Case
from fairaudit.procurement.received.recipients import meant

IN_THE_TOTALS = "stands among the totals, though no record says that it was put out"


def became(case: Case, cell: Cell) -> str | None:
    """Return what shows that a bid stayed in, nothing (empty) where nothing does, `None` where no record says.

    A total where no ranking is recorded only makes it likely: some lists keep the totals of bids that are out.
    """
    bid = bid_with(case, cell[0])
    named = any(one.bid == cell[0] and one.status not in ("cancelled", "unsuccessful") for one in case.awards)
    if named or (bid is not None and won(case, bid)):
        return "won"
    if cell[0] in case.once(_ranked):
        return "was ranked"
    if case.evaluation.ranking is None and cell[0] in case.once(_totalled):
        return IN_THE_TOTALS
    return None if case.evaluation.ranking is None and not case.gives("awards") else ""


def _ranked(case: Case) -> frozenset[str | None]:
    return frozenset(one.bid for one in case.evaluation.ranking or () if one.rank is not None)


def _totalled(case: Case) -> frozenset[str | None]:
    """Return the bids with a total beyond their quality that no exclusion or letter shuts out, where somebody won or may have."""
    if (case.gives("awards") and not case.awards) or case.tender.status in ("unsuccessful", "cancelled", "withdrawn"):
        return frozenset()
    out = {meant(case, one.party) for one in case.procurement.exclusions or () if one.party}
    away = {one.id for one in case.bids if one.bidder and meant(case, one.bidder) in out}
    for letter in case.evaluation.summaries or ():
        if any(said.kind == "out" and said.yes for said in letter_read(str(letter.text or "")).said):
            away.add(letter.bid)
    totals = [one for one in case.evaluation.totals or () if one.total is not None and one.bid not in away]
    return frozenset(one.bid for one in totals if one.price is not None or one.total != one.quality)
