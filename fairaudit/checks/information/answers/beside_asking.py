"""Whether a text has the name of a bidder where whoever asked stands, or where somebody is greeted or answered."""

import re
from collections import defaultdict
from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import names_as_a_name, organisation_name, words
from fairaudit.checks.information.answers.greeted import ASKED, ASKING
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

_SHORTEST = 3
"""Letters of a name that stands for itself without its legal form."""
_NEAR = 6
"""Words beside a name in which asking is looked for."""
_HAS_ASKED = late_pattern(rf"(?:(?:has|have|had|also|already) )?{ASKED}\b")
_ASKED_BY = late_pattern(rf"\b{ASKING} (?:by|from)(?: the)?$")
_ADDRESSED = late_pattern(
    r"\b(?:dear|in (?:reply|response|answer) to|reply to|response to|(?:we|to) (?:can )?(?:confirm|reply|write) to"
    r"|(?:question|query|enquiry|inquiry|request) of|thank you|thanks(?: to)?)(?: the)?$"
)
_ITS_QUESTION = late_pattern(r"(?:question|query|enquiry|inquiry)\b")
_POSSESSIVE = late_pattern("['\u2019\u2018`\u00b4]s\\b")


def is_written_out(text: str, name: str) -> bool:
    """Whether a text names an organisation as one, or has its name letter by letter: `Ponteverde d.o.o.`."""
    if names_as_a_name(text, name):
        return True
    tells = len(organisation_name(name).core) > 1 or bool(organisation_name(name).form)
    return tells and not name[:1].islower() and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def is_said_to_ask(case: Case, text: str, name: str) -> bool:
    """Whether a text has a whole name, with or without a legal form, beside a word of asking."""
    places = _places(case, text, name, least=_SHORTEST)
    return any(_ASKED_BY.search(one.before) or any(map(_HAS_ASKED.match, one.behind)) for one in places)


def is_addressed(case: Case, text: str, name: str) -> bool:
    """Whether a text greets a bidder by its name, with capitals, or says that it replies to it: `Dear Quillon Ltd`."""
    bare = _POSSESSIVE.sub("", text)
    if not is_written_out(bare, name):
        return False
    return any(
        _ADDRESSED.search(one.before) or any(map(_ITS_QUESTION.match, one.behind))
        for one in _places(case, bare, name, least=1)
    )


class _Place(Frozen):
    """What stands before a name in a text, and what stands behind it, in each reading of its legal form."""

    before: str
    behind: tuple[str, ...]


def _places(case: Case, text: str, name: str, *, least: int) -> Iterator[_Place]:
    """Yield where a name stands; one of fewer letters than `least` only with a legal form, or written as the party is.

    With the legal form of another party of that name it is that party.
    """
    from fairaudit.analysis.names.behindnames import bare_name, forms_behind

    (core, form), said = bare_name(name), words(text.replace("&", " and "))
    if not core or core[0] not in said:
        return
    forms_of_others = case.once(_forms).get(core, frozenset()) - {form}
    is_short = len("".join(core)) < least and not _is_written_alike(text, name, len(core))
    for at in range(len(said) - len(core) + 1):
        if said[at : at + len(core)] == core:
            rest = said[at + len(core) :]
            forms = forms_behind(rest)
            if not (
                (is_short and not forms) or (forms and not forms_of_others.isdisjoint(one for _, one in forms[:1]))
            ):
                lengths = (0, *(length for length, _ in forms))
                behind = tuple(" ".join(rest[length : length + _NEAR]) for length in lengths)
                yield _Place(" ".join(said[max(0, at - _NEAR) : at]), behind)


def _is_written_alike(text: str, name: str, length: int) -> bool:
    """Whether a text has the first words of a short name as the name has them, in capitals or with a figure: `3M asked`."""
    own = " ".join(name.split()[:length])
    return own.upper() == own and re.search(rf"(?<!\w){re.escape(own)}(?!\w)", text) is not None


def _forms(case: Case) -> defaultdict[tuple[str, ...], frozenset[str]]:
    """Return the legal forms of all parties by the words of their names."""
    from fairaudit.analysis.names.behindnames import bare_name

    found: defaultdict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
    for party in case.parties:
        for core, form in map(bare_name, filter(None, (party.name, *(party.aliases or ())))):
            found[core] |= {form} - {""}
    return found
