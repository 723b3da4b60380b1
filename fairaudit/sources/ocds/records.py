"""What happened: enquiries, bids and awards of a release. A section the release does not have stays unknown."""

from __future__ import annotations

import re

from fairaudit.sources.ocds.common import money, only, organisation_key, period
from fairaudit.sources.ocds.parties import repeats_suppliers
from fairaudit.sources.ocds.told import NOTHING, Told, build, constant, first, group, groups, listed, text, texts

_DAY_OF_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]")


def enquiries(release: Told) -> Told:
    """Return the questions and answers of the enquiries extension."""
    tender = group(release, "tender")
    return listed(map(_enquiry, groups(tender, "enquiries")), tender.get("enquiries"))


def bids(release: Told) -> Told:
    """Return the bids of the bids extension."""
    at = group(release, "bids")
    found = listed(map(_bid, groups(at, "details")), at.get("details"))
    return at if at.note else found


def awards(release: Told) -> Told:
    """Return the awards, each with the day its contract was signed."""
    found = groups(release, "awards")
    signed = _signed(release)
    known = {text(one, "id").words for one in found}
    strays = [
        day.unusable(f"is the day a contract was signed whose award {key!r} is not in the release")
        for key, day in signed.items()
        if key not in known
    ]
    strays += [one for one in groups(release, "contracts") if one.misfit]
    statistics = _statistics(release)
    contracts = _contracts(release)
    counted = [
        _award(
            one,
            signed,
            contracts.get(text(one, "id").words, NOTHING),
            _bid_count(release, one, statistics, len(found)),
        )
        for one in found
    ]
    return listed([*counted, *strays], release.get("awards"))


def _enquiry(at: Told) -> Told:
    lot = text(at, "relatedLot")
    return build(
        at,
        id=text(at, "id"),
        asked_by=organisation_key(group(at, "author")),
        date=text(at, "date"),
        question=first(text(at, "description"), text(at, "title")),
        answer=text(at, "answer"),
        answered=text(at, "dateAnswered"),
        lots=Told([lot], lot.path) if lot else NOTHING,
    )


def _bid(at: Told) -> Told:
    bidders = listed((organisation_key(one) for one in groups(at, "tenderers")), at.get("tenderers"))
    bidder = bidders.all[0] if bidders.all else NOTHING
    if len(bidders.all) > 1:
        names = ", ".join(one.words for one in bidders.all)
        bidder = bidder.noted(f"is a joint bid of {names}; only the first is kept as its bidder")
    return build(
        at,
        id=text(at, "id"),
        bidder=bidder,
        lot=only(texts(at, "relatedLots"), "lots"),
        received=text(at, "date"),
        value=money(group(at, "value")),
        status=text(at, "status"),
    )


def _award(at: Told, signed: dict[str, Told], contract: Told, count: Told) -> Told:
    pause = group(at, "standstillPeriod")
    return build(
        at,
        id=text(at, "id"),
        bid=first(only(texts(at, "relatedBids"), "bids"), text(at, "relatedBid")),
        suppliers=listed((organisation_key(one) for one in groups(at, "suppliers")), at.get("suppliers")),
        lot=only(texts(at, "relatedLots"), "lots"),
        date=text(at, "date"),
        status=text(at, "status"),
        value=money(group(at, "value")),
        entered_into=signed.get(text(at, "id").words, NOTHING),
        standstill=build(pause, start_date=text(pause, "startDate"), end=text(pause, "endDate")),
        number_of_bids=count,
        summaries_sent=text(at, "assessmentSummariesDateSent"),
        contract_period=period(group(contract, "period")),
        performance_indicators=_indicators(contract),
        modifications=listed(map(_modification, groups(contract, "amendments")), contract.get("amendments")),
    )


def _contracts(release: Told) -> dict[str, Told]:
    """Return the contract of each award that has one only."""
    found: dict[str, list[Told]] = {}
    for one in groups(release, "contracts"):
        found.setdefault(text(one, "awardID").words, []).append(one)
    return {key: some[0] for key, some in found.items() if key and len(some) == 1}


def _indicators(contract: Told) -> Told:
    """Return how many indicators of performance a contract has; a reason why there are none says there are none."""
    agreed = groups(contract, "agreedMetrics")
    if agreed:
        return constant(str(len(agreed)), contract.get("agreedMetrics"))
    why = text(contract, "noAgreedMetricsRationale")
    return constant("0", why) if why else NOTHING


def _modification(at: Told) -> Told:
    grounds = groups(at, "rationaleClassifications")
    return build(
        at,
        id=text(at, "id"),
        date=_day(text(at, "date")),
        ground=first(text(grounds[0], "description"), text(grounds[0], "id")) if len(grounds) == 1 else NOTHING,
        reason=first(text(at, "rationale"), text(at, "description")),
    )


def _signed(release: Told) -> dict[str, Told]:
    """Return, for each award, the day its first contract was signed: the calendar day as the publisher wrote it."""
    found: dict[str, Told] = {}
    for contract in groups(release, "contracts"):
        key, date = text(contract, "awardID").words, text(contract, "dateSigned")
        day = _day(date)
        if day and (key not in found or day.words < found[key].words):
            found[key] = day
    return found


def _day(date: Told) -> Told:
    """Return the calendar day of a moment as the publisher wrote it."""
    match = _DAY_OF_MOMENT.match(date.words)
    return constant(match[1], date) if match else date


def _statistics(release: Told) -> dict[frozenset[str], Told]:
    """Return the numbers of bids that the bids extension states, by the lots they are about; none means the tender."""
    found: dict[frozenset[str], Told] = {}
    for one in groups(group(release, "bids"), "statistics"):
        if text(one, "measure").words == "bids":
            lots = (text(one, "relatedLot"), *texts(one, "relatedLots").all)
            found.setdefault(frozenset(lot.words for lot in lots if lot.words), text(one, "value"))
    return found


def _bid_count(release: Told, award: Told, statistics: dict[frozenset[str], Told], awards_in_all: int) -> Told:
    """Return how many bids were made for what an award covers, where the release says so beyond doubt."""
    lots = frozenset(one.words for one in texts(award, "relatedLots").all)
    if lots and lots in statistics:
        return statistics[lots]
    if awards_in_all != 1:
        return NOTHING
    if frozenset() in statistics or repeats_suppliers(release):
        return statistics.get(frozenset(), NOTHING)
    tender = group(release, "tender")
    named = listed(groups(tender, "tenderers"), tender.get("tenderers"))
    return first(text(tender, "numberOfTenderers"), constant(str(len(named.all)), named) if named else NOTHING)
