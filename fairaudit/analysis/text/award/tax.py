"""What words say of value added tax in the prices that are compared: with it or without.

Only a plain sentence that speaks of comparing alone decides. Any other word of tax, of gross or of net may mean much: how prices
are stated or paid, a budget, a part of the price. It decides nothing, and leaves open which prices are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fairaudit.analysis.latepattern import late_pattern

GROSS, NET, OPEN = "with tax", "without tax", "open"

_TAX = (
    r"(?:(?:der|gesetzlicher?|the|any|all|applicable|statutory|due) )*"
    r"(?:v\.?a\.?t\b\.?|value[- ]added tax|sales tax|gst\b|mwst\b\.?|ust\b\.?|mehrwertsteuer|umsatzsteuer|tva\b|iva\b|btw\b|dph\b"
    r"|moms\b|mva\b|podatk\w+ vat\b)"
)
_OUT = r"(?:not (?:including|counting)|excluding|excl(?: of)?|exclusive of|without|w/o|ex|net of|before|ohne|zzgl|exkl)"
_IN = r"(?:including|incl(?: of)?|inclusive of|with|gross of|inkl|einschließlich)"
_WITHOUT = (
    rf"(?:{_OUT}[- ]{_TAX}|before tax(?:es)?|(?:with )?{_TAX}[- ](?:not included|excluded|exclusive)|net"
    r"|on a (?:net|vat[- ]exclusive) basis)"
)
_WITH = rf"(?:{_IN}[- ]{_TAX}|(?:with )?{_TAX}[- ](?:included|inclusive)|gross|on a (?:gross|vat[- ]inclusive) basis)"
_OF_WHAT = r"(?:the )?(?:(?:total|bid|tender|tendered|offered) )*"
_PRICES = rf"{_OF_WHAT}(?:prices?|tenders|bids|offers)"
_ARE = r"(?:is|are|will be|shall be|must be) "
_DONE = r"(?:compared|evaluated|scored|ranked|counted|assessed)(?: (?:and|or) (?:compared|evaluated|scored|ranked))?"
_POINTS = (
    rf"(?:price points|points for (?:the )?price) {_ARE}(?:worked out|calculated|computed|given) (?:on|by|from|for)"
)
_WINS = r"(?:wins?|decides|is first|counts|(?:gets|receives|is given) (?:full|the most|the highest|all(?: the)?|maximum) points)"
_NUMBER = r"(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_SPAN = (
    r"(?: in (?:pounds(?: sterling)?|euros?|eur|gbp)"
    r"|,? (?:over|for|across|during|throughout|of) (?:the )?(?:(?:full|whole|entire) )?"
    rf"(?:contract(?: (?:period|term))?|term|period|duration|{_NUMBER} (?:years|months))"
    rf"(?: of (?:the contract|{_NUMBER} (?:years|months)))?)"
)
_ONE_PRICE = (
    r"(?:the )?(?:(?:total|overall|whole|fixed|bid|tender|tendered|offered|evaluated|contract) )*(?:price|sum|amount)"
)
"""What names the one price of a bid; no budget, value, estimate, rate or part of the price is called so here."""


def _sentence(basis: str, word: str, german: str, polish: str) -> str:
    """Return the pattern of a sentence that holds the comparison to one basis; names of criteria say it in few words."""
    with_it = rf"(?:, ?| )?\(?{basis}\)?,?"
    return "|".join(
        (
            rf"{_PRICES} {_ARE}{_DONE}{with_it}",
            rf"{_PRICES} {_ARE}(?:stated|quoted|submitted|given) (?:{_WITH}|{_WITHOUT}) (?:and|but) (?:are )?{_DONE}{with_it}",
            rf"{word} prices {_ARE}{_DONE}",
            rf"(?:the )?(?:comparison|evaluation)(?: of (?:the )?(?:prices|bids|tenders|offers))? {_ARE}(?:made|done){with_it}",
            rf"{_POINTS} (?:(?:the )?{_PRICES}{with_it}|{word} prices)",
            rf"(?:the )?(?:(?:bid|tender|offer) with the )?lowest (?:total |bid |tender )?price{with_it} {_WINS}",
            rf"(?:the )?(?:(?:bid|tender|offer) with the )?lowest {word} (?:total )?price {_WINS}",
            rf"(?:der )?{german}preis(?: {basis})?(?: wird (?:gewertet|verglichen))?",
            rf"(?:najniższa )?cena (?:ofertowa )?{polish}(?: \(100 ?%\))?",
            rf"{_ONE_PRICE}{_SPAN}?{with_it}{_SPAN}?",
            rf"(?:the )?{word} {_ONE_PRICE}{_SPAN}?{with_it}{_SPAN}?",
            rf"(?:{_PRICES}|{_ONE_PRICE}){with_it} (?:counts?|decides?|{_ARE}{_DONE})",
            rf"the (?:evaluated|compared|scored) price is the (?:price{with_it}|{basis} price)",
        )
    )


_GROSS = late_pattern(_sentence(_WITH, "gross", "brutto", "brutto"), re.IGNORECASE)
_NET = late_pattern(_sentence(_WITHOUT, "net", "netto", "netto"), re.IGNORECASE)
_OTHER_THAN_MONEY = r"(?! (?:present|floor|weight|internal|area|zero|domestic|misconduct|negligence)\b)"
_NO_TAX_OF_PRICES = r"(?! (?:compl|clear|certif|law|record|return|status|number|regist|debt|arrear|advi|authorit))"
_SPEAKS = late_pattern(
    rf"\bvat\b|\bvalue[- ]added\b|\btax(?:es|ed|able|ation)?\b{_NO_TAX_OF_PRICES}|\b(?:gross|nett?)\b{_OTHER_THAN_MONEY}"
    r"|\w*(?:brutto|netto|steuer|belasting)\w*|\b(?:podat|impuest|impost|skatt|käibemaks)\w+"
    r"|\b(?:gst|mwst|ust|tva|iva|igic|btw|dph|moms|mva|alv|áfa|pvm|pvn|ddv|pdv|kdv|φπα|ддс|пдв|ндс|bruto|neto|netta)\b"
    r"|(?-i:\b(?:HT|TTC|HTVA|TVAC)\b)",
    re.IGNORECASE,
)
_SHORTENED = late_pattern(r"\b(excl|incl|inkl|exkl|ekskl|eks|ex|zzgl)\.", re.IGNORECASE)
_DOTTED = late_pattern(r"\bv\.a\.t\.?", re.IGNORECASE)
_STOP = late_pattern(r"[.;!?](?=\s|$)|\n")
_IN_PASSING = late_pattern(
    rf"[,(]? ?\b(?:including|incl\.?|inclusive of|with|excluding|excl\.?|exclusive of|not including|without|w/o|ex"
    rf"|net of|before)[- ]{_TAX}(?: (?:in|ex)cluded)?\)?,?",
    re.IGNORECASE,
)


def tax_basis_said(texts: Iterable[str]) -> str:
    """Return whether prices are compared with tax or without by some texts; empty where they say nothing of tax at all.

    It is open where sentences say both, or where one beside speaks of tax in other words: it may take back what another says.
    """
    sentences = (one for text in texts for one in _STOP.split(_DOTTED.sub("VAT", without_stops(text))))
    found = {said for one in sentences if (said := _said(" ".join(one.split())))}
    return found.pop() if len(found) == 1 else OPEN if found else ""


def without_stops(text: str) -> str:
    """Return a text in which the short words before a tax (`excl. VAT`) do not look like the end of a sentence."""
    return _SHORTENED.sub(r"\1", text)


def without_tax_words(sentence: str) -> str:
    """Return a sentence without the words that say of its prices whether they are with tax; they say nothing of who wins."""
    return _IN_PASSING.sub("", sentence)


def _said(sentence: str) -> str:
    if not _SPEAKS.search(sentence):
        return ""
    said = [name for name, pattern in ((GROSS, _GROSS), (NET, _NET)) if pattern.fullmatch(sentence)]
    return said[0] if len(said) == 1 else OPEN
