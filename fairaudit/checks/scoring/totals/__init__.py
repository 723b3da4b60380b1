"""The totals of a lot, worked out again exactly, and how sure that is."""
