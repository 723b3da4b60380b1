"""Who bids: who is in the contest, who was invited or left, and which parties stand behind a bidder."""
