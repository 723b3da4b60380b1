"""Initials of people and firms in a text: with dots, `R.N.`, or as a word of capitals alone, `RN` or `B&S`.

Capitals alone are taken for somebody only where they are all the initials of a name and no ordinary abbreviation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

_DOTTED = re.compile(r"(?<![^\W_])(?<![.&])[^\W\d_a-z](?:\.[\s-]?[^\W\d_a-z])+\.(?!\s?[^\W\d_a-z])(?![\w&])")
_BARE = re.compile(r"(?<![\w&@.\\/:#'’+-])[^\W\d_](?:\s?&\s?[^\W\d_]|[^\W\d_])+(?![\w&@\\]|[.:+/#-]\w|\s?\d)")
"""A word of its own that no sign ties to another, and no number follows: `GB-COH`, `A/S` and `ISO 9001` are no initials."""
_BESIDE = re.compile(r"(?<![\w&@.\\/:#'’+-])[^\W\d_a-z]{2,}(?:/[^\W\d_a-z]{2,})+(?![\w&@\\/]|[.:+#-]\w)")
"""Initials of several with strokes between: hidden only where all of them are somebody's, as `A/S` and `AC/DC` are not."""
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})\Z")
_SPOKEN = frozenset(
    ["uk", "us", "eu", "un", "usa", "nb", "ps", "am", "pm", "ie", "eg", "qa", "vat", "ltd", "plc", "sa"]
)
_COMMON = frozenset(
    """
    AB AC AD AG AI AM AOB API APR AR AS AT ATM AV BA BC BCC BIM BSC BST BV CAD CAPEX CC CCTV CD CE CEO CET CFO CIC CIO CO COO CPD
    CPI CPV CRM CSR CTO CV DC DE DIY DNS DOB DPA DPIA DPO DR DVD EA EAN EC ED EEA EG EN EPC ERP ESG ETA EU EUR EV EVP FAO FAQ FM
    FOI FTE FTP FX FY GB GBP GDP GDPR GIS GMT GP GPA GPS GTIN GUI HGV HM HMRC HQ HR HTML HTTP HTTPS HVAC IBAN ICO ICT ID IE IP IR
    ISBN ISDN ISO IT ITT ITN IVR JPEG JSON JV KG KM KPI KW LA LAN LED LGBT LLC LLP LP LPG LTD MA MB MBA MD MEAT MEP MEPS MOD MOT
    MOU MP MPS MS MSC MW NA NB NDA NGO NHS NI NO NOX NVQ OCDS OCID OECD OJ OJEU OK OPEX OR OS PA PAYE PC PCR PDF PE PFI PHD PI PIN
    PIR PKI PLC PM PNG PO POC POS PPE PPN PPP PPS PQQ PR PS PSC PSR PV QA QC QR QS RAM RFI RFP RFQ RIBA RPI SA SAR SC SDK SEN SI
    SIC SIM SL SLA SME SMES SMS SPV SQ SQL SRM SSL SSO STEM SUV SVG TB TBA TBC TCO TED TLS TOM TOMS TUPE TV UAT UI UK UN UNDP UPS
    UPVC URL US USA USB USD UTC UV UX VAT VCSE VE VEAT VFM VPN WAN WC WEEE WTO XLSX XML YAML ZIP
    """.split()
)
"""What abbreviations of tenders commonly mean; common knowledge, no list of others."""


class Initials:
    """The initials that are known, and the labels they stand for; `ordinary` holds further abbreviations in capitals."""

    def __init__(self, ordinary: Collection[str] = frozenset()) -> None:
        self.ordinary = ordinary
        self.dotted: dict[str, list[str]] = {}
        self.bare: dict[str, list[str]] = {}

    def add(self, words: Sequence[str], label: str) -> None:
        """Let a label stand for the initials of a person's name, with or without its first, where each has a dot."""
        for letters in (_of(words), _of(words[1:])):
            if len(letters) > 1 and letters not in _SPOKEN:
                _put(self.dotted, letters, label)
        self.add_bare(words, label)

    def add_bare(self, words: Sequence[str], label: str) -> None:
        """Let a label stand for all initials of a name as a word of capitals."""
        letters = _of(words).upper()
        common = letters in _COMMON or letters in self.ordinary or letters.lower() in self.ordinary
        if len(letters) > 1 and not common and not _ROMAN.match(letters):
            _put(self.bare, letters, label)

    def replaced(self, text: str, shown: Callable[[list[str]], str]) -> str:
        """Return a text with what is `shown` of their labels in the place of initials."""

        def dotted(match: re.Match[str]) -> str:
            labels = self.dotted.get(_letters(match[0]).casefold())
            return shown(labels) if labels else match[0]

        def bare(match: re.Match[str]) -> str:
            letters = _letters(match[0])
            # The possessive or plural of initials: `AHs`.
            ending = "s" if letters.endswith("s") and letters[:-1].isupper() else ""
            letters = letters.removesuffix("s") if ending else letters
            labels = self.bare.get(letters) if letters.isupper() else None
            return shown(labels) + ending if labels else match[0]

        def beside(match: re.Match[str]) -> str:
            found = [self.bare.get(_letters(one)) for one in match[0].split("/")]
            return "/".join(shown(one) for one in found if one) if all(found) else match[0]

        text = _DOTTED.sub(dotted, text) if self.dotted else text
        # What stands in brackets already is a label.
        pieces = re.split(r"(\[[^\[\]]*\])", text) if self.bare else [text]
        if not self.bare:
            return text
        whole = "".join(one if at % 2 else _BESIDE.sub(beside, one) for at, one in enumerate(pieces))
        pieces = re.split(r"(\[[^\[\]]*\])", whole)
        return "".join(one if at % 2 else _BARE.sub(bare, one) for at, one in enumerate(pieces))


def _of(words: Sequence[str]) -> str:
    return "".join(one[0] for one in words if one)


def _letters(text: str) -> str:
    """Return the letters of a text without what stands on them."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if one.isalpha())


def _put(known: dict[str, list[str]], letters: str, label: str) -> None:
    labels = known.setdefault(letters, [])
    labels += [label] if label not in labels else []
