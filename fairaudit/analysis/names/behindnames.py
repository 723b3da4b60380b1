"""What legal form stands behind the words of a name in a running text, and a name's words without any form."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from fairaudit.analysis.names.exact import organisation_name, spelled, words
from fairaudit.analysis.names.legalforms import LONGEST, PLAINLY, SPELLINGS, SURE

Words = tuple[str, ...]


def forms_behind(rest: Words) -> tuple[tuple[int, str], ...]:
    """Return every legal form that the words behind a name begin with: of how many words, and its usual short writing."""
    found = ((length, _form(rest[:length])) for length in range(min(LONGEST, len(rest)), 0, -1))
    return tuple((length, form) for length, form in found if form)


@lru_cache(maxsize=8192)
def bare_name(name: str) -> tuple[Words, str]:
    """Return the words of a name without its legal form, whichever country's that is, and the form in its short writing."""
    core, form = organisation_name(name)
    if form:
        return core, _form(tuple(form.split())) or form
    for length in range(min(LONGEST, len(core) - 1), 0, -1):
        if found := _form(core[-length:]):
            return core[:-length], found
    return core, ""


@lru_cache(maxsize=8192)
def _form(found: Words) -> str:
    """Return the short writing of a legal form in any script, empty where words are none."""
    if found in SPELLINGS or "".join(found).isascii():
        return SPELLINGS.get(found, "")
    # Tables of letters are of use only for the few names that are in others.
    from fairaudit.analysis.names.letters import plain, readings

    spellings = (tuple(one.split()) for one in readings(plain(" ".join(found))))
    return next((SPELLINGS[one] for one in spellings if one in SPELLINGS), "")


def extends_name(text: str, name: str) -> bool:
    """Whether a text is the name of an organisation with more behind it: a branch, a country, a department.

    A name of one word is too little, and another legal form is another organisation.
    """
    found, core = spelled(text), organisation_name(name).core
    if found[:1] == ("the",) and core[:1] != ("the",):
        found = found[1:]
    begins = len(core) > 1 and found[: len(core)] == core and organisation_name(text).core != core
    return begins and _agrees(found[len(core) :], organisation_name(name).form)


def names_as_a_name(text: str, name: str) -> bool:
    """Whether a sentence names an organisation, with capitals: `community care` is anybody's.

    A name of one word is named only with its legal form behind it: `Alder Ltd`, where `Alder` may be a tree.
    """
    wanted, found = organisation_name(name), _as_written(text)
    length = len(wanted.core)
    return length > 0 and any(
        tuple(folded for _, folded in found[at : at + length]) == wanted.core
        and not any(one[0].islower() for one, _ in found[at : at + length] if len(one) > 3 or one == found[at][0])
        and _agrees(_written_on(found[at + length :]), wanted.form)
        and (length > 1 or bool(wanted.form and wanted.form in _begun(_written_on(found[at + length :]))))
        for at in range(len(found) - length + 1)
    )


def in_another_form(text: str, name: str) -> bool:
    """Whether a sentence names an organisation by its words, each time with another legal form behind them: `Alder GmbH`."""
    wanted, found = organisation_name(name), _as_written(text)
    length = len(wanted.core)
    behind = [
        _written_on(found[at + length :])
        for at in range(len(found) - length + 1)
        if tuple(folded for _, folded in found[at : at + length]) == wanted.core
    ]
    said = [next(iter(_begun(rest)), "") for rest in behind]
    return bool(wanted.form and said) and all(form not in ("", wanted.form) for form in said)


def behind_form(text: str, at: int) -> int:
    """Return where a text goes on behind the legal form that is written at a place, with its dot: there, if none is."""
    end = at
    for number, match in enumerate(re.finditer(r"[^\s,;:()]+", text[at:]), start=1):
        said = text[at : at + match.end()]
        if number > LONGEST or not re.fullmatch(r"[^,;:()]*", said):
            break
        if words(said) in SURE and len(_written_on(_as_written(said))) == len(words(said)):
            end = at + match.end()
    return end


def _as_written(text: str) -> list[tuple[str, str]]:
    """Return the words of a text as they are written, each with its folded form."""
    raw = re.findall(r"[^\W_]+", re.sub(r"[.'’‘`´ʼ/]", "", text.replace("&", " and ")))
    return [(one, folded) for one in raw for folded in words(one)]


def _written_on(rest: list[tuple[str, str]]) -> Words:
    """Return the words behind a name that may still belong to it, so that `as a nurse` is no Norwegian company."""
    folded = tuple(one for _, one in rest)
    kept = sum(1 for _ in takewhile(lambda one: one[0][0].isupper() or one[1] in PLAINLY, rest))
    # Some forms have small letters within: `Sp. z o.o.`, `GmbH und Co KG`.
    begun = (length for length in range(min(LONGEST, len(rest)), 0, -1) if folded[:length] in SURE)
    return folded[: max(kept, next(begun, 0) if kept else 0)]


def _begun(rest: Words) -> Words:
    """Return the legal forms that the words behind a name begin with, the longest first, in their usual short writing."""
    return tuple(SURE[rest[:length]] for length in range(min(LONGEST, len(rest)), 0, -1) if rest[:length] in SURE)


def _agrees(rest: Words, form: str) -> bool:
    """Whether the words behind a name say no other legal form than a name's own; only at their ends is it looked for."""
    ended = (SURE.get(rest[-length:], "") for length in range(1, min(LONGEST, len(rest) - 1) + 1))
    said = {*_begun(rest), *ended} - {""}
    return not form or not said or form in said
