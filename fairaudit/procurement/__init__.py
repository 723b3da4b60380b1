"""The domain in its own words, and how files become it."""
