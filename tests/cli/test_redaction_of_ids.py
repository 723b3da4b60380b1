"""`--redact`: the number of a question stays, since it tells one from another; an id in words may be by somebody."""

import pytest

from fairaudit.engine.redaction.redacting import Redaction
from tests.checks.timed_cases import case_of


def shown(id_, section):
    record = {"id": id_}
    case = case_of({"enquiries": [record]} if section == "enquiries" else {"tender": {"amendments": [record]}})
    return Redaction(case, frozenset()).text(f"The answer ({id_}) went to all")


@pytest.mark.parametrize("number", ["CQ-007", "Q.7", "Question 7", "cq7", "12", "CQ-7a"])
def test_a_number_stays(number):
    assert shown(number, "enquiries") == f"The answer ({number}) went to all"


@pytest.mark.parametrize("section", ["enquiries", "amendments"])
@pytest.mark.parametrize("id_", ["Zed Marlow on hedges", "Marlow3", "Zed 7"])
def test_an_id_in_words_is_withheld(id_, section):
    assert shown(id_, section) == "The answer ([withheld]) went to all"
