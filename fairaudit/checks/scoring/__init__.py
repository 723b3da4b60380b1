"""Criteria, weights and formulas as published, and the scores, totals and rankings made with them."""
