"""Deadlines, periods that a law counts, and how long something took."""
