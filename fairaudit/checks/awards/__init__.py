"""What an award rests on, and the standstill before a contract is signed."""
