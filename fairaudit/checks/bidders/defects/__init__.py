"""What was wrong with bids: which defects are one, and whether bidders had the same time and decision."""
