"""Whole outputs kept beside the tests; FAIRAUDIT_UPDATE=1 writes them anew, to be read before they are committed."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name, text):
    """Compare an output with the one kept, byte for byte."""
    kept = FOLDER / name
    if os.environ.get("FAIRAUDIT_UPDATE"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_bytes(text.encode())
    assert text.encode() == kept.read_bytes()
