"""Lexicons: the words a rule looks for in one language, as data with sentences that prove them (`rules/lexicons/en`).

A rule names one with `lexicon:`; its groups are options of the rule's check (`phrases`, `unless` …), and what the rule says
itself under `with:` wins. A lexicon's sentences are its tests: each hit must be found by every rule that uses it, no miss may.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import NamedTuple

from fairaudit.analysis.text.language import ENGLISH, looks_english
from fairaudit.checks.texts.corpus import corpus_of
from fairaudit.engine.index import RuleIndex
from fairaudit.procurement.case import Case
from fairaudit.sources.document import Value
from fairaudit.sources.limits import decode
from fairaudit.sources.shipped import shipped_rules
from fairaudit.sources.yaml import read_yaml

ABOUT = ("id", "language", "title", "notes", "sentences")
LANGUAGES = (ENGLISH,)


class Lexicon(NamedTuple):
    """The words of one subject in one language, by the option they are for, and the hash of its file."""

    name: str
    language: str
    title: str
    groups: dict[str, Value]
    sentences: dict[str, Value]
    sha256: str


def lexicon_names(language: str = ENGLISH) -> tuple[str, ...]:
    """Return the names of the lexicons of a language."""
    return tuple(sorted(one.stem for one in (shipped_rules() / "lexicons" / language).glob("*.yaml")))


@lru_cache(maxsize=1)
def _index() -> RuleIndex:
    return RuleIndex(shipped_rules(), f"lexicons-{ENGLISH}")


@lru_cache(maxsize=64)
def lexicon(name: str, language: str = ENGLISH) -> Lexicon:
    """Return a lexicon by name; raises `LookupError` where there is none, `SourceError` for a faulty file."""
    if name not in lexicon_names(language):
        raise LookupError(f"names no lexicon: `{name}`; there are {', '.join(lexicon_names(language)) or 'none'}")
    raw = (shipped_rules() / "lexicons" / language / f"{name}.yaml").read_bytes()
    digest, shown = hashlib.sha256(raw).hexdigest(), f"rules/lexicons/{language}/{name}.yaml"
    tree = _index().tree(digest) or read_yaml(decode(raw, shown), shown)
    _index().add(digest, tree)
    data = tree.value if isinstance(tree.value, dict) else {}
    sentences = data.get("sentences")
    return Lexicon(
        name=name,
        language=language,
        title=str(data.get("title") or name),
        groups={key: value for key, value in data.items() if key not in ABOUT},
        sentences=sentences if isinstance(sentences, dict) else {},
        sha256=digest,
    )


def save_index() -> None:
    """Keep what was read, as for rules."""
    if _index().used:
        _index().save()


def unread_language(case: Case) -> tuple[str, tuple[str, ...]] | None:
    """Return why the texts of a case cannot be read, and the fields that would settle it; `None` where they can be."""
    stated = (case.tender.language or "").strip().lower().replace("_", "-").split("-")[0]
    if stated:
        return None if stated in LANGUAGES else (f'no lexicon for "{stated}"', ())
    if case.once(_looks_foreign):
        return "no lexicon: the texts do not look like English, and their language is not given", ("tender.language",)
    return None


def _looks_foreign(case: Case) -> bool:
    return looks_english(corpus_of(case).whole) is False
