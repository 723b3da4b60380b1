"""What ties people to bidders: kinds of tie, what is said of them, and who may be whom."""
