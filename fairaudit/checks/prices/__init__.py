"""Checks of prices beside each other: formulas, low prices, patterns, adjustments."""
