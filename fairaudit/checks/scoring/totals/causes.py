"""How much of what is wrong in recorded figures one cause accounts for, as the finding that names the cause says it."""

from __future__ import annotations

from collections.abc import Collection

from fairaudit.checks.base import Clause, Hit, Verb
from fairaudit.checks.scoring.evaluation_records import plain
from fairaudit.checks.scoring.totals.award_words import GIVES
from fairaudit.checks.scoring.totals.recorded import Recomputed
from fairaudit.checks.scoring.totals.totals import wrong_figures
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

_SEVERAL = 2
"""How many wrong figures a cause must account for: heuristic."""


class Accounted(Frozen):
    """The wrong figures of a lot that one cause accounts for."""

    figures: tuple[Hit[Recomputed], ...]

    @property
    def confidence(self) -> str | None:
        """`possible` where it is a question whether several of the figures are wrong at all."""
        return None if sum(one.confidence != "possible" for one in self.figures) >= _SEVERAL else "possible"

    @property
    def furthest(self) -> Clause:
        """The figure that is furthest off, and what it is by the published method; there must be one."""
        first = max(self.figures, key=lambda one: abs(one.facts.recorded - one.facts.recomputed)).facts
        return Clause(f"the {first.part} of {first.bid}: {plain(first.recorded)} instead of {plain(first.recomputed)}")

    @property
    def told(self) -> Verb:
        """How many figures these are, and the one that is furthest off, as an addition to a sentence."""
        if not self.figures:
            return Verb("")
        if len(self.figures) == 1:
            return Verb(f". So one recorded figure is not the one that {GIVES}: {self.furthest}")
        return Verb(
            f". So {len(self.figures)} recorded figures are not those that {GIVES}; furthest off is {self.furthest}"
        )


def accounted(case: Case, lot: str | None, keys: Collection[str], least: int = _SEVERAL) -> Accounted:
    """Return the wrong figures of a lot that a cause accounts for, by their keys; a single one is as likely a slip.

    A cause that stands on more than these figures says at `least` how many there must be.
    """
    found = tuple(one for one in wrong_figures(case, lot) if one.key in keys)
    return Accounted(found if len(found) >= least else ())
