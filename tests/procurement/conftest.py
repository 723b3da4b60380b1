"""Registers are read in two ways, and what they say is the same by both."""

import pytest

from fairaudit.procurement.registers import passing


@pytest.fixture(params=["one by one", "through DuckDB"])
def both_ways(request, monkeypatch):
    """Read a register record by record, and as one whose second record is beyond the hundred-thousandth."""
    if request.param == "through DuckDB":
        monkeypatch.setattr(passing, "PLAIN", 1)
        monkeypatch.setattr(passing, "_BATCH", 100)
