"""The laws, each with its conditions: importing this registers them all."""

from fairaudit.law import (
    eu,
    gpa,
    health,
    healthnotices,
    heard,
    procedures,
    sendings,
    uk,
    ukaward,
    ukbelow,
    uknotices,
    uktendering,
    worldbank,
)

__all__ = [
    "eu",
    "gpa",
    "health",
    "healthnotices",
    "heard",
    "procedures",
    "sendings",
    "uk",
    "ukaward",
    "ukbelow",
    "uknotices",
    "uktendering",
    "worldbank",
]
