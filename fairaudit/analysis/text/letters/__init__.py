"""Letters that tell bidders of a result: their lines, their courtesies, and what they say in words."""
