"""Which award criteria there are, how they hang together, and which of them a record means."""
