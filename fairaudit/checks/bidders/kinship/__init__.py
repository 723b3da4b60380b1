"""What rivals have in common: people, owners, addresses, partners."""
