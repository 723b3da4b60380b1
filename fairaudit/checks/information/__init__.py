"""What bidders are told, when, and whether all of them are."""
