"""Mathematics that knows no procurement."""
