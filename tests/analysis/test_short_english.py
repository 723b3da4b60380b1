"""Measures are written in any language; only in English can anybody here say what they kept somebody from."""

import pytest

from fairaudit.analysis.measures import in_unread_words


@pytest.mark.parametrize(
    "text",
    [
        "Will be careful", "Reminded to stay independent and objective", "Business as usual", "No conflict present.",
        "He hasn't been involved", "Undertaking signed", "Letter on file", "Kept out of scoring", "", None, "...",
    ],
)  # fmt: skip
def test_english_however_short_is_read(text):
    assert not in_unread_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Neemt geen deel aan de beoordeling van Brandreth", "Nimmt nicht an der Bewertung von B1 teil",
        "Wurde von der Bewertung ausgeschlossen", "Ne participe pas à l'évaluation de B1",
        "No participa en la evaluación de la oferta", "Non partecipa alla valutazione", "Nie bierze udziału w ocenie oferty",
        "Har ikke deltatt i vurderingen for B1", "Osallistuu ei arviointiin", "Не участвует в оценке",
    ],
)  # fmt: skip
def test_other_languages_are_left_open(text):
    assert in_unread_words(text)
