"""Documents, data rooms and times to bid: who had which version, and from when."""
