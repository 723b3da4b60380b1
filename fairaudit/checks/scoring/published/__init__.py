"""Checks of what the documents publish on criteria, weights, scales and formulas, before anybody has bid."""
