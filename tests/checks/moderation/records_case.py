"""An evaluation whose record is in order, and what every rule about the record says of a case."""

from copy import deepcopy
from functools import cache

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.model.node import text_of
from tests.checks.scoring_case import RULES, case_of

OWN = (
    "agreed-score-without-a-reason", "agreed-scores-missing", "average-in-place-of-agreement", "bids-not-scored-by-the-same-people",
    "comment-better-than-its-score", "comment-compares-bids",
    "comment-in-the-words-of-another-band", "comment-names-another-bidder", "comment-worse-than-its-score",
    "criteria-changed-after-the-opening", "method-fixed-after-the-opening", "minimum-crossed-without-a-reason",
    "moved-score-without-who-or-when", "quality-scored-after-prices-were-known", "reason-dated-after-the-award",
    "reason-dated-before-the-scores", "same-answer-and-another-score", "same-comment-and-another-score",
    "scored-the-bid-of-their-own-firm", "scores-without-comments", "single-score-after-the-agreed-one",
    "single-scores-that-say-what-was-agreed", "summary-is-not-the-record", "totals-that-follow-from-other-weights",
)  # fmt: skip
"""The rules about the record of an evaluation."""

_SCORES = {  # by bid and criterion: what three people gave, and what was agreed
    ("B1", "Q1"): ((4, 3, 4), 4), ("B1", "Q2"): ((3, 3, 2), 3),
    ("B2", "Q1"): ((2, 3, 3), 3), ("B2", "Q2"): ((4, 5, 5), 5),
    ("B3", "Q1"): ((3, 4, 3), 3), ("B3", "Q2"): ((2, 2, 3), 2),
}  # fmt: skip
_SAID = {
    ("B1", "Q1"): "Names the crew for nights and says how absence is filled",
    ("B1", "Q2"): "Training dates are given for half of the crew",
    ("B2", "Q1"): "Nights are filled by an agency whose terms are not attached",
    ("B2", "Q2"): "Training plan with dates, trainers and a test at the end",
    ("B3", "Q1"): "Crew for nights is named, absence is filled from a pool of two",
    ("B3", "Q2"): "Training is promised, dates follow after the start",
}
_NAMES = {"e1": "Ada Holt", "e2": "Ben Moor", "e3": "Cleo Vance"}


@cache
def rules():
    """The rules about the record, loaded once."""
    return load_rules([RULES / "evaluation" / f"{one}.yaml" for one in OWN], "evaluation", "rules/evaluation")


def in_order():
    """Two criteria, three bids, three people, everything recorded, dated and signed."""
    individual = [
        {"evaluator": who, "bid": bid, "criterion": one, "score": score, "at": f"2026-04-0{day}",
         "comment": f"{_SAID[bid, one]}, page {page}"}
        for (bid, one), (given, _) in _SCORES.items()
        for (who, score, day, page) in zip(_NAMES, given, (2, 3, 3), (7, 8, 9), strict=True)
    ]  # fmt: skip
    consensus = [
        {
            "bid": bid,
            "criterion": one,
            "score": agreed,
            "at": "2026-04-10",
            "by": "e1",
            "reason": f"{_SAID[bid, one]}; agreed by all",
        }
        for (bid, one), (_, agreed) in _SCORES.items()
    ]
    bands = {
        "0": "Nothing: no answer",
        "2": "Partly convincing: gaps in the plan",
        "3": "Sound: a plan",
        "5": "Superb: beyond it",
    }
    scale = {"minimum": 0, "maximum": 5, "step": 1, "descriptors": bands}
    return {
        "complete": ["bids", "evaluation", "tender.amendments", "people"],
        "tender": {
            "language": "en",
            "published": "2026-03-01",
            "amendments": [{"id": "A1", "date": "2026-03-10", "changes": ["award_criteria"]}],
            "award_criteria": [
                {"id": "Q1", "name": "Night crew", "type": "quality", "weight": 40, "scale": scale, "minimum_score": 2},
                {"id": "Q2", "name": "Training", "type": "quality", "weight": 20, "scale": scale},
                {"id": "P", "name": "Price", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}},
            ],
        },
        "parties": [
            {"id": "a", "name": "Alder Works Ltd"},
            {"id": "b", "name": "Birch Lane Care CIC"},
            {"id": "c", "name": "Cedar Line Ltd"},
        ],
        "people": [{"id": key, "name": name, "roles": [{"role": "evaluator"}]} for key, name in _NAMES.items()],
        "bids": [
            {"id": "B1", "bidder": "a", "value": {"amount": 100}, "answers": {"Q1": "We name our crew for nights in annex four."}},
            {"id": "B2", "bidder": "b", "value": {"amount": 125}, "answers": {"Q1": "An agency sends us whoever is free on the night."}},
            {"id": "B3", "bidder": "c", "value": {"amount": 160}, "answers": {"Q1": "Our crew for nights is listed, with a pool of two."}},
        ],
        "awards": [{"id": "W", "bid": "B1", "date": "2026-05-04"}],
        "evaluation": {
            "panel": list(_NAMES),
            "allocation": [{"evaluator": one, "criteria": ["Q1", "Q2"]} for one in _NAMES],
            "method": "individual-then-consensus",
            "method_fixed_at": "2026-03-20",
            "opened": {"quality": "2026-04-01", "price": "2026-04-20"},
            "individual": individual,
            "consensus": consensus,
            "changes": [{"evaluator": "e1", "bid": "B1", "criterion": "Q2", "from": 2, "to": 3, "by": "e1", "at": "2026-04-04",
                         "reason": "Page twelve had been overlooked"}],
            "totals": [{"bid": "B1", "total": 84}, {"bid": "B2", "total": 76}, {"bid": "B3", "total": 57}],
            "summaries": [{"bid": "B1", "sent": "2026-05-05", "scores": {"Q1": 4, "Q2": 3}}],
        },
    }  # fmt: skip


def broken(change):
    """The case in order after a change of it."""
    case = deepcopy(in_order())
    change(case)
    return case


def spoken(sections):
    """What the rules about the record find in a case, rule by rule: outcome and findings; those that pass are left out."""
    case, found = case_of(sections), {}
    for rule in rules():
        judged = judge(case, rule, "market")
        assert judged.outcome != "error", judged.reason
        words = sorted(f"{text_of(one.hit.at.path)}: {fill(rule.message, one.values)}" for one in judged.hits)
        if judged.outcome != "passed":
            found[rule.id] = (str(judged.outcome), *words)
    return found
