"""Checks of recorded figures: totals, weights and places that do not follow from the scores and prices."""
