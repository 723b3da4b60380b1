"""Spellings of one given name that no rule of sounds brings together: common knowledge of each language, no list of others.

Each is one name on paper, written by ear, in short or by another romanisation (`Mohammed`, `Mohd`; `Yevgeny`, `Evgeny`). A
name in one language for its like in another (`Volodymyr`, `Vladimir`) is not here. Spellings that sound alike by the rules
of `letters` (`Jevgenij` and `Yevgeniy`) need stand here once.
"""

from __future__ import annotations

GIVEN_SPELLINGS = {
    "alena": ("alyona",),
    "alexander": ("aleksandr",),
    "artem": ("artyom",),
    "efim": ("yefim",),
    "egor": ("yegor",),
    "ekaterina": ("yekaterina",),
    "elena": ("yelena",),
    "elizaveta": ("yelizaveta",),
    "evgenia": ("yevgenia",),
    "evgeny": ("yevgeny",),
    "evhen": ("yevhen",),
    "evhenia": ("yevhenia",),
    "fedor": ("fyodor", "feodor"),
    "georgios": ("giorgos", "yorgos", "yiorgos"),
    "mohammed": ("muhammad", "mohammad", "muhammed", "mohamad", "mohd"),
    "petr": ("pyotr",),
    "semen": ("semyon",),
    "steven": ("stephen", "stiven"),
}
