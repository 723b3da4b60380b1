"""Words that ask for a minimum score, and what they say of a bid below it."""
