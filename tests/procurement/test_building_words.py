"""Words of which only a few are known may be written with other capitals and signs; a word that is none stays a fault."""

import pytest

from fairaudit.procurement.loading.loading import ModelError
from tests.conftest import case_of


@pytest.mark.parametrize("word", ["pass-fail", "pass_fail", "Pass/Fail", "passFail"])
def test_a_known_word_is_read_however_it_is_written(word):
    [criterion] = case_of(f"tender: {{award_criteria: [{{id: Q, treatment: {word}}}]}}").tender.award_criteria
    assert criterion.treatment == "pass-fail"


def test_a_word_that_is_none_is_refused_with_those_that_are():
    with pytest.raises(ModelError, match="should be one of `scored`"):
        case_of("tender: {award_criteria: [{id: Q, treatment: passed}]}")
