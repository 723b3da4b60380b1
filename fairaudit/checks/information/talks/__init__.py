"""Meetings, presentations, dialogues and letters with some of the bidders."""
