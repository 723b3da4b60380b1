"""What the law says of a case: its dated tables, how it counts days, what settles which regime a procurement is under."""
