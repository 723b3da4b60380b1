"""Words of scoring: how scores are averaged, rounded and graded, and what stands beside them in tables."""
