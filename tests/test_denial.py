"""How a sentence speaks of an organisation: a declaration, a nil return, or something that has to be asked."""

import pytest

from fairaudit.analysis.denial import how_named, how_said

TABLE = {
    "tied": """
        I used to work for Alder Services.
        I no longer work for Alder Services.
        I have not worked for Alder Services since 2019.
        None, other than my shares in Alder Services.
        No interest save that I worked for Alder Services.
        No connection with Birch Care Ltd. I own shares in Alder Services.
        I have no connection with Birch and I own shares in Alder Services.
        I have no connection with Birch, and my wife works for Alder Services.
        My shares in Alder Services do not create a conflict.
        I own 10 shares in ALDER SERVICES LTD, which is not a material interest.
        I did not declare my shares in Alder Services last year.
        My manager has no objection to my work for Alder Services.
        My sister works at Alder Services. I have no other interests.
        Birch Care: none; Alder Services: shares
        Shares in Alder Services no longer held.
    """,
    "denied": """
        I have no connection with Alder Services or Birch Care
        I have no connection with Birch Care, Cedar or Alder Services
        No connection with Alder Services Ltd. or Birch Care Ltd.
        No connection with Birch Care Ltd. or Alder Services Ltd.
        I have never worked for Alder Services.
        I don't know anyone at Alder Services.
        Neither I nor my family have any tie to Alder Services.
        No connection between me, my family and Alder Services.
        I have no connection with Alder Services and I own shares in Birch.
        With Alder Services I have no connection.
        Alder Services: none; Birch Care: shares
        Alder Services, Birch Care: none
        Alder Services Ltd: no interest
        Alder Services: not applicable
        none: Alder Services
    """,
    "unclear": """
        No connection with Alder Services, though my brother works there.
        I do not think my friendship with the director of Alder Services is a conflict.
        I am not sure whether my fund holds shares in Alder Services.
        I have had no contact with Alder Services in the last two years.
    """,
    "": """
        I own shares in Birch Care.
        None.
    """,
}
SENTENCES = [(line.strip(), said) for said, text in TABLE.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "said"), SENTENCES)
def test_a_sentence_says_whether_there_is_a_tie(sentence, said):
    assert how_named(sentence, ["Alder Services Ltd", "Alderserv"]) == said


def test_one_tie_outweighs_every_denial_and_no_text_says_nothing():
    assert how_named("No gifts from Alder. I worked for Alder.", ["Alder"]) == "tied"
    assert how_named("I worked for Alder. No gifts from Alder.", ["Alder"]) == "tied"
    assert how_named(None, ["Alder"]) == how_named("", ["Alder"]) == how_named("Alder", [None, ""]) == ""


def test_a_thing_may_be_called_by_any_words():
    assert how_said("I know one of the bidders.", (("bidders",),)) == "tied"
    assert how_said("I know none of the bidders.", (("bidders",),)) == "denied"
