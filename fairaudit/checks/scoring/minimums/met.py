"""A bid that was put out for missing a minimum score which, by the scores on record, it met."""

from __future__ import annotations

import re
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.of_lots import lot_ids
from fairaudit.checks.scoring.criteria.tree import Question, called, questions
from fairaudit.checks.scoring.evaluation_records import PUT_OUT, bid_called, bid_named, lot_of, maybe
from fairaudit.checks.scoring.minimums.force import told_in_words
from fairaudit.checks.scoring.minimums.reached import Reached, reached_by
from fairaudit.checks.scoring.minimums.readings import readings_of, yard_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid

_TOO_LITTLE = (
    r"(?:low|poor|weak|insufficient|inadequate|unsatisfactory|unacceptable|deficient|too few|not enough|not sufficient"
    r"|not an? (?:sufficient|adequate|acceptable|satisfactory|good enough|high enough))"
)
_FELL_SHORT = (
    r"(?:(?:too |very |rather )?low|poor(?:ly)?|badly|weak|insufficient(?:ly)?|inadequate(?:ly)?|unsatisfactory|unacceptable"
    r"|deficient|not (?:high|good) enough|not (?:enough|sufficient(?:ly)?|adequate|satisfactory|acceptable|suffice))"
)
# The score of a named criterion may be told short; where none is named, the words must be about scores.
_SHORT = late_pattern(
    r"\b(?:below|beneath|under|less than|short of|minimum|threshold|pass[ -]?mark"
    r"|(?:not|never|fail(?:s|ed)? to) (?:reach|meet|achieve|attain)|(?:scor(?:e|es|ed|ing)|marks?|marked|awarded|given)"
    r" (?:(?:of|only|a|just|at) ){0,2}\d(?:\.\d+)?(?![\d.]*\d)"
    r"(?! (?:working |calendar )?(?:days?|weeks?|hours?|months?|years?)\b)"
    r"|\d or (?:less|lower|below|under|fewer)"
    r"|not (?:be |been )?(?:award|g[ai]v|receiv|scor|gain|earn|obtain|get|achiev)\w* (?:enough|sufficient(?:ly)?)\b"
    # Low before the score or after it, where no other sentence begins between them.
    rf"|{_TOO_LITTLE}[ -](?:[^\W\d_]+ ){{0,2}}(?:scor(?:e|es|ed|ing)|marks?|points?(?! (?:to|of)\b)|grades?|ratings?)\b"
    r"|(?:scor(?:e|es|ed|ing)|marks?|marked(?! as\b)|points?(?! (?:to|of)\b)|grade[sd]?|rat(?:ed|ings?))\b"
    rf"(?:(?!\b(?:but|while|whereas|although|though|however|yet)\b)[^.;]){{0,60}}? {_FELL_SHORT}\b)",
    re.IGNORECASE,
)
_OF_A_MINIMUM = late_pattern(r"\b(?:minimum|threshold|pass[ -]?mark)\b", re.IGNORECASE)
_OF_SCORES = late_pattern(
    r"\b(?:(?:minimum|required|lowest) (?:quality )?(?:score|mark|points?)"
    r"|(?:quality|scoring?|points?) (?:threshold|minimum|floor)|pass[ -]?mark|threshold (?:for|of) (?:quality|the scores?))\b",
    re.IGNORECASE,
)


class Met(Frozen):
    """A bid that was put out for a minimum, and what it has for the criterion that the minimum is for."""

    bid: str
    criterion: str
    score: Decimal
    minimum: Decimal
    status: str


@check
def put_out_by_a_minimum_met(node: Node[Bid], case: Case) -> Found[Met]:
    """Flag a bid that is out for a missed minimum score, while the scores on record meet every minimum that may be meant."""
    bid = node.value
    if bid.status not in PUT_OUT or not bid.reason or bid.id is None:
        return
    named, asked = _meant(case, bid, lot_of(case, bid.id, bid.lot))
    if not asked and _is_of_a_score(case, str(bid.reason)) and (told := told_in_words(case, [])):
        yield Unassessed(node.value.field("reason"), *told)
        return
    reached: list[tuple[Question, Reached]] = []
    for question in asked:
        own = reached_by(case, question, bid.id, lot_of(case, bid.id, bid.lot))
        if own is None:
            reason = f"there is no score of {bid_named(case, bid)} for {called(question.criterion)}, for which it was put out"
            yield Unassessed(node.value.field("reason"), reason, ("evaluation.consensus",))
            return
        if not _is_met(question, own):
            return
        reached.append((question, own))
    if reached:
        yield _hit(node, case, reached, named and _OF_A_MINIMUM.search(str(bid.reason)) is not None)


def minimums_missed(case: Case, bid: str, lot: str | None) -> tuple[Question, ...]:
    """Return the questions whose published minimum a bid misses however it is read, by the best score that counts."""
    found = []
    for question in questions(case):
        if (question.criterion.minimum_score or 0) > 0 and _is_for(case, question, lot):
            own = reached_by(case, question, bid, lot)
            minimum = question.criterion.minimum_score or Decimal(0)
            readings = readings_of(question, minimum, yard_of(question))
            if own is not None and readings and all(one.missed(own.high) for one in readings):
                found.append(question)
    return tuple(found)


def _meant(case: Case, bid: Bid, lot: str | None) -> tuple[bool, list[Question]]:
    """Return whether the reason names criteria with a minimum, and these; where it names none, all that it may mean."""
    held = [one for one in questions(case) if (one.criterion.minimum_score or 0) > 0 and _is_for(case, one, lot)]
    words = str(bid.reason)
    if not held or not _SHORT.search(words):
        return False, []
    named = [one for one in held if names(words, one)]
    return bool(named), named or (held if _OF_SCORES.search(words) else [])


def _is_of_a_score(case: Case, words: str) -> bool:
    """Whether a reason is that a score fell short: of a criterion that it names, or of a minimum without saying of which."""
    named = any(names(words, one) for one in questions(case) if not one.is_price)
    return _OF_SCORES.search(words) is not None or (named and _SHORT.search(words) is not None)


def _is_for(case: Case, question: Question, lot: str | None) -> bool:
    return question.applies_to(lot) if lot is not None or lot_ids(case) == (None,) else not question.lots


def names(words: str, question: Question) -> bool:
    """Whether a text has the id or the name of a criterion as words of its own."""
    known = (question.criterion.id, question.criterion.name)
    return any(one and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words, re.IGNORECASE) for one in known)


def _is_met(question: Question, reached: Reached) -> bool:
    """Whether a minimum is met however it is read, by the worst score that counts."""
    minimum = question.criterion.minimum_score or Decimal(0)
    readings = readings_of(question, minimum, yard_of(question))
    return bool(readings) and all(one.met(reached.low) for one in readings)


def _hit(node: Node[Bid], case: Case, reached: list[tuple[Question, Reached]], plainly: bool) -> Hit[Met]:
    """Return the finding about the first of the criteria meant; certain where one is named and the panel scored it."""
    question, own = reached[0]
    criterion, best = question.criterion, own.scores[0]
    sure = plainly and len(reached) == 1 and own.agreed and best.criterion == criterion.id
    facts = Met(
        bid_called(case, node.value.id),
        called(criterion),
        best.score or Decimal(0),
        criterion.minimum_score or Decimal(0),
        str(node.value.status),
    )
    related = ((best.field("score"), "the score"), (criterion.field("minimum_score"), "the minimum"))
    return Hit(node.value.field("reason"), facts, related, maybe(not sure), f"{node.value.id}|{criterion.id or ''}")
