"""No text of a case carries characters that drive a screen or turn the direction of reading into a report for machines."""

import json
import unicodedata
from datetime import date

import pytest

from fairaudit import audit, load
from fairaudit.sources.document import FairauditError
from fairaudit.sources.files import read_bytes
from tests.procurement.test_every_field import WHOLE

TODAY = date(2026, 3, 5)
MARK = "<script>alert(1)</script> \x1b[31m\u202e`x` | [a](javascript:alert(3))\n::error::pwn ${{ x }} <b>"


def texts(value, path=()):
    """Yield the path of every text of a case."""
    if isinstance(value, str):
        yield path
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from texts(one, (*path, key))


def with_text(value, path, words):
    """Return a case in which other words stand at a path."""
    if not path:
        return words
    step, *rest = path
    if isinstance(value, dict):
        return {key: with_text(one, rest, words) if key == step else one for key, one in value.items()}
    return [with_text(one, rest, words) if index == step else one for index, one in enumerate(value)]


def at(value, path):
    for step in path:
        value = value[step]
    return value


def loaded(value, folder):
    file = folder / "tender.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return load(file, today=TODAY)


def readable(value, path, folder):
    """Whether a case is still read when a text of it is spoilt: numbers, dates and words of a list are not texts."""
    try:
        loaded(with_text(value, path, at(value, path) + MARK), folder)
    except FairauditError:
        return False
    return True


def hidden(value, path=()):
    """Yield where a report holds a character nobody sees."""
    if isinstance(value, str) and any(unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") for one in value):
        yield path, value
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from hidden(one, (*path, key))
        yield from hidden(key, (*path, "key")) if isinstance(key, str) else ()


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spoilt")
    value = read_bytes(WHOLE.encode(), "tender.yaml")[0].value
    for path in texts(value):
        if readable(value, path, folder):
            value = with_text(value, path, at(value, path) + MARK)
    return audit(loaded(value, folder), today=TODAY)


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_no_hidden_character_of_a_case_reaches_a_report(spoilt, form):
    found = [(path, text) for path, text in hidden(json.loads(spoilt.to(form))) if not is_help(path)]
    assert found == []


def is_help(path):
    """Whether a text of SARIF is the help of a rule, which has paragraphs and holds nothing of a case."""
    return path[3:5] == ("driver", "rules") and "help" in path
