"""Small cases from text, audited as the command line would."""

import os
from datetime import date

import pytest
from hypothesis import HealthCheck, settings

# As reading the rules of a law does: tests ask tables and terms without their rules.
import fairaudit.law.regimes  # noqa: F401
from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.files import read_bytes

TODAY = date(2026, 3, 5)

# How long an example takes, or takes to be made up, says how busy the machine is.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def case_of(text, name="tender.yaml", today=TODAY):
    return load_case(read_bytes(text.encode(), name), today)


@pytest.fixture
def case():
    return case_of


_EMPTY = []


@pytest.fixture(autouse=True)
def _below_its_own_folder(request, tmp_path_factory):
    """Tests write only below a temporary folder that is empty when they begin: `tmp_path` where they ask for it.

    No settings file of the checkout is found from there. A folder that a test left empty is the next one's: most write nothing.
    """
    asked = "tmp_path" in request.fixturenames
    here = request.getfixturevalue("tmp_path") if asked else _EMPTY.pop() if _EMPTY else tmp_path_factory.mktemp("own")
    before = os.getcwd()
    os.chdir(here)
    yield
    os.chdir(before)
    if not asked and here.is_dir() and not any(here.iterdir()):
        _EMPTY.append(here)


@pytest.fixture
def examples_run_once(monkeypatch):
    """`fairaudit test` runs each example of the shipped rules once in this process, however often it is called."""
    from tests.shipped import run_once

    monkeypatch.setattr("fairaudit.engine.examples.run_example", run_once)
