"""Registers beside a case: tables of its own people, parties and declarations, and registers that those are searched in."""
