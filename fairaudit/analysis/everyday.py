"""Gifts and hospitality of every day, by their words alone: a coffee, a glass of water, a pen, where nobody wrote a value.

Only words that are all known count: `Coffee at a supplier day` is one, `Coffee machine` and `Tea at the Grand Hotel` are not.
"""

from __future__ import annotations

import re

_THINGS = frozenset(
    """
    coffee coffees tea teas water biscuit biscuits cookie cookies sandwich sandwiches pastry pastries cake
    refreshment refreshments pen pens pencil pencils notepad notepads notebook mug mugs calendar calendars lanyard
    lanyards keyring leaflet brochure
    """.split()
)
"""What is a courtesy by its kind; a meal is one only where it is of sandwiches, or where it was open to everybody."""

_TO_EVERYBODY = re.compile(
    r"\b(?:buffet|lunch|canapes|finger food|snacks?|soft drinks?)\b.*\bopen to (?:all|everybody|everyone|the public)\b",
    re.IGNORECASE,
)

_AROUND = frozenset(
    """
    a an the and or with of at on in during for from after before to some one two cup cups glass glasses bottle plate piece slice
    light free plain ordinary small branded promotional plastic paper sparkling still mineral tap tray only offered served given
    supplier suppliers market engagement day days event events fair fairs trade conference site visit visits meeting meetings open
    all everyone everybody public bidders bidder briefing stand stall exhibition presentation demonstration workshop
    buffet lunch canapes finger food snack snacks soft drink drinks stand-up
    """.split()
)
"""What may stand around them: how much of it, and at which occasion."""


def is_of_every_day(text: str | None) -> bool:
    """Whether all that a gift is called is something of every day, and where it was given."""
    said = re.findall(r"[^\W_]+(?:-[^\W_]+)*", (text or "").casefold())
    if not said or not all(one in _THINGS or one in _AROUND for one in said):
        return False
    return not _THINGS.isdisjoint(said) or _TO_EVERYBODY.search(text or "") is not None
