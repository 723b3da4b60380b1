"""Which party around a bidder a record means: by id, by an equal name, or by a name that stands within another text."""

from collections.abc import Iterable, Iterator

from fairaudit.analysis.denial import DENIED, how_named
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import any_same_organisation, extends_name, names_as_a_name, organisation_name, words
from fairaudit.checks.people.spellings.spelled import called_like, spelled_like
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.persons.faces import names_of
from fairaudit.procurement.twice import other_number

_LEADS = late_pattern(r"\b(?:of|in|at|from|with|by|for|to)\s+")


def parties_meant(case: Case, party: str | None, name: str | None, text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parties around bidders that a tie means, and whether by id or by name only."""
    standings = bidders(case).standings
    if party in standings:
        yield party or "", True
        return
    own = case.party(party)
    names = tuple(one for one in ((*names_of(own), name) if own else (name, party)) if one)
    found: list[str] = []
    around = [(key, case.party(key)) for key in near(case, (*names, text))]
    alike = [one for one in around if any_same_organisation(names, (*names_of(one[1]), one[0]))]
    for key, other in around:
        theirs = (*names_of(other), key)
        if (key, other) in alike:
            if not _other_registration(own, other):
                found.append(key)
        elif (own is None and not alike and (_extended(names, theirs) or named_behind(names, theirs))) or _written(
            text, theirs
        ):
            found.append(key)
    yield from ((key, False) for key in found)
    if not alike and not found:
        yield from ((key, False) for key in _otherwise(case, own, names, text))


def _otherwise(case: Case, own: Party | None, names: tuple[str, ...], text: str) -> list[str]:
    """Return the parties that names may mean which are written otherwise, unless a number says that it is another."""
    if own is not None:
        meant = {key for name in names for key in spelled_like(case, name)}
        return [
            key for key in bidders(case).standings if key in meant and not _other_registration(own, case.party(key))
        ]
    meant = {key for name in names for key in called_like(case, name)}
    for key in near(case, (*names, text)):
        bare = without_forms(case, key)
        if key not in meant and (_extended(names, bare) or named_behind(names, bare) or _written(text, bare)):
            meant.add(key)
    return [key for key in bidders(case).standings if key in meant]


def without_forms(case: Case, key: str) -> tuple[str, ...]:
    """Return the names of a party in more than one word, without their legal forms: in their own words people mistake these."""
    cores = (organisation_name(one).core for one in names_of(case.party(key)) or (key,))
    return tuple(" ".join(one) for one in cores if len(one) > 1)


def _extended(names: Iterable[str], theirs: tuple[str, ...]) -> bool:
    return any(extends_name(one, other) for one in names for other in theirs)


def named_behind(names: Iterable[str], theirs: tuple[str, ...]) -> bool:
    """Whether something else in front of a party's name leads to it: `200 shares in`, `somebody of`; not more of a name."""
    for name in names:
        said = [name[one.end() :] for one in _LEADS.finditer(name)]
        if any((_extended((one,), theirs) or any_same_organisation((one,), theirs)) for one in said):
            return _written(name, theirs)
    return False


def _written(text: str, theirs: tuple[str, ...]) -> bool:
    found = [one for one in theirs if names_as_a_name(text, one)] if text else []
    return bool(found) and how_named(text, found) != DENIED


def near(case: Case, texts: Iterable[str | None]) -> list[str]:
    """Return the parties around bidders whose name, without its legal form, stands in any of some texts, in their order."""
    by_core, lengths, order = case.once(_by_name)
    found: set[str] = set()
    for text in texts:
        said = words((text or "").replace("&", " and ").replace("+", " and "))
        for length in lengths:
            for at in range(len(said) - length + 1):
                found.update(by_core.get(said[at : at + length], ()))
    return sorted(found, key=order.__getitem__)


def _by_name(case: Case) -> tuple[dict[tuple[str, ...], list[str]], list[int], dict[str, int]]:
    """Return the parties around bidders by the words of their names, how many words that may be, and their order."""
    order = {key: place for place, key in enumerate(bidders(case).standings)}
    found: dict[tuple[str, ...], list[str]] = {}
    for key in order:
        for core in {organisation_name(one).core for one in (*names_of(case.party(key)), key) if one}:
            found.setdefault(core, []).append(key)
    return found, sorted({len(one) for one in found if one}), order


def _other_registration(first: Party | None, second: Party | None) -> bool:
    """Whether two parties carry different numbers of the same register, and so are two."""
    return first is not None and second is not None and other_number(first, second)


def names_party(case: Case, listed: tuple[str, ...], key: str) -> bool:
    """Whether a list such as `covers` holds a party, by id or by name, or says `all`."""
    return "all" in listed or key in listed or any_same_organisation(listed, names_of(case.party(key)))


def bidders_listed(case: Case, listed: tuple[str, ...]) -> list[str]:
    """Return the bidders that a list such as `recused_from` holds."""
    ids = bidders(case).ids
    if "all" in listed:
        return list(ids)
    around = {*near(case, listed), *listed} if listed else set()
    return [one for one in ids if one in around and names_party(case, listed, one)]
