"""What a record says of one person or organisation, as far as it helps to tell them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from fairaudit.analysis.names.substance import is_in_a_row, is_line, is_number, number_written, says_nothing
from fairaudit.frozen import Frozen

Kind = Literal["person", "organisation"]


class Described(Frozen):
    """One person or organisation of a case or a register.

    `identifiers` are pairs of scheme and id, `birth` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else there says nothing.
    Where a source gives `given` names and `surname` apart they are read as one more name, whose surname is known.
    """

    kind: Kind
    names: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    birth: str | None = None
    addresses: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    given: str | None = None
    surname: str | None = None


LONGEST = 400
"""Characters of a name or an address that are looked at: no name is longer, and a hostile one costs no more."""
MOST = 12
"""Names, addresses and the like of one record that are looked at, for the same reason."""

_BIRTH = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def birth_parts(birth: str | None) -> tuple[str, ...]:
    """Return year, month and day as far as they are written, nothing where it is no date."""
    found = _BIRTH.fullmatch(birth.strip()) if birth and len(birth) < LONGEST else None
    return tuple(one for one in found.groups() if one) if found else ()


def identifiers(described: Described) -> frozenset[tuple[str, str]]:
    """Return the identifiers in one writing: schemes and ids without case, signs and leading zeros."""
    return frozenset(one for one, _ in identifiers_written(described))


def identifiers_written(described: Described) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each identifier in one writing, with its number as the source writes it."""
    for scheme, written in described.identifiers[:MOST]:
        number = _bare(number_written(written))
        if is_number(number):
            bare, id_ = _bare(scheme), _without_country(scheme, number).lstrip("0")
            if bare and id_:
                yield (_SCHEMES.get(bare, bare), id_), written


def _without_country(scheme: str, bare: str) -> str:
    """Return a number without the country that its scheme begins with: `GB 123 4567 89` in `GB-VAT` is `123456789`."""
    country = scheme[:2].casefold() if _OF_COUNTRY.match(scheme) else ""
    return bare[2:] if country and bare.startswith(country) and bare[2:].isdigit() else bare


_OF_COUNTRY = re.compile(r"[A-Za-z]{2}[-_ :./]")


_SCHEMES = {
    "companieshouse": "gbcoh", "gbcompanieshouse": "gbcoh", "companynumber": "gbcoh", "crn": "gbcoh", "ukcoh": "gbcoh",
    "charitycommission": "gbchc", "xilei": "lei", "globallei": "lei", "dunsnumber": "duns", "usduns": "duns",
}  # fmt: skip


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text[:LONGEST]).casefold()


# Mail that anybody may have says nothing of an employer, nor does the mail of a whole health service.
FREE_MAIL = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk ymail.com
    outlook.de outlook.fr outlook.es outlook.it outlook.ie hotmail.de hotmail.fr hotmail.es hotmail.it live.de live.fr live.nl
    eircom.net yahoo.ie yahoo.com.au yahoo.co.in
    yahoo.fr yahoo.de yahoo.it yahoo.es rocketmail.com aol.com icloud.com me.com mac.com protonmail.com proton.me pm.me
    btinternet.com btconnect.com btopenworld.com virginmedia.com sky.com talktalk.net ntlworld.com blueyonder.co.uk
    tiscali.co.uk gmx.de gmx.net gmx.at gmx.ch
    web.de t-online.de freenet.de mail.de posteo.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it
    alice.it tin.it telefonica.net terra.es sapo.pt bol.com.br uol.com.br ziggo.nl kpnmail.nl planet.nl xs4all.nl telenet.be
    skynet.be bluewin.ch telia.com wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz freemail.hu abv.bg mail.bg mail.ru
    yandex.ru yandex.com bk.ru inbox.ru rambler.ru ukr.net i.ua mail.com zoho.com fastmail.com hushmail.com tutanota.com
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net earthlink.net charter.net bigpond.com optusnet.com.au
    shaw.ca rogers.com sympatico.ca qq.com 163.com 126.com naver.com hanmail.net daum.net rediffmail.com
    nhs.net nhs.uk gov.uk ac.uk co.uk
    """.split()
)
"""Domains of mail for everybody: common knowledge, no list of others."""

OFFICES = frozenset(
    """
    info office contact enquiries inquiries enquiry admin administration mail email post hello sales support help service team
    procurement purchasing tenders tender bids bid finance accounts invoices reception secretary hr jobs press legal company
    kontakt buero buro sekretariat vergabe einkauf contacto contato contatto secretariat accueil segreteria biuro gare ufficio
    noreply no-reply donotreply do-not-reply
    """.split()
)
"""Mailboxes that belong to an office, not to a person."""


def mailboxes(described: Described) -> frozenset[str]:
    """Return the mailboxes of persons in one case; those of an office are left out, since many read them."""
    return frozenset(one for one in _addresses(described) if one.partition("@")[0] not in OFFICES)


def domains(described: Described) -> frozenset[str]:
    """Return the domains of mail and web that are an organisation's own."""
    found = {one.partition("@")[2] for one in _addresses(described)}
    for one in described.domains[:MOST]:
        host = re.sub(r"^\w+://", "", one[:LONGEST].strip().casefold()).split("/")[0]
        found.add(host.removeprefix("www.").rstrip("."))
    return frozenset(one for one in found - FREE_MAIL if "." in one.strip("."))


def _addresses(described: Described) -> Iterator[str]:
    for one in described.emails[:MOST]:
        found = one[:LONGEST].strip().casefold()
        name, _, domain = found.partition("@")
        told = not (says_nothing(name) and says_nothing(domain.partition(".")[0]))
        if told and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", found):
            yield found


def phones(described: Described) -> frozenset[str]:
    """Return the last nine digits of each number that is somebody's own: one that ends in `00` is a switchboard's.

    So is one with an extension, of a person: theirs is only the desk behind it.
    """
    return frozenset(found for one in described.phones[:MOST] if (found := _line(one, described.kind)))


def _line(phone: str, kind: Kind) -> str:
    number, _, desk = (re.sub(r"\D", "", one) for one in _EXTENSION.sub("x", phone[:LONGEST], count=1).partition("x"))
    if not is_line(number) or is_in_a_row(number):
        return ""
    if desk and kind == "person":
        return f"{number[-9:]}x{desk}"
    return "" if number.endswith("00") else number[-9:]


_EXTENSION = re.compile(r"(?i)extension|ext|x|#")
