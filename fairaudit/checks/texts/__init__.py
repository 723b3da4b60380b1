"""What the texts of a tender say: who and what they name, what they leave out, what only one can meet."""
