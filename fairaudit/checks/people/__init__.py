"""What ties people to bidders, what they declared, and what they did all the same."""
