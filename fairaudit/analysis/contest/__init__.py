"""Who comes first by scores, prices and weights, and what it would take for another to come first. Exact, and pure."""
