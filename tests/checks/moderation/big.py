"""A large evaluation: invented, the same at every run."""

import random

VOCABULARY = [f"{first}{last}" for first in ("plan", "rota", "ward", "night", "staff", "cover", "train", "visit", "order", "store")
              for last in ("", "s", "ning", "er", "ed", "less", "ful", "wise", "like", "ment")] * 3  # fmt: skip


def big_case(evaluators=10, bids=40, criteria=60, words=30, seed=20261126, boilerplate=0.0):
    """Everybody scores every bid on every criterion, with a comment; the panel agrees on one of their scores, with a reason."""
    rng = random.Random(seed)
    vocabulary = [f"{word}{index}" for word in VOCABULARY[:100] for index in ("", "a", "b", "c", "d")]
    ids = [f"B{index}" for index in range(1, bids + 1)]
    asked = [f"Q{index}" for index in range(1, criteria + 1)]
    usual = " ".join(rng.choices(vocabulary, k=words))
    individual, consensus = [], []

    def comment():
        return usual if rng.random() < boilerplate else " ".join(rng.choices(vocabulary, k=words))

    for one in asked:
        for bid in ids:
            scores = [rng.randint(0, 5) for _ in range(evaluators)]
            for number, score in enumerate(scores):
                day, minute = rng.randint(2, 9), rng.randint(0, 59)
                individual.append({"evaluator": f"e{number}", "bid": bid, "criterion": one, "score": score,
                                   "at": f"2026-04-0{day}T10:{minute:02}", "comment": comment()})  # fmt: skip
            consensus.append({"bid": bid, "criterion": one, "score": rng.choice(scores), "at": "2026-04-12T09:00",
                              "by": "e0", "reason": comment()})  # fmt: skip
    return {
        "complete": ["bids", "evaluation"],
        "tender": {"language": "en", "award_criteria": [
            {"id": one, "type": "quality", "weight": 1, "scale": {"minimum": 0, "maximum": 5, "step": 1}} for one in asked
        ]},
        "parties": [{"id": f"p{index}", "name": f"Alder{index} Works Ltd"} for index in range(1, bids + 1)],
        "people": [{"id": f"e{index}", "name": f"Ada Holt{index}", "roles": [{"role": "evaluator"}]} for index in range(evaluators)],
        "bids": [{"id": bid, "bidder": f"p{index}"} for index, bid in enumerate(ids, 1)],
        "awards": [{"id": "A1", "bid": "B1", "date": "2026-05-04"}],
        "evaluation": {
            "panel": [f"e{index}" for index in range(evaluators)],
            "allocation": [{"evaluator": f"e{index}", "criteria": asked} for index in range(evaluators)],
            "opened": {"quality": "2026-04-01T10:00", "price": "2026-04-20T10:00"},
            "individual": individual,
            "consensus": consensus,
        },
    }  # fmt: skip
