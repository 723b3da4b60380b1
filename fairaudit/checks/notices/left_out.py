"""The check of letters to bidders of one lot held against each other: a criterion whose score one of them leaves out.

Either one leaves out what all others tell, or what the letter to the winner tells.
"""

from __future__ import annotations

from fairaudit.analysis.text.letters.words import letter_read
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.labels import meant_by
from fairaudit.checks.scoring.criteria.tree import called_by_id
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, is_out, lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import won
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Summary
from fairaudit.procurement.model.node import Node


class LeftOut(Frozen):
    """Whose letter has no score for a criterion, and which letters to others have one."""

    bid: str
    criterion: str
    who_has_it: Clause


@check
def letters_tell_the_same(node: Node[Evaluation], case: Case) -> Found[LeftOut]:
    """Ask about a letter without the score for a criterion that the letters to all others of the lot tell, or the winner's does.

    A letter without any score, one to a bid that is out, and a criterion for which the record has no score of the bid are left
    alone, and so is a score that the text of the letter tells in words that are read.
    """
    if node.value.summaries is None:
        yield Unassessed(node, "evaluation.summaries is not given", ("evaluation.summaries",))
        return
    by_lot: dict[str | None, list[_Letter]] = {}
    for one in node.value.summaries:
        if one.bid is not None and one.scores and not is_out(case, one.bid):
            by_lot.setdefault(lot_of(case, one.bid, one.lot), []).append(_Letter(one, _told(case, one)))
    for letters in by_lot.values():
        # Of several letters to one bid, none of which tells it, the first alone is asked about.
        said = set[tuple[str | None, str]]()
        for letter in letters:
            bid = letter.summary.bid
            for criterion, who in sorted(_left_out(case, letter, letters).items()):
                if (bid, criterion) not in said and _is_scored(case, letter.summary, criterion):
                    said.add((bid, criterion))
                    facts = LeftOut(bid_called(case, bid), called_by_id(case, criterion), who)
                    yield Hit(letter.summary.field("scores"), facts, (), "possible", criterion)


class _Letter(Frozen):
    """A letter, and the ids of the criteria for which it tells a score."""

    summary: Summary
    told: frozenset[str]


def _left_out(case: Case, letter: _Letter, letters: list[_Letter]) -> dict[str, Clause]:
    """Return the criteria that no letter to a bid tells, and all to the others do, or those to who won, with which of the two."""
    told = _told_in_all(letters)
    own = told.pop(letter.summary.bid, frozenset())
    winners = [each for bid, each in told.items() if (known := bid_with(case, bid)) and won(case, known)]
    found = dict.fromkeys(_common(winners) - own, Clause("the letter to the winner has one"))
    all_others = Clause(f"every letter to the others of the lot has one ({len(told)} told)")
    return found | dict.fromkeys(_common([*told.values()]) - own, all_others)


def _told_in_all(letters: list[_Letter]) -> dict[str | None, frozenset[str]]:
    """Return by bid for which criteria its letters tell a score together: a second letter may be a short one."""
    found: dict[str | None, frozenset[str]] = {}
    for one in letters:
        found[one.summary.bid] = found.get(one.summary.bid, frozenset()) | one.told
    return found


def _common(told: list[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*told) if told else frozenset()


def _told(case: Case, one: Summary) -> frozenset[str]:
    """Return the ids of the criteria for which a letter tells a score, in its figures or in its text."""
    in_words = letter_read(str(one.text)).said if one.text is not None else ()
    labels = [*(one.scores or ()), *(said.what for said in in_words if said.kind == "score" and not said.who)]
    meant = [meant_by(case, label).questions for label in labels]
    return frozenset(each.criterion.id for some in meant for each in some if each.criterion.id)


def _is_scored(case: Case, one: Summary, criterion: str) -> bool:
    """Whether the record may hold a score of the bid for a criterion that letters tell of; what the price earned is no score."""
    scores = case.evaluation.consensus or case.evaluation.individual or ()
    if not any(each.criterion == criterion for each in scores):
        return True
    return any(each.bid == one.bid and each.criterion == criterion for each in scores)
