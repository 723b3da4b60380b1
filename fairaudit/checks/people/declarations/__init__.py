"""What people declared, when, and whether it covers the ties they have."""
