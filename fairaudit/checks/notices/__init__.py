"""Notices, reports and letters: what they hold, in which order they come, and when they are sent."""
