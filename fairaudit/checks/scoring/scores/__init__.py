"""Checks of single and agreed scores: who gave them, when, on which scale, and with which reason."""
