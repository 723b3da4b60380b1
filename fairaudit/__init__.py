"""Audits a tender and its records for a level playing field."""

__version__ = "0.1.0"
