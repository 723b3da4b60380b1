"""What a condition of taking part asks for, by its words, where no kind of ours says so: OCDS has coarser types.

Only words that can mean one thing are read, and no number is: which year, part or lot it counts for stands in the words
around it. So a turnover asked for in a text is known to be asked for, and how high it is stays a field to be filled in.
"""

from __future__ import annotations

import re

from fairaudit.analysis.numberwords import NUMBERS

_WORDS = {
    "turnover": (
        r"(?<!staff )(?<!employee )(?<!labour )\bturnover\b(?! of (?:staff|employees))|\b(?:annual|yearly) (?:revenue|sales)s?\b"
        r"|\bchiffre d.affaires\b|\b(?:jahres)?umsatz\w*|\bvolumen (?:anual )?de negocios?\b|\bfatturato\b|\bomzet\b"
    ),
    "insurance": (
        r"(?<!national )\binsurances?\b|\binsured for\b|\bprofessional indemnity\b|\bpublic liability\b"
        r"|\b\w*versicherung\w*|\bp[oó]liza de seguro|\bassurance (?:responsabilit|professionnelle)"
    ),
    "capital": (
        r"\b(?:share|paid-up|working|minimum) capital\b|\bnet (?:assets|worth)\b|\bequity ratio\b|\bbalance sheet total\b"
        r"|\beigenkapital\w*|\bfonds propres\b|\bpatrimonio neto\b"
    ),
    "references": (
        r"(?<!terms of )(?<!credit )\breferences\b(?! (?:to|in|numbers?)\b)|\breference (?:contract|project)s?\b"
        r"|\b(?:similar|comparable|previous|past) (?:contracts|projects|works|services|supplies|assignments)\b"
        r"|\breferenzen\b|\breferenzprojekte?\b|\bcontratos similares\b|\bréférences\b"
    ),
    "experience": (
        r"\bexperience\b|\btrading history\b|\byears (?:in business|of trading)\b"
        r"|\b(?:berufs)?erfahrung\b|\bexperiencia\b|\bexpérience\b"
    ),
    "accounts": (
        r"\b(?:audited|annual|statutory|published|company|management|financial) accounts\b|\bfinancial statements?\b"
        r"|\b\d years.? (?:of )?accounts\b|\bjahresabschl[uü]ss\w*|\bestados financieros\b|\bbilans? comptables?\b"
    ),
}
_KINDS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _WORDS.items()}
_CODE = re.compile(
    r"\b(?:BS|EN|ISO|IEC|DIN|PAS|ASTM|NEN|NF|UNE|C&G|City (?:&|and) Guilds)(?:[ /-](?:EN|ISO|IEC))*"
    r"[ -]?[0-9]{2,6}(?:[:-][0-9]{1,4})*\b"
)
_BODY = re.compile(
    r"\b(?i:registered|accredited|certified|approved|accreditation|certification|membership|members?|registration) "
    r"(?i:with|by|to|of|from|under) (?i:the |either )?([A-Z][A-Z0-9&]{2,14})"
    r"(?:(?:,? ?(?:and ?/ ?or|and/ or|or|and|/|,) ?)([A-Z][A-Z0-9&]{2,14}))*\b"
)
_NAME = re.compile(r"[A-Z][A-Z0-9&]{2,14}")
_SCHEMES = re.compile(
    r"\b(?:NICEIC|NAPIT|CHAS|Safe ?Contractor|Constructionline|Cyber Essentials(?: Plus)?|Investors in People|FENSA|OFTEC"
    r"|BAFE|TrustMark)\b"
)
# Registers that the law itself asks for; nothing is equivalent to them.
_STATUTORY = frozenset(
    {
        "CQC",
        "GMC",
        "NMC",
        "GPHC",
        "GDC",
        "HCPC",
        "MHRA",
        "ICO",
        "FCA",
        "PRA",
        "HMRC",
        "DBS",
        "SRA",
        "RQIA",
        "CIW",
        "HIW",
    }
    | {"OFSTED", "SIA", "ORR", "CAA", "DVSA", "HSE", "TUPE", "GDPR", "VAT", "ITT", "PQQ", "ESPD", "SSIP", "UKAS", "NHS"}
)
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
_WISHED = re.compile(
    r"\b(?:desirable|preferabl[ey]|preferred|advantage|advantageous|optional|not (?:required|mandatory|necessary)"
    r"|for example|such as)\b",
    re.IGNORECASE,
)


def kinds_in(text: str) -> tuple[str, ...]:
    """Return the kinds of condition a text speaks of: certificates, then the others in the order of its words."""
    found = [(match.start(), kind) for kind, words in _KINDS.items() if (match := words.search(text))]
    if standards_in(text):
        found.append((-1, "certificate"))
    return tuple(kind for _, kind in sorted(found))


def amounts_in(text: str) -> tuple[str, ...]:
    """Return the kinds a text speaks of where it also says a number, certificates left out: how much of what is asked for."""
    return tuple(kind for kind in kinds_in(text) if kind != "certificate") if _NUMBER.search(text) else ()


def standards_in(text: str) -> tuple[str, ...]:
    """Return the certificates and registrations a text asks for by name, statutory ones left out; wishes are none."""
    if _WISHED.search(text):
        return ()
    found = [(match.start(), match[0]) for words in (_CODE, _SCHEMES) for match in words.finditer(text)]
    for match in _BODY.finditer(text):
        names = _NAME.finditer(text, match.start(1), match.end())
        found += [(one.start(), one[0]) for one in names if one[0] not in _STATUTORY]
    return tuple(dict.fromkeys(name for _, name in sorted(found)))
