"""What a formula is: its name, what it needs, what it claims, and how it is worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from fairaudit.analysis.formulas.exact import FormulaError
from fairaudit.frozen import Frozen

Family = Literal["relative", "absolute"]
Best = Literal["highest", "lowest"]
Straight = Literal["figure", "inverse"]
Values = Mapping[str, Fraction]
"""Parameters by name, defaults filled in; those that may be left out and have no default are not there."""


class Offer(Frozen):
    """What one bid offers: its price; its quality, a share from 0 to 1 or points, as the formula says; further figures.

    `figures` are pairs of a name and a number, such as the days to completion.
    """

    price: Fraction
    quality: Fraction
    figures: tuple[tuple[str, Fraction], ...] = ()

    def figure(self, name: str) -> Fraction:
        """Return a further figure of the offer; raises `FormulaError` where it is not given."""
        found = dict(self.figures).get(name)
        if found is None:
            raise FormulaError(f"the formula needs the figure `{name}` of every bid, and a bid has none")
        return found


class Parameter(Frozen):
    """A number that must be published with a formula; without a default it is needed unless it is `optional`."""

    name: str
    meaning: str
    default: Fraction | None = None
    optional: bool = False


ShareOfPoints = Callable[[Fraction, Sequence[Fraction], Values], Fraction]
"""The share of the price points that a price earns among some prices, by the parameters; raises `FormulaError`."""
Figures = Callable[[Sequence[Offer], Fraction, Fraction, Values], tuple[Fraction, ...]]
"""The figure of each offer, by the weights of price and quality and by the parameters; raises `FormulaError`."""


class Formula(Frozen):
    """A formula by which offers are scored.

    `family`: relative ones measure an offer against the others, absolute ones against published figures. `independent`:
    adding or removing an offer never turns the order of two others (independence of irrelevant alternatives). `price_only`:
    it gives price points to be added to points for quality; others give one figure for price and quality together.
    `best`: which end of the overall figure wins. `figures`: further figures that every offer must have. `straight`: what
    rises in a straight line with an offer's own quality, whatever the others offer, and so orders offers by any weights.
    `weighted`: its one figure hangs on the weights of price and quality. `plainly`: for one figure of price and quality, in
    plain words, how it is made and what quality does in it.
    """

    name: str
    id: str
    title: str
    expression: str
    family: Family
    independent: bool
    defect: str
    source: str
    share: ShareOfPoints | None = None
    figure: Figures | None = None
    best: Best = "highest"
    parameters: tuple[Parameter, ...] = ()
    figures: tuple[Parameter, ...] = ()
    aliases: tuple[str, ...] = ()
    quality: Literal["share", "points"] = "share"
    straight: Straight | None = None
    weighted: bool = False
    plainly: str = ""

    @property
    def price_only(self) -> bool:
        """Whether it scores the price alone."""
        return self.figure is None

    @property
    def tells_weights(self) -> bool:
        """Whether the weights published beside it say what price and quality are worth, so that another could use them."""
        return (self.price_only or self.weighted) and not self.figures
