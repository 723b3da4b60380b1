"""What the words on an award say: who wins, what is compared, and which of them were not understood."""
