"""What is looked for in texts is the same in every process: no pattern is joined from a set in the order it happens to have."""

import os
import subprocess
import sys
from pathlib import Path

TOLD = """
import importlib, pkgutil, fairaudit
for module in pkgutil.walk_packages(fairaudit.__path__, "fairaudit."):
    if not module.name.endswith("__main__"):
        for name, value in sorted(vars(importlib.import_module(module.name)).items()):
            text = getattr(value, "pattern", value)
            if isinstance(text, str) and not name.startswith("__"):
                print(module.name, name, ascii(text))
"""


def told(seed):
    run = subprocess.run(
        [sys.executable, "-c", TOLD],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return run.stdout.splitlines()


def test_patterns_are_the_same_in_every_process():
    first, *others = [told(seed) for seed in ("1", "2", "3")]
    assert len(first) > 1500
    assert [sorted({*first} ^ {*one}) for one in others] == [[], []]
