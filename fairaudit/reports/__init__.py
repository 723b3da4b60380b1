"""A settled report into one format each."""
