"""Whose scores count for what: asked for, missing, averaged, or under a label that may mean another."""
