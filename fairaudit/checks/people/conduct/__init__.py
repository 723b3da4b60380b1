"""What people did: to bids, at meetings, before the tender, and after they had stepped aside."""
