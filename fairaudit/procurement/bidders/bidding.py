"""Who bids, and which parties stand behind a bidder: its members, its owners and what these own, by what is recorded."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.gone_after_a_look import gone_after_a_look, gone_perhaps_unseen
from fairaudit.procurement.bidders.holdings import LEAST_SHARE, Lasts, lasts, owners_held
from fairaudit.procurement.bidders.named_around import named_firms, named_owners
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.parties import Owner, Party
from fairaudit.procurement.persons.identity import several_parties
from fairaudit.procurement.twice import numbers_of

_TENDERERS = frozenset({"tenderer", "bidder", "candidate"})
_HALF = 50
UNPLACED = "a member of a consortium, of which bidder is not recorded"
"""What a party is that is recorded as a member of a consortium, where no bidder names it among its members."""


class Standing(Frozen):
    """What a party is to a bidder: the bidder itself, an owner, a subcontractor; not `sure` where that is a question.

    `named` where only a name says that it is this party.
    """

    bidder: str
    words: str
    sure: bool = True
    named: bool = False


class Bidders(Frozen):
    """Who bids, the parties that stand behind each, and the fields without which that is not known in full.

    What the buyer itself is to bidders stands apart: to work for the buyer is why its officials are there, and ties none of
    them to a bidder.
    """

    ids: tuple[str, ...]
    missing: tuple[str, ...] = ()
    standings: Mapping[str, tuple[Standing, ...]] = MappingProxyType({})
    of_buyer: Mapping[str, tuple[Standing, ...]] = MappingProxyType({})


def bidders(case: Case) -> Bidders:
    """Return who bids: those with a bid that was not withdrawn, and parties whose role says so."""
    return case.once(_bidders)


def _bidders(case: Case) -> Bidders:
    live = [one for one in case.bids if one.status != "withdrawn"]
    # While nobody has bid yet, those invited are the field; later an invitation that led to no bid is none.
    made = [one for one in live if one.status != "invited"] or live
    named = [one.bidder for one in made if one.bidder]
    withdrawn = {one.bidder for one in case.bids} - set(named)
    said = [one.id for one in case.parties if one.id and _TENDERERS & set(one.roles or ()) and one.id not in withdrawn]
    ids = tuple(dict.fromkeys((*named, *said)))
    missing = [] if case.gives("bids") or ids else ["bids"]
    missing += [text_of((*one.path, "bidder")) for one in made if not one.bidder]
    standings, buyers = _standings(case, ids), _buyers(case)
    for gone, done in gone_after_a_look(case).items() if ids else ():
        for key, standing in _behind(case, gone, frozenset(ids)).items():
            told = f"{standing.words}, whose bid was withdrawn after it was {done}"
            standings.setdefault(key, (standing._replace(words=told, sure=False),))
    for gone in gone_perhaps_unseen(case) if ids else ():
        for key, standing in _behind(case, gone, frozenset(ids)).items():
            told = f"{standing.words}, whose bid was withdrawn, and whether anybody had seen it by then is not recorded"
            standings.setdefault(key, (standing._replace(words=told, sure=False),))
    # A buyer that bids itself stays among the bidders.
    others = {key: ones for key, ones in standings.items() if key not in buyers or key in ids}
    return Bidders(ids, tuple(missing), others, {key: ones for key, ones in standings.items() if key in buyers})


def _buyers(case: Case) -> frozenset[str]:
    """Return the ids of the buyer: its own, and those of parties with its number in a register."""
    own = case.tender.buyer.id if case.tender.buyer else None
    party = case.party(own)
    twins = (one.id for one in case.parties if one.id and party and same_registration(one, party))
    return frozenset((own, *twins)) if own and own not in case.once(several_parties) else frozenset()


def _standings(case: Case, ids: tuple[str, ...]) -> dict[str, tuple[Standing, ...]]:
    """Return what each party is to which bidder; parties with the same number in the same register are one."""
    found: dict[str, list[Standing]] = {}
    field, several = frozenset(ids), case.once(several_parties)
    clear = [one for one in case.parties if one.id not in several]
    # Nothing is concluded through an id that stands for two parties.
    for bidder in ids:
        for key, standing in _behind(case, bidder, field).items() if bidder not in several else ():
            if key not in several:
                found.setdefault(key, []).append(standing)
    around = [one for one in case.parties if one.id in found]
    near = {one.id for one in around}
    registered: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(around):
        for number in numbers_of(one):
            registered.setdefault(number, []).append(place)
    for party in clear:
        if party.id and party.id not in near:
            places = sorted({place for number in numbers_of(party) for place in registered.get(number, ())})
            twins = [found[around[place].id or ""] for place in places]
            found |= {party.id: list(dict.fromkeys(standing for twin in twins for standing in twin))} if twins else {}
    for one in clear if ids else ():
        if one.id and one.id not in found and any("consortium" in role.casefold() for role in one.roles or ()):
            found[one.id] = [Standing(one.id, UNPLACED, sure=False)]
    return {key: tuple(standings) for key, standings in found.items()}


def _behind(case: Case, bidder: str, field: frozenset[str]) -> dict[str, Standing]:
    found = {bidder: Standing(bidder, "a bidder")}
    party = case.party(bidder)
    # Most firms stand by themselves. In a long chain whoever stands above a bidder is most of the parties, so what each of
    # them is, is made once.
    for keys, words, sure in (
        ((party.members if party else None) or (), "a member of the consortium of the bidder", True),
        ((party.subcontractors if party else None) or (), "a subcontractor of the bidder", True),
        (_above(case.once(_controllers), bidder), "an owner of the bidder", True),
        (_above(case.once(_owners), bidder), "an owner of part of the bidder", False),
        (_above(case.once(_perhaps_owners), bidder), "an owner, perhaps no more, of the bidder", False),
        (
            tuple(_group(case, bidder, field)) if case.once(_controlled) else (),
            "of the same group as the bidder",
            False,
        ),
    ):
        if keys:
            standing = Standing(bidder, f"{words} {case.party_name(bidder)}", sure)
            for one in keys:
                found.setdefault(one, standing)
    for words, key in named_firms(case, party) if party else ():
        said = f"{words}, by name, of the bidder {case.party_name(bidder)}"
        found.setdefault(key, Standing(bidder, said, sure=False, named=True))
    for owner, one in named_owners(case, party) if party else ():
        perhaps = "" if lasts(case, owner) is Lasts.HOLDS else " and perhaps no more,"
        said = f"an owner, by name,{perhaps} of the bidder {case.party_name(bidder)}"
        found.setdefault(one, Standing(bidder, said, sure=False, named=True))
    return found


def _group(case: Case, bidder: str, field: frozenset[str]) -> Iterator[str]:
    """Yield the parties under the control of who controls a bidder; a rival among them is told as a bidder, not as that."""
    known, seen = case.once(_groups_known), set[str]()
    for top in reversed((bidder, *_above(case.once(_controllers), bidder))):
        # Whoever stands highest has all the others below, so that a long chain is gone down once.
        if top not in seen:
            if top not in known:
                below = _below(case, top)
                known[top] = (below, tuple(one for one in below if one not in field))
            yield from known[top][1]
            seen |= known[top][0].keys()


def _above(owners: dict[str, tuple[str, ...]], key: str) -> tuple[str, ...]:
    """Return the owners of a party, however high, by the owners of each."""
    found, waiting = {key: None}, [key]
    while waiting:
        for owner in owners.get(waiting.pop(), ()):
            if owner not in found:
                found[owner] = None
                waiting.append(owner)
    return tuple(found)[1:]


def _owners(case: Case) -> dict[str, tuple[str, ...]]:
    """Return which parties own each party, or so much of it that they count."""
    return _owned(case, lambda one: _counts(one) and lasts(case, one) is Lasts.HOLDS)


def _perhaps_owners(case: Case) -> dict[str, tuple[str, ...]]:
    """Return which parties own each party, or lately did, or may do so by dates of which one is wrong."""
    if all(not (owner.start_date or owner.end_date) for one in case.parties for owner in one.owners or ()):
        return {}
    return _owned(case, lambda one: _counts(one) and lasts(case, one) is not Lasts.OVER)


def _controllers(case: Case) -> dict[str, tuple[str, ...]]:
    """Return which parties control each party."""
    return _owned(case, lambda one: _controls(one) and lasts(case, one) is Lasts.HOLDS)


def _owned(case: Case, counts: Callable[[Owner], bool]) -> dict[str, tuple[str, ...]]:
    """Return the parties among the owners of each party whose share counts; of one recorded twice the first is meant."""
    several = case.once(several_parties)
    return {
        one.id: tuple(owner.party for owner in one.owners or () if owner.party and counts(owner))
        for one in reversed(case.parties)
        if one.id and one.id not in several
    }


def _counts(owner: Owner) -> bool:
    """Whether an owner holds as much as counts, or how much it holds is not said."""
    return owner.share is None or owner.share >= LEAST_SHARE


def _controls(owner: Owner) -> bool:
    """Whether an owner holds more than half, or how much it holds is not said."""
    return owner.share is None or owner.share > _HALF


def _below(case: Case, top: str) -> dict[str, None]:
    """Return the parties that a party controls, however deep, in the order in which they are found."""
    found, waiting = {top: None}, [top]
    while waiting:
        more = [one for one in case.once(_controlled).get(waiting.pop(), ()) if one not in found]
        found |= dict.fromkeys(more)
        waiting += more
    return found


def _groups_known(case: Case) -> dict[str, tuple[dict[str, None], tuple[str, ...]]]:  # noqa: ARG001  # kept with the case
    """Return where what stands below each party is kept, and which of that does not bid itself."""
    return {}


def _controlled(case: Case) -> dict[str, list[str]]:
    """Return which parties each party controls, by what their owners say."""
    found: dict[str, list[str]] = {}
    several = case.once(several_parties)
    for party in case.parties:
        for owner in owners_held(case, party) if party.id not in several else ():
            if party.id and owner.party and owner.party not in several and _controls(owner):
                found.setdefault(owner.party, []).append(party.id)
    return found


def same_registration(first: Party, second: Party) -> bool:
    """Whether two parties carry the same number of the same register."""
    return bool(numbers_of(first) & numbers_of(second))
