"""Published minimum scores: what they mean, what bids have of them, what follows, and whether they were applied."""
