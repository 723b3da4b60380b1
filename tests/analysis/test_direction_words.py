"""Words of a criterion by which less of something is better, in four languages, and words that only look like them."""

import pytest

from fairaudit.analysis.text.scores.direction import low_is_better


@pytest.mark.parametrize(
    "text",
    [
        "Fewer is better", "The lower the better", "The lowest gets the most points", "Full marks for the shortest time",
        "The shortest delivery time receives full marks", "Je niedriger, desto besser", "Weniger ist besser",
        "Der niedrigste Wert erhält die höchste Punktzahl", "Die meisten Punkte erhält das kürzeste Angebot",
        "Le plus bas obtient le plus de points", "Moins c'est mieux", "Plus le délai est court, mieux c'est", "Menos es mejor",
        "Cuanto menor, mejor", "El plazo más corto obtiene la máxima puntuación",
    ],
)  # fmt: skip
def test_less_is_better(text):
    assert low_is_better(f"The number of weeks until delivery. {text}.") == text


@pytest.mark.parametrize(
    "text",
    [
        "Higher is better.", "Lower is not better.", "The highest gets the most points.", "At least the best staff are named.",
        "Le service est au moins aussi bon.", "Al menos el mejor.", "Je höher, desto besser.", "Wenigstens die besten.",
        "Une meilleure qualité pour moins cher.", "",
    ],
)  # fmt: skip
def test_words_that_do_not_say_so(text):
    assert low_is_better(text) == ""
