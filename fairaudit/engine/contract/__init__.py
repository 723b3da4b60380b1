"""The settled report as a value: the JSON contract, version 1, field by field."""
