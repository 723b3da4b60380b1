"""Pictures as PNG: what the extra gives, and what is said where it is missing."""

import struct
import sys

import pytest

from fairaudit.reports.pictures.album import drawn
from fairaudit.reports.pictures.files import FiguresMissingError, png_file
from tests.reports.pictures import sample


def test_a_picture_is_twice_as_large_as_on_a_page():
    pytest.importorskip("resvg_py")
    picture = drawn(sample.small())[6]
    data = png_file(picture)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    height = float(picture.svg.split('height="')[1].split('"')[0])
    assert struct.unpack(">II", data[16:24]) == (1520, round(2 * height))
    assert png_file(picture) == data


def test_what_is_missing_is_named_in_one_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(FiguresMissingError) as said:
        png_file(drawn(sample.small())[0])
    assert str(said.value) == (
        'to write pictures as PNG, install the extra: pip install "fairaudit[figures]"; SVG needs nothing'
    )
