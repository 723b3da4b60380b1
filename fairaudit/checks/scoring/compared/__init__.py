"""Which bids, and which of their prices, are held against each other."""
