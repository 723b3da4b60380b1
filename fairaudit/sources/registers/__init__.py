"""Registers as they stream by: files that may be larger than memory, read piece by piece, with the line of every record."""
