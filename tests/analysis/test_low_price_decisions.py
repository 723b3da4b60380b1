"""What a decision about a low price says in words of its own: out or not, why, and whether the bidder was asked."""

import pytest

from fairaudit.analysis.text.low_price_decisions import PriceDecision, price_decision

OUT = PriceDecision(out=True)
WHY = PriceDecision(out=True, reasoned=True)
ASKED_AND_WHY = PriceDecision(out=True, reasoned=True, asked=True)
STAYS = PriceDecision(stays=True)
EXPLAINED = PriceDecision(stays=True, asked=True)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        *((said, OUT) for said in ("rejected", "put out", "set aside", "not accepted", "disregarded", "Declined")),
        ("eliminated from the contest", OUT),
        ("rejected for another reason: no insurance", OUT),
        ("bid rejected as abnormally low", WHY),
        ("unexplained: out", WHY),
        ("not explained; turned down", WHY),
        ("could not be explained; disqualified", WHY),
        ("rejected: the explanation did not show that the price is possible", ASKED_AND_WHY),
        ("refused to explain, bid rejected", ASKED_AND_WHY),
        ("Asked on 22 April; the reply did not show how the price is possible. Rejected.", ASKED_AND_WHY),
        ("explanation not accepted", PriceDecision(out=True, asked=True)),
        ("we asked; no reply; bid refused", PriceDecision(out=True, asked=True)),
        ("abnormally low", PriceDecision(reasoned=True)),
        ("the explanation was not satisfactory", PriceDecision(reasoned=True, asked=True)),
        *((said, STAYS) for said in ("accepted", "not abnormally low", "declined to reject", "Rejection withdrawn")),
        ("not rejected as abnormally low", STAYS),
        *((said, EXPLAINED) for said in ("asked to explain; reply accepted", "clarified and retained")),
        ("not rejected: explanation satisfactory", EXPLAINED),
        ("rejected, demonstrated", PriceDecision(out=True, stays=True)),
        ("We wrote to the bidder on 25 June and heard nothing. Rejected.", PriceDecision(out=True, asked=True)),
        ("clarification sought 25 June, none given, bid rejected", PriceDecision(out=True, asked=True)),
        ("after questions to the bidder the bid was rejected as abnormally low", ASKED_AND_WHY),
        ("rejected; no clarification sought", OUT),
        ("the panel was not persuaded and set the bid down", PriceDecision()),
        ("will be rejected if the price is not explained", PriceDecision()),
        ("Rejected. The reasons will be sent with the letter.", PriceDecision()),
        ("to be decided by the board", PriceDecision(open=True)),
        (None, PriceDecision()),
        ("no further action", PriceDecision()),
    ],
)
def test_what_a_decision_comes_to(decision, expected):
    assert price_decision(decision) == expected


@pytest.mark.parametrize(
    "decision",
    [
        "rejected without being asked",
        "not asked; rejected",
        "the bidder should have been asked; rejected as too low",
        "rejected, no explanation was sought",
        "no explanation needed",
        "will be asked to explain",
    ],
)
def test_words_that_nobody_asked_tell_of_no_question(decision):
    assert not price_decision(decision).asked
