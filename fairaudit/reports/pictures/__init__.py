"""The pictures of an evaluation: pure functions from the tables that checks measured to SVG, with the numbers beside it."""
