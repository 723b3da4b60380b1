"""Checks of moderation: how single scores became the panel's, when, why, and whether the words fit the scores."""
