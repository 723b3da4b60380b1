"""Who was invited to bid, and who came forward and was not."""

import pytest

from fairaudit.procurement.bidders.invited import invited_without_a_bid, not_invited
from fairaudit.procurement.bidders.rivals import bidders_known, bidders_withdrawn

PARTIES = """
parties:
  - {id: dell, name: Dell Gardens Ltd, roles: [candidate]}
  - {id: elm, name: Elm Turf plc, roles: [candidate, tenderer]}
  - {id: fern, name: Fern Estates Ltd, roles: [supplier]}
bids: [{bidder: alder}]
"""
INVITED = "tender: {procurement_method: selective, second_stage: {invited: [alder, FERN ESTATES LTD]}}"


def test_only_those_invited_are_in_the_contest(case):
    one = case(INVITED + PARTIES)
    assert bidders_known(one) == ("alder", "elm", "fern")
    assert bidders_withdrawn(one) == ("dell",)
    assert invited_without_a_bid(one) == ("fern",)


@pytest.mark.parametrize(
    ("tender", "said"),
    [
        (INVITED, True),
        ("tender: {procurement_method: selective, second_stage: {invited: [alder, dell]}}", False),
        ("tender: {procurement_method: selective}", None),
        ("tender: {procurement_method: selective, second_stage: {invited: [all candidates]}}", None),
        ("tender: {procurement_method: open}", False),
        # Whoever is invited to an open procedure is invited to what everybody may do.
        ("tender: {procurement_method: open}\nevents: [{kind: invitation, recipients: [alder]}]", False),
        ("tender: {procurement_method: selective}\nevents: [{kind: invitation, recipients: [alder]}]", True),
    ],
)
def test_whether_a_candidate_was_invited(case, tender, said):
    assert not_invited(case(tender + PARTIES), "dell") is said
