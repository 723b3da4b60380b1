"""Whom and what the cells of a table mean: bids, criteria and lots by id, or by a name that only one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from unicodedata import normalize

from fairaudit.analysis.names import OrganisationName, organisation_name, person_name
from fairaudit.analysis.nearest import nearest
from fairaudit.frozen import Frozen
from fairaudit.procurement.loading.lot_bids import shared_ids
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.scalars import looks_like_a_number
from fairaudit.procurement.tabled.strangers import Known
from fairaudit.sources.tables.grid import Figure


class Unmeant(Frozen):
    """Why a cell names nothing that could be meant; `kept` where what it says is taken as it is written."""

    reason: str
    kept: bool = False


Meant = str | Unmeant

_WORDS = re.compile(r"\w+")
_PARTS = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[0-9]+")


def said(text: str) -> str:
    """Return a text for comparing: small letters, single blanks, letters and their marks as one sign."""
    if not text.isascii():
        text = normalize("NFC", text)
    return " ".join(text.casefold().split())


def _labels(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return ids by labels that hold the id and the name of the same thing: `Q1: Method`, `Method (Q1)`."""
    found: dict[str, set[str]] = {}
    for key, name in pairs:
        for label in (f"{key} {name}", f"{name} {key}"):
            found.setdefault(_plain(label), set()).add(key)
    return found


def _plain(text: str) -> str:
    return " ".join(_PARTS.findall(said(text)))


class _Names:
    """The things of one kind, by id and by name."""

    def __init__(self, pairs: Iterable[tuple[str | None, str | None]]) -> None:
        self.ids: dict[str, None] = {}
        self.names: dict[str, set[str]] = {}
        self.letters: dict[str, str] = {}
        """The ids by how they are compared as words: small letters, single blanks."""
        pairs = list(pairs)
        self.labels = _labels((key, name) for key, name in pairs if key and name)
        for key, name in pairs:
            if key is not None:
                self.ids.setdefault(key)
                self.letters.setdefault(said(key), key)
                if name:
                    self.names.setdefault(said(name), set()).add(key)

    def meant(self, text: str, what: str) -> Meant:
        """Return the id that a cell means."""
        if isinstance(text, Figure):
            # 1.10 that was typed into a spreadsheet is kept as 1.1.
            alike = [one for one in self.ids if looks_like_a_number(one) and Decimal(one) == Decimal(text)]
            if len(alike) > 1:
                return Unmeant(f"is a number and may mean {what} {' or '.join(alike[:4])}; format the cells as text")
            if alike:
                return alike[0]
        if text in self.ids:
            return text
        if not text.isascii() and (composed := normalize("NFC", text)) in self.ids:
            return composed
        named = self.names.get(said(text), set())
        if len(named) == 1:
            return next(iter(named))
        if named:
            return Unmeant(f"is the name of {what} {' and '.join(sorted(named)[:4])}; write the id")
        if len(labelled := self.labels.get(_plain(text), set())) == 1:
            return next(iter(labelled))
        return Unmeant(f"names no {what} of this case{self.hint(text)}; write its id as the case does")

    def hint(self, text: str) -> str:
        """Return which id a text would be but for capitals and blanks, which may tell two ids apart."""
        near = self.letters.get(said(text)) or self._alike(said(text))
        return f"; did you mean `{near[:40]}`?" if near else ""

    def _alike(self, text: str) -> str | None:
        """Return the one id that a text holds as a word, or by a name, or whose number is the text's only one."""
        words = set(_WORDS.findall(text))
        held = [key for key in self.ids if said(key) in words]
        numbers = {one.lstrip("0") for one in _NUMBER.findall(text)}
        alike = [key for key in self.ids if len(numbers) == 1 and numbers == set(_NUMBER.findall(key))]
        close = nearest(text, self.names)
        named = [*self.names[close]] if close else []
        return next((one[0] for one in (held, named, alike) if len(one) == 1), None)


class Keys:
    """What the cells of all tables of a case may mean; each word is looked up once."""

    def __init__(self, root: Procurement) -> None:
        tender = root.tender
        bids = root.bids or ()
        self.bids = {one.id for one in bids if one.id}
        self._of_lots = shared_ids(bids)
        self._bid_ids = _Names((one.id, None) for one in bids)
        self._bid_labels = _labels(_bidders(root, bids))
        self._by_bidder = _by_bidder(root, bids)
        self._bidders = {name: None for _, name in _bidders(root, bids)}
        self._by_name = _by_name(self._by_bidder)
        lots = tender.lots if tender else None
        self._lots = _Names((one.id, one.title) for one in lots or ())
        self._lot_words = {one.id: {_plain(one.id), _plain(one.title or one.id)} for one in lots or () if one.id}
        criteria = tender.award_criteria if tender else None
        self._criteria = _Names((one.id, one.name) for one in _every(criteria or ()))
        evaluation = root.evaluation
        panel = (evaluation.panel if evaluation else None) or ()
        allocated = [one.evaluator for one in (evaluation.allocation if evaluation else None) or () if one.evaluator]
        self.pass_fail = {one.id for one in _every(criteria or ()) if one.treatment == "pass-fail" and one.id}
        """The criteria that are passed or failed, where a word stands for a score."""
        self._scales = {one.id: one.scale for one in _every(criteria or ()) if one.id and one.scale}
        tops = [one.scale.maximum for one in _every(criteria or ()) if one.scale and one.scale.maximum is not None]
        self.highest = max(tops, default=None)
        """The top of the highest scale that is published."""
        self.seats = dict.fromkeys((*panel, *allocated))
        self.known = Known(root, self.seats)
        own = (evaluation.individual if evaluation else None) or ()
        self._scored = {said(one) for one in {one.evaluator for one in own} if one}
        self.people: dict[str, list[tuple[str | None, str | None]]] = {}
        for one in root.people or ():
            for name in {said(name) for name in (one.id, one.name) if name}:
                self.people.setdefault(name, []).append((one.id, one.name))
        self._labels = _labels((one.id, one.name) for one in root.people or () if one.id and one.name)
        self._sheets = {said(one): one for one in (*_names(root), *self.seats)}
        self._spoken: dict[tuple[str, ...], set[str]] = {}
        for name in {*self.people, *map(said, self.seats)}:
            self._spoken.setdefault(person_name(name), set()).add(name)
        self._surnames = {one[-1] for one in self._spoken if len(one) > 1}
        self._known: dict[tuple[str, str, bool, str | None], Meant] = {}

    def evaluator(self, text: str) -> str:
        """Return whom the panel calls what a cell calls them: the one person of that id or name, else as it is written."""
        if text in self.seats:
            return str(text)
        bearers = self.people.get(said(text))
        labelled = self._labels.get(_plain(text), set()) if bearers is None else set()
        key = next(iter(labelled)) if len(labelled) == 1 else None
        if bearers is None and key:
            bearers = [one for one in self.people[said(key)] if one[0] == key]
        meant = [one for one in bearers[0] if one in self.seats] if bearers and len(bearers) == 1 else []
        return meant[0] or str(text) if len(meant) == 1 else key or str(text)

    def calls_somebody(self, text: str) -> bool:
        """Whether somebody of the case is called so, by surname alone as well, or scored under that name in the case itself."""
        if said(text) in self.known.said or said(text) in self._scored:
            return True
        return len(own := person_name(text)) == 1 and own[0] in self._surnames

    def name_of_several(self, text: str) -> Unmeant | None:
        """Return that a text is the name of several people, so that nobody knows whom it means; `None` where it is not."""
        if text in self.seats:
            return None
        bearers = self.people.get(said(text), [])
        ids = [one or "somebody without an id" for one, _ in bearers]
        if len(bearers) < 2 or text in ids:
            return None
        return Unmeant(f"is the name of several people ({', '.join(ids[:4])}); write the id")

    def named_after(self, sheet: str) -> str | None:
        """Return the evaluator after whom a sheet is named."""
        found = self._sheets.get(said(sheet))
        if found is None and len(self._labels.get(_plain(sheet), ())) == 1:
            found = sheet
        if found is None and len(words := person_name(sheet)) > 1 and len(self._spoken.get(words, ())) == 1:
            found = self._sheets[next(iter(self._spoken[words]))]
        return None if found is None else self.evaluator(found)

    def bid(self, text: str, lot: str | None) -> Meant:
        """Return the bid that an id means, or whoever made exactly one bid of that lot; without bids as it is written."""
        return self._once("bid", text, lot)

    def criterion(self, text: str) -> Meant:
        """Return the criterion that an id or name means; one that was not published is kept for the rule about those."""
        return self._once("criterion", text, None)

    def is_a_step(self, criterion: str, score: Decimal) -> bool:
        """Whether a score is a step of the scale of a criterion; of a scale without steps, a whole number."""
        meant = self.criterion(criterion)
        scale = self._scales.get(meant) if isinstance(meant, str) else None
        if scale is None or not scale.step:
            return score == int(score)
        return (score - (scale.minimum or Decimal(0))) % scale.step == 0

    def lot(self, text: str) -> Meant:
        """Return the lot that an id or title means."""
        return self._once("lot", text, None)

    def names_a_bid(self, text: str, lot: str | None) -> bool:
        """Whether a text means a bid that the case has."""
        meant = self.bid(text, lot)
        return isinstance(meant, str) and meant in self.bids

    def heads_a_bid(self, text: str, lot: str | None) -> bool:
        """Whether a text means a bid that the case has, or one of several that share it where no lot is said."""
        return self.names_a_bid(text, lot) or (lot is None and bool(self.lots_of(text)))

    def lots_of(self, text: str) -> dict[str, str]:
        """Return what the bid of each lot is called, of an id that bids of several lots share."""
        return self._of_lots.get(str(text), {})

    def lots_in(self, text: str) -> set[str]:
        """Return the lots that a text names: all of it, or behind the word; of `Lot 1 and 2` both."""
        said, held = _plain(text), set(_plain(text).split())
        whole = {key for key, names in self._lot_words.items() if said in names}
        own = {key: _plain(key).removeprefix("lot ") for key in self._lot_words}
        if whole or not any(f" lot {one} " in f" {said} " for one in own.values()):
            return whole
        return {key for key, one in own.items() if held.issuperset(one.split())}

    def names_a_criterion(self, text: str) -> bool:
        """Whether a text means a criterion that the case has."""
        meant = self.criterion(text)
        return isinstance(meant, str) and meant in self._criteria.ids

    def _once(self, kind: str, text: str, lot: str | None) -> Meant:
        key = (kind, text, isinstance(text, Figure), lot)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._looked_up(kind, text, lot)
        return found

    def _looked_up(self, kind: str, text: str, lot: str | None) -> Meant:
        if kind == "criterion":
            meant = self._criteria.meant(text, "criterion") if self._criteria.ids else str(text)
            if isinstance(meant, Unmeant) and "names no" in meant.reason:
                words = f"names no award criterion of this case{self._criteria.hint(text)}; it is kept as it is written"
                return Unmeant(words, kept=True)
            return meant
        if kind == "lot":
            return self._lots.meant(text, "lot") if self._lots.ids else str(text)
        return self._bid(text, lot) if self._by_bidder or self.bids else str(text)

    def _bid(self, text: str, lot: str | None) -> Meant:
        if several := self._of_lots.get(str(text)):
            return several.get(
                lot or "", Unmeant(f"is the id of several bids: {', '.join(several.values())}; write the lot")
            )
        meant = self._bid_ids.meant(text, "bid")
        if isinstance(meant, str) or "may mean" in meant.reason:
            return meant
        bidders = self._by_bidder.get(said(text), []) or self._by_name.get(organisation_name(text), [])
        if not bidders and len(labelled := self._bid_labels.get(_plain(text), set())) == 1:
            return next(iter(labelled))
        made = [one for one in bidders if lot is None or one.lot in (None, lot)]
        ids = [one.id for one in made if one.id]
        if len(made) == 1 and ids:
            return ids[0]
        if made and not ids:
            return Unmeant("made a bid without an id; give the bid one in the case")
        if made:
            return Unmeant(f"made several bids: {', '.join(ids[:6])}; write the id of the bid, or its lot")
        words = "names no bid of this case, nor a party that made one"
        return Unmeant(f"{words}{self._bidder_meant(text)}; write the id of the bid")

    def _bidder_meant(self, text: str) -> str:
        """Return which bidder or bid a text may mean: one whose name lacks a legal form here or there, or is spelt alike."""
        core = organisation_name(text).core
        near: list[str | None] = [one for one in self._bidders if organisation_name(one).core == core]
        told = " or ".join(f"`{one[:40]}`" for one in (near or [nearest(text, self._bidders)])[:3] if one)
        return f"; did you mean {told}?" if told else self._bid_ids.hint(text)


def _names(root: Procurement) -> Iterator[str]:
    for one in root.people or ():
        yield from (name for name in (one.id, one.name) if name)


def _called(root: Procurement) -> dict[str, set[str]]:
    """Return what each party is called, by its id and by its name."""
    called: dict[str, set[str]] = {}
    for party in root.parties or ():
        for one in (party.id, party.name):
            if one:
                called.setdefault(said(one), set()).update(name for name in (party.id, party.name) if name)
    return called


def _bidders(root: Procurement, bids: tuple[Bid, ...]) -> Iterator[tuple[str, str]]:
    """Yield the id of every bid with each thing that its bidder is called."""
    called = _called(root)
    for bid in bids:
        if bid.id and bid.bidder:
            yield from ((bid.id, name) for name in called.get(said(bid.bidder), {bid.bidder}))


def _by_bidder(root: Procurement, bids: tuple[Bid, ...]) -> dict[str, list[Bid]]:
    """Return the bids by what their bidders are called: as the bid says, and by the party's id and name."""
    called = _called(root)
    found: dict[str, list[Bid]] = {}
    for bid in bids:
        own = {bid.bidder} if bid.bidder else set()
        for name in {said(one) for one in called.get(said(bid.bidder or ""), own)}:
            found.setdefault(name, []).append(bid)
    return found


def _by_name(by_bidder: dict[str, list[Bid]]) -> dict[OrganisationName, list[Bid]]:
    """Return the bids by the names of their bidders with a legal form, however that is written: `Ltd`, `Limited`."""
    found: dict[OrganisationName, list[Bid]] = {}
    for called, bids in by_bidder.items():
        name = organisation_name(called)
        kept = found.setdefault(name, []) if name.form else []
        kept += [one for one in bids if one not in kept]
    return found


def _every(criteria: tuple[AwardCriterion, ...]) -> Iterator[AwardCriterion]:
    for one in criteria:
        yield one
        yield from _every(one.children or ())
