"""What a message says by its own words: whether it asks, answers, puts off, only points elsewhere, or holds nothing."""
