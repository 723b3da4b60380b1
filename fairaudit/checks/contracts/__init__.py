"""Contracts and frameworks while they run: changes, orders, grounds."""
