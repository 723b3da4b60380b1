"""Bids and bidders that were put out: for which reason, and whether that is a rule of the documents."""
