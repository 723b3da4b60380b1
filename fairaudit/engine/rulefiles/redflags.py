"""The catalogues of red flags that rules name under `see`: who publishes each, and what its entries look for."""

from __future__ import annotations

from functools import lru_cache

from fairaudit.frozen import Frozen
from fairaudit.sources.document import Value
from fairaudit.sources.limits import decode
from fairaudit.sources.shipped import shipped_rules
from fairaudit.sources.yaml import read_yaml

_FILE = "catalogues/en/red-flags.yaml"


class Entry(Frozen):
    """An entry of a catalogue: its id or its name there, what it looks for, and the catalogue with who publishes it."""

    catalogue: str
    name: str
    words: str
    title: str


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """Return every entry that is known, under the words by which rules name it; raises `SourceError` for a faulty file."""
    shown = f"rules/{_FILE}"
    found = read_yaml(decode((shipped_rules() / _FILE).read_bytes(), shown), shown).value
    return {
        _called(catalogue, name): Entry(catalogue, name, str(words), str(_group(about).get("title")))
        for catalogue, about in _group(found).items()
        for name, words in _group(_group(about).get("entries")).items()
    }


def catalogue_names() -> tuple[str, ...]:
    """Return the catalogues there are, in their order."""
    return tuple(dict.fromkeys(one.catalogue for one in entries().values()))


def _called(catalogue: str, name: str) -> str:
    """Return how rules name an entry: by its id, or by its name in words behind a colon."""
    return f"{catalogue} {name}" if any(one.isupper() or one.isdigit() for one in name) else f"{catalogue}: {name}"


def _group(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}
