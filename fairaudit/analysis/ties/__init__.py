"""Who is tied to whom through others: the strength of each tie, and the strongest short way between any two."""
