"""What stands where a name, a number or an address was asked for and is none: `n/a`, `on file`, `00000000`, a role.

Two records that both say `on file` have nothing in common, and nobody is called `Project Manager`.
"""

from __future__ import annotations

import re

_SAYS_NOTHING = frozenset(
    """
    na|none|nil|no|nobody|null|nan|tbc|tba|tbd|unknown|various|other|others|several|multiple|pending|withheld|confidential
    redacted|notknown|notgiven|notregistered|notapplicable|notavailable|notprovided|notstated|notdisclosed|notrecorded|noneknown
    onfile|onrecord|onrequest|onapplication|held|heldonfile|heldbyfinance|heldelsewhere|seebid|seetender|seeoffer|seeform|seeabove
    seebelow|seefile|seeattached|asabove|asinbid|asbid|tobeconfirmed|tobeadvised|toberegistered|tofollow|applied|appliedfor|exempt
    soletrader|overseas|foreign|freefloat|publicfloat|publiclylisted|publiclytraded|listed|employees|staff|management|members
    shareholders|othershareholders|privateindividuals|individuals|family|familymembers|publicshareholders|thepublic|public|investors
    privateinvestors|institutionalinvestors|minorityshareholders|employeesharescheme|treasuryshares|samepost|same|anon|anonymous
    registeredoffice|registeredaddress|headoffice|nofixedaddress|nofixedabode|nosubcontracting|nosubcontract|notused|localtrades
    providedseparately|submittedseparately|sentseparately|undercover|underseparatecover|notyetappointed|notyetknown|notyetselected
    vacant|vacancy|vacantpost|postvacant|positionvacant|currentlyvacant|unfilled|recruiting|recruitment|beingrecruited|openpost
    namewithheld|nameredacted|nameunknown|namenotknown|namenotgiven|nametbc|noname|notnamed|unidentified|undisclosed|unspecified
    unknownperson|unknownowner|unknownholder|unknownshareholder|personunknown|anonymousperson|unbekannt|anonym|anonyme|inconnu
    unassigned|unallocated|unnamed|outtoadvert|interim|acting|agencystaff|nn|currentlynone|nonecurrently|noneatpresent
    """.replace("\n", "|")
    .replace(" ", "")
    .split("|")
)
"""What is written where nothing is known or told, and groups of owners who are nobody: common knowledge, no list of others."""

_LEFT_OPEN = re.compile("x{2,}")
_WITHOUT_ANYBODY = frozenset(
    """
    freefloat|publicfloat|publiclylisted|publiclytraded|listed|employees|staff|management|members|shareholders|othershareholders
    privateindividuals|individuals|family|familymembers|publicshareholders|thepublic|public|investors|privateinvestors
    institutionalinvestors|minorityshareholders|employeesharescheme|treasuryshares|other|others|various|several|multiple
    vacant|vacancy|vacantpost|postvacant|positionvacant|currentlyvacant|unfilled|recruiting|recruitment|beingrecruited|openpost
    outtoadvert|notyetappointed|unassigned|unallocated|currentlynone|nonecurrently|noneatpresent|nobody
    """.replace("\n", "|")
    .replace(" ", "")
    .split("|")
)
"""Of what names nobody, posts that nobody holds and groups: there is no name that was left out."""

_PREFIXES = re.compile(r"^(?:heldby|heldat|heldin|keptby|keptin|see)(?=[a-z]+$)")

_ELSEWHERE = re.compile(
    r"(?:as (?:per|in|on|for|stated|given|before)|provided in|same as (?:above|before|below|for|head|in|last|lead|main|previous"
    r"|registered|the)\b) ?.+|same as (?:above|before|below)|to be (?:\w+ )?(?:\w+ed|known|found|given|chosen|sought)\b.*"
)
_NOBODY_OF_A_KIND = re.compile(
    r"(?:no|none|various|several|multiple|other|local|different|sundry|assorted|approved|specialist)"
    r"(?: (?:other|small|local|named))? (?:sub-?contractors?|contractors|suppliers|firms|companies|businesses|smes"
    r"|tradespeople|tradesmen|trades|traders|providers|partners|consultants|shareholders|owners|investors|individuals"
    r"|persons|people|parties|members|organisations|addresses|locations|sites)(?: \(?(?:tbc|tba|to be .+?)\)?)?"
)
"""Words that only point to where something is told, or that name a kind of many: `as per bid`, `various SMEs`."""

_OPEN_POST = re.compile(
    r"(?:vacan(?:t|cy)|unfilled)\b.*"
    r"|(?:the )?(?:post|position|seat|office|role)\b.{0,12}\b(?:vacant|open|unfilled|empty|advertised)"
    r"|resigned\b.{0,6}\bnot (?:yet )?replaced|.{0,20}\bto be (?:appointed|filled|recruited|elected)"
)
"""A post that nobody holds: `Vacancy (advertised)`, `Post held open`."""

_OF_ROLES = frozenset(
    """
    a account accounts admin administration administrator adviser advisor and assistant at authorised bid bids board
    business buying chief clerk co-ordinator commercial company contact contract contracts coordinator customer delivery
    department dept deputy desk development director directors duty enquiries estimating estimator estimators executive
    finance for framework general group head in lead leader legal main management manager managers managing national of
    office officer operations owner partner partnerships person point procurement programme project projects proposal
    proposals public purchasing regional representative representatives sales secretary section sector senior service
    services signatory strategic support team tender tendering tenders the to unit writer writing
    """.split()
)
"""Words of what somebody does; who is called by nothing else is not named."""


def says_nothing(text: str | None) -> bool:
    """Whether a text stands where nothing is told, or holds no letter and no digit."""
    said = " ".join((text or "").casefold().split()).strip(".,;:-()[] ")
    letters = "".join(one for one in said if one.isalnum())
    if not letters or letters in _SAYS_NOTHING or _PREFIXES.match(letters) or _LEFT_OPEN.fullmatch(letters):
        return True
    return any(one.fullmatch(said) for one in (_ELSEWHERE, _NOBODY_OF_A_KIND, _OPEN_POST))


def names_nobody(text: str | None) -> bool:
    """Whether what stands for a name is none: a placeholder, or the role of somebody (`Project Manager`)."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+", (text or "").casefold())
    return says_nothing(text) or all(one in _OF_ROLES or one.isdigit() for one in words)


def leaves_out_a_name(text: str | None) -> bool:
    """Whether what stands for a name is none, and somebody may well be meant: `Unknown`, `N/A`, `Name withheld`, `Director`."""
    said = " ".join((text or "").casefold().split()).strip(".,;:-()[] ")
    letters = "".join(one for one in said if one.isalnum())
    if letters and (letters in _WITHOUT_ANYBODY or _NOBODY_OF_A_KIND.fullmatch(said) or _OPEN_POST.fullmatch(said)):
        return False
    return names_nobody(text)


def is_number(text: str) -> bool:
    """Whether letters and digits can be somebody's number: with a digit, and not one digit over and over."""
    return any(one.isdigit() for one in text) and not is_one_digit(text) and not says_nothing(text)


def is_one_digit(text: str) -> bool:
    """Whether a number is one digit over and over, whichever digit: real ones are rarer than typed ones."""
    digits = [one for one in text if one.isdigit()]
    return len(digits) >= _FEW and len(set(digits)) == 1


def number_written(text: str) -> str:
    """Return a number of a register without what a spreadsheet added (`3333333.0`); empty for `3E+06`, which lacks some."""
    if text.isdigit():
        return text
    if _EXPONENT.fullmatch(text):
        return ""
    found = _DECIMALS.fullmatch(text)
    return found[1] if found else text


def is_line(digits: str) -> bool:
    """Whether digits can be somebody's telephone number: not a place with nothing but noughts behind it."""
    return len(digits) >= _SHORTEST_LINE and is_number(digits[-9:]) and not digits.endswith(_NO_LINE)


def line_of(telephone: str | None) -> str:
    """Return the end of a telephone number, which is the same in every writing, without a desk behind it; empty for none."""
    digits = "".join(one for one in _EXTENSION.split(telephone or "")[0] if one.isdigit())
    return digits[-9:] if is_line(digits) else ""


def is_in_a_row(text: str) -> bool:
    """Whether a number counts up from one (`12345678`): it may be somebody's, and is often typed where none is known."""
    digits = "".join(one for one in text if one.isdigit()).lstrip("0")
    return len(digits) > _FEW and "1234567890".startswith(digits)


_EXPONENT = re.compile(r"\s*\d{1,3}(?:[.,]\d{1,15})?[eE]\+\d{1,2}\s*")
_DECIMALS = re.compile(r"\s*(\d{5,})[.,]0{1,2}\s*")
_EXTENSION = re.compile(r"(?i)(?<=\d)[ ,;(]*(?:ext|extension|x|#)\.?[ .:]*\d+\)? *$")
"""What follows a telephone number for one desk behind it."""
_SHORTEST_LINE = 7
_NO_LINE = "000000"
_FEW = 4
"""So many digits that are all the same are no number: of fewer it may be chance."""


def account_of(text: str | None) -> str:
    """Return a bank account in one writing; empty for what is none: the name of a bank, or where the account is kept.

    A British account is one by its sort code and number, with an IBAN around them or without.
    """
    bare = "".join(one for one in (text or "").casefold() if one.isalnum())
    digits = "".join(one for one in bare if one.isdigit())
    if not is_number(bare) or len(digits) < _DIGITS_OF_AN_ACCOUNT:
        return ""
    if found := _BRITISH.fullmatch(bare):
        return found[1]
    return bare


_DIGITS_OF_AN_ACCOUNT = 6
_BRITISH = re.compile(r"(?:gb\d{2}[a-z]{4}|[a-z]*)(\d{14})")
