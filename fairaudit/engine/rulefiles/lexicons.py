"""Lexicons: the words a rule looks for in one language, as data with sentences that prove them (`rules/lexicons/en`).

A rule names one or several with `lexicon:`; their groups are options of the rule's check (`phrases`, `unless` …). Lists add
up, those of the rule itself under `with:` too; of anything else what the rule says itself wins. A lexicon's sentences are
its tests: each hit must be found by every rule that uses it, no miss may.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

from fairaudit.analysis.text.language import ENGLISH, looks_english
from fairaudit.checks.texts.corpus import corpus_of
from fairaudit.engine.rulefiles.index import SENTENCES, RuleIndex
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.sources.document import Tree, Value
from fairaudit.sources.limits import decode
from fairaudit.sources.shipped import shipped_rules
from fairaudit.sources.yaml import read_yaml

ABOUT = ("id", "language", "title", "notes", SENTENCES)
LANGUAGES = (ENGLISH,)


class Lexicon(Frozen):
    """The words of one subject in one language, by the option they are for, and the hash of its file."""

    name: str
    language: str
    title: str
    groups: dict[str, Value]
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
    raw = _bytes(name, language)
    digest = hashlib.sha256(raw).hexdigest()
    known = _index().known(digest)
    tree = known.tree if known else _read(raw, name, language)
    _index().add(digest, tree)
    data = tree.value if isinstance(tree.value, dict) else {}
    groups = {key: value for key, value in data.items() if key not in ABOUT}
    return Lexicon(name, language, str(data.get("title") or name), groups, digest)


def sentences_of(name: str, language: str = ENGLISH) -> Value:
    """Return the sentences that prove a lexicon, as its file has them; raises as `lexicon` does. No audit needs them."""
    data = _read(_bytes(name, language), name, language).value
    return data.get(SENTENCES) if isinstance(data, dict) else None


def together(parts: Iterable[Mapping[str, Value]]) -> dict[str, Value]:
    """Return options as one: lists of the same name add up, each of their members once; of anything else the last wins."""
    options: dict[str, Value] = {}
    for part in parts:
        for name, value in part.items():
            before = options.get(name)
            if isinstance(before, list) and isinstance(value, list):
                value = before + [one for one in value if one not in before]
            options[name] = value
    return options


def _bytes(name: str, language: str) -> bytes:
    try:
        if not name.replace("-", "").isalnum():
            # A rule file may be a stranger's: its words name a lexicon, never another file.
            raise FileNotFoundError
        return (shipped_rules() / "lexicons" / language / f"{name}.yaml").read_bytes()
    except OSError:
        names = ", ".join(lexicon_names(language)) or "none"
        raise LookupError(f"names no lexicon: `{name}`; there are {names}") from None


def _read(raw: bytes, name: str, language: str) -> Tree:
    shown = f"rules/lexicons/{language}/{name}.yaml"
    return read_yaml(decode(raw, shown), shown)


def save_index() -> None:
    """Keep what was read, as for rules, once one was read that is not known; then all of them, since a run needs only some."""
    index = _index()
    if index.used.keys() <= index.entries.keys():
        return
    for name in lexicon_names():
        lexicon(name)
    index.save()
    index.made = dict(index.used)


def unread_language(case: Case) -> tuple[str, tuple[str, ...]] | None:
    """Return why the texts of a case cannot be read, and the fields that would settle it; `None` where they can be."""
    return case.once(_unread)


def _unread(case: Case) -> tuple[str, tuple[str, ...]] | None:
    stated = (case.tender.language or "").strip().lower().replace("_", "-").split("-")[0]
    if stated:
        return None if stated in LANGUAGES else (f'no lexicon for "{stated}"', ())
    if looks_english(corpus_of(case).whole) is False:
        return "no lexicon: the texts do not look like English, and their language is not given", ("tender.language",)
    return None
