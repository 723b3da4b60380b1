"""Comments that say the same in another order, or beside what names nothing of a bid."""

from random import Random

import pytest

from tests.checks.scoring_case import said

SAME = "evaluation/same-comment-and-another-score"
SENTENCES = (
    "Vehicles are tracked live by the depot",
    "crews are told by radio before they leave",
    "other streets are listed for each closure",
    "a spare van stands ready at night",
)


def spoken(*comments, scores=(4, 2, 3), **parties):
    scored = [
        {"evaluator": "e1", "bid": f"B{at}", "criterion": "Q1", "score": score, "comment": one}
        for at, (one, score) in enumerate(zip(comments, scores, strict=False), 1)
    ]
    return parties | {"evaluation": {"individual": scored}}


@pytest.mark.parametrize("seed", range(12))
def test_sentences_in_any_order_are_the_same(seed):
    mixed = Random(seed).sample(SENTENCES, 4)
    told = said(SAME, spoken(". ".join(SENTENCES), ". ".join(mixed)))
    assert told[0] == ("flagged" if tuple(mixed) == SENTENCES else "review")


@pytest.mark.parametrize("seed", range(12))
def test_one_sentence_changed_in_a_word_that_tells_is_another(seed):
    chance = Random(seed)
    mixed = chance.sample(SENTENCES, 4)
    at = chance.randrange(4)
    mixed[at] = f"{mixed[at]} but not on Sundays"
    assert said(SAME, spoken(". ".join(SENTENCES), ". ".join(mixed))) == ("passed",)


def test_a_name_in_copied_sentences_counts_as_any_other():
    parties = {
        "parties": [{"id": "a", "name": "Alder Ltd"}, {"id": "b", "name": "Birch Ltd"}],
        "bids": [{"id": "B1", "bidder": "a"}, {"id": "B2", "bidder": "b"}],
    }
    words = "{} tracks its vans from the depot by day and by night, on every route. Good."
    told = said(SAME, spoken(words.format("Alder"), words.format("Birch").replace("Good", "Weak"), **parties))
    assert told[0] == "review"
    assert told[1].endswith("; what stands beside the same words, “Good”, “Weak”, names nothing of the bid.")


def test_a_copy_is_certain_and_the_third_with_a_grade_more_a_question():
    words = ". ".join(SENTENCES)
    outcome, *found = said(SAME, spoken(words, words, f"{words}. Good overall."))
    assert outcome == "flagged"
    assert [one.count("B3: 3") for one in sorted(found, key=len)] == [0, 1]


def test_one_score_for_the_same_is_nothing_to_ask_about():
    mixed = ". ".join(reversed(SENTENCES))
    assert said(SAME, spoken(". ".join(SENTENCES), f"{mixed}. Good.", scores=(3, 3))) == ("passed",)
