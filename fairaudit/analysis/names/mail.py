"""E-mail addresses in one writing: the mailbox that several spellings reach, and the domain that is somebody's own."""

from __future__ import annotations

import re

from fairaudit.analysis.names.described import FREE_MAIL
from fairaudit.analysis.names.substance import says_nothing

_AT = re.compile(r" ?[\[(] ?at ?[\])] ?")
_IN_BRACKETS = re.compile(r"<([^<>@\s]+@[^<>@\s]+)>")
_ADDRESS = re.compile(r"[^\s;,/<>@]+@[^\s;,/<>@]+")
_SEVERAL = re.compile(r"@.*[;,/\s].*@")
_OF_MAIL = re.compile(r"^(?:www|mail|email|e-mail|smtp|post|mx\d?)\.(?=[^.]+\.[^.])")
"""What stands before a domain for its mail, and is no other owner's."""
_RELAYED = re.compile(
    r"\.(?:no-?reply|do-?not-?reply)\.|\.(?:delta-esourcing\.com|due-north\.com|in-tendhost\.co\.uk|bravosolution\.(?:com|co\.uk)"
    r"|eu-supply\.com|mercell\.com|proactisplaza\.com|tendsign\.com|negometrix\.com|app\.jaggaer\.com|smtp\.ariba\.com)\.$"
)
"""Domains of portals that pass mail on under a domain of their own: common knowledge, no list of others."""
_SECOND = frozenset("""co com org net gov ac edu ltd plc me sch gob gouv govt go or ne nhs police""".split())
"""What stands before a country in a domain under which anybody may have their own; no list of public suffixes."""
_HOSTS = frozenset(
    """
    onmicrosoft.com github.io gitlab.io wordpress.com blogspot.com wixsite.com weebly.com squarespace.com webnode.com
    myshopify.com herokuapp.com netlify.app vercel.app pages.dev workers.dev azurewebsites.net cloudapp.net amazonaws.com
    uk.com us.com eu.com de.com gb.net uk.net
    """.split()
)
"""Hosts under whose domain many have one of their own: common knowledge, no list of others."""
_SITES = (
    "facebook.com", "linkedin.com", "instagram.com", "twitter.com", "x.com", "youtube.com", "google.com", "yell.com",
    "linktr.ee", "gov.uk", "companieshouse.gov.uk", "company-information.service.gov.uk", "checkatrade.com", "etsy.com",
    "ebay.com", "ebay.co.uk", "amazon.com", "amazon.co.uk", "bit.ly", "wikipedia.org", "europages.com", "kompass.com",
    "github.com", "gitlab.com", "tiktok.com", "nextdoor.com", "nextdoor.co.uk", "wa.me", "t.me", "pinterest.com", "threads.net",
    "vimeo.com", "medium.com", "xing.com", "trustpilot.com", "business.site", "trustatrader.com", "houzz.com", "houzz.co.uk",
)  # fmt: skip
"""Sites on which many have a page of their own: common knowledge, no list of others."""
_DOTS_APART = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}
"""Domains of one provider that reads no dots in the name of a mailbox."""


def mailbox(mail: str | None) -> str:
    """Return the mailbox that an address reaches, in small letters; empty where it is no address.

    With mail for everybody what follows a `+` is a label of one's own. An office may give each of several people one.
    """
    name, at, domain = _one_of(mail).partition("@")
    if not name or not at or not domain or (says_nothing(name) and says_nothing(domain.partition(".")[0])):
        return ""  # `tbc@tbc.co.uk` is nobody's mail.
    if domain in FREE_MAIL:
        name = name.partition("+")[0] or name
    if domain in _DOTS_APART:
        name, domain = name.replace(".", ""), _DOTS_APART[domain]
    return f"{name}@{domain}"


def _one_of(mail: str | None) -> str:
    """Return one address as it stands, of several of one domain the first; a name with `<una@alder.co.uk>` is that address."""
    said = _AT.sub("@", " ".join((mail or "").casefold().split()))
    found = list(dict.fromkeys(_IN_BRACKETS.findall(said) or (_ADDRESS.findall(said) if _SEVERAL.search(said) else ())))
    return found[0] if found and len({one.partition("@")[2] for one in found}) == 1 else said


def domain_written(domain: str) -> str:
    """Return a domain as `own_domain` does, however it is written: `@alder.co.uk`, `https://www.alder.co.uk/about`."""
    host = re.split(r"[/?#\\]", re.sub(r"^(?:\w+://|mailto:)", "", domain.strip().casefold()))[0]
    host = host.rpartition("@")[2].partition(":")[0].rstrip(".").removeprefix("www.")
    return "" if not host or any(host == one or host.endswith(f".{one}") for one in _SITES) else own_domain(f"x@{host}")


def domains_written(text: str) -> tuple[str, ...]:
    """Return the domains of a text that may give several, each as `domain_written` does: `alder.co.uk; lumen.com`."""
    return tuple(dict.fromkeys(filter(None, map(domain_written, re.split(r"[;,\s|]+", text)))))


def own_domain(mail: str | None) -> str:
    """Return the domain of an address where it is not open to everybody, without what stands before it for its mail."""
    domain = mailbox(mail).partition("@")[2]
    if domain in FREE_MAIL or "." not in domain.strip("."):
        return ""
    if is_passed_on(domain):
        return ""
    bare = _OF_MAIL.sub("", domain)
    return domain if bare in FREE_MAIL else bare


def is_passed_on(mail: str) -> bool:
    """Whether a mailbox or domain is one of a portal, which passes mail on to whom it concerns, or one nobody reads."""
    return _RELAYED.search(f".{mail.replace('@', '.')}.") is not None


def domains_above(domain: str) -> tuple[str, ...]:
    """Return the domains that a domain lies under: `sales.alder.co.uk` under `alder.co.uk`; `co.uk` is open to everybody."""
    parts = domain.split(".")
    found = (".".join(parts[at:]) for at in range(1, len(parts) - 1))
    return tuple(one for one in found if one not in FREE_MAIL and one not in _HOSTS and not _is_suffix(one))


def _is_suffix(domain: str) -> bool:
    """Whether anybody may have a domain of their own under this one: `com.au`, `co.nz`."""
    second, _, country = domain.partition(".")
    return len(country) == 2 and second in _SECOND
