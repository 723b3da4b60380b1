"""Small evaluations for the rules about panels: plain scores in, what a rule says and measures out."""

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.sections.measuring import measures_of, sentences
from fairaudit.procurement.model.node import text_of
from tests.checks.scoring_case import case_of, rule

SCALE = {"minimum": 0, "maximum": 5}


def single(rows):
    """Scores on one criterion, a row for each evaluator."""
    return [[[one] for one in row] for row in rows]


def evaluation(scores, weights=(100,), *, panel=None, prices=None, scale=None, lots=None, bids=None, names="e", **more):
    """A case of scores by evaluator, bid and criterion; `None` is left out. `lots` gives the lot of each bid."""
    criteria = [
        {"id": f"Q{at}", "type": "quality", "weight": weight, "scale": scale or SCALE}
        for at, weight in enumerate(weights, 1)
    ]
    if sum(weights) < 100:
        criteria.append({"id": "P", "type": "price", "weight": 100 - sum(weights)})
    record = {
        "individual": [
            {"evaluator": f"{names}{person}", "bid": f"B{bid}", "criterion": f"Q{at}", "score": score}
            for person, rows in enumerate(scores, 1)
            for bid, row in enumerate(rows, 1)
            for at, score in enumerate(row, 1)
            if score is not None
        ]
    }
    if panel is not None:
        record["consensus"] = [
            {"bid": f"B{bid}", "criterion": f"Q{at}", "score": score}
            for bid, row in enumerate(panel, 1)
            for at, score in enumerate(row, 1)
            if score is not None
        ]
    if prices is not None:
        record["totals"] = [{"bid": f"B{bid}", "price": one} for bid, one in enumerate(prices, 1)]
    listed = [
        {"id": f"B{at}", **({"lot": lots[at - 1]} if lots else {})}
        for at in range(1, 1 + max(map(len, scores), default=0))
    ]
    tender = {"award_criteria": criteria, **({"lots": [{"id": one} for one in dict.fromkeys(lots)]} if lots else {})}
    return {"tender": tender, "bids": bids or listed, "evaluation": record, **more}


def judged(name, sections):
    return judge(case_of(sections), rule(f"evaluation/{name}"), "market")


def heard(name, sections):
    """What a rule says: its outcome, its findings with their places, then the sentences of what it measured."""
    found = judged(name, sections)
    assert found.outcome != "error", found.reason
    finds = [f"{text_of(one.hit.at.path)}: {fill(found.rule.message, one.values)}" for one in found.hits]
    return found.outcome, finds, sentences(found, fill)


def tables(name, sections):
    """The tables a rule measured, by name and lot."""
    found = judged(name, sections)
    made = measures_of([found], fill)
    assert found.outcome != "error", found.reason
    return {(one.name, one.lot): (one.columns, one.rows) for each in made for one in each.tables}


def kinds(name, sections):
    """Which sentences a rule says."""
    return [one.kind for one in judged(name, sections).tables]


def lacking(name, sections):
    return sorted({name for one in judged(name, sections).unassessed for name in one.missing})
