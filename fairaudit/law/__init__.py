"""What the law says of a case: its dated tables, how it counts days, what settles which regime a procurement is under."""

# Importing these registers the steps that rules and tables name.
from fairaudit.law import moments, steps

__all__ = ["moments", "steps"]
