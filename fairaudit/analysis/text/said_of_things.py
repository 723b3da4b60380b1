"""Words of crimes, taxes and the like that are said of a thing and not of what somebody did.

`Fraud prevention policy` is a paper, `corruption of the upload file` a fault of a file, and a `social security number` nobody's
debt: what is out for them is not out for a crime or for taxes that it did not pay.
"""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern

_NAMED = (
    r"(?:anti[- ]?)?(?:bribery|corruption|fraud|theft|crime|criminal|conviction|offen[cs]e|terror(?:ism|ist)?|slavery|taxe?s?"
    r"|taxation|vat|fiscal|social[- ](?:security|insurance)|national insurance|insolvency|bankruptcy|misconduct|integrity"
    r"|conflicts?(?:[- ]of[- ]interests?)?|collusion|cartel|sanctions|ethics?|gifts?|abuse|default|damages|money[- ]laundering"
    r"|laundering|human rights)"
)
_GROUND = r"\b" + _NAMED
# What may stand between: no word that leads to another thing, and none that says what somebody owes or did.
_BETWEEN = (
    r"(?:[ -](?!(?:of|in|by|the|an?|for|to|on|and|or|with|from|at|is|was|were|has|under|over|against|since|not|evasion|fraud"
    r"|arrears|debts?|unpaid|dues?|owed|offen[cs]es?|convicted)\b)[\w'’]+){0,2}"
)
_THING = (
    r"[ -](?:polic(?:y|ies)|plans?|statements?|procedures?|trainings?|courses?|awareness|prevention|numbers?|no\.|ids?|codes?"
    r"|forms?|fields?|box(?:es)?|stickers?|badges?|labels?|logos?|posters?|leaflets?|alarms?|locks?|devices?|helplines?|hotlines?"
    r"|software|modules?|files?|uploads?|advis[eo]rs?|accountants?|consultants?|lawyers?|officers?|residen(?:ce|cy|ts?)"
    r"|domicile|seat|discs?|stamps?|rates?|regime|settings?|fonts?|passwords?|language|templates?|formats?|values?|options?"
    r"|pact|charter|declarations?|questionnaires?|record checks?|records? checks?|record certificates?|cards?|vouchers?"
    r"|wrapping|shops?|(?<!social.)(?<!national.)insurances?)(?![\w-])"
)
_FILES = (
    r"(?:files?|uploads?|archives?|pdfs?|zips?|data|disks?|discs?|drives?|attachments?|spreadsheets?|workbooks?|downloads?|sheets?"
    r"|media|usb|packages?|signatures?)"
)
_THINGS = late_pattern(
    "|".join((
        _GROUND + _BETWEEN + _THING,
        r"\b(?:measures?|steps?|safeguards?|protections?|controls?|trainings?|polic(?:y|ies)|plans?) (?:against|on|about|for)"
        rf"(?: (?:the|any|its))?(?: \w+ (?:and|or))?[ -]{_NAMED}\b",
        rf"\bcorrupt(?:ed|ion)?(?: of)?(?: (?:the|its|an?|this|their|some))?{_BETWEEN}[ -]{_FILES}\b",
        rf"\b{_FILES}(?: (?:is|are|was|were|got|has|have|been|seems?|to|be|came|arrived))* corrupt(?:ed|ion)?\b",
        r"\bfiscal years?\b|\bsteuer(?:nummern?|berat\w*|sitz|id\w*)\b|\bliquidated damages\b"
        r"|\btermination (?:clause|notice|period)s?\b",
        r"\bfalse (?:ceilings?|floors?|alarms?|start)\b|\bsuspended (?:ceilings?|loads?)\b|\bdissolved (?:oxygen|solids)\b",
        r"\b(?:vans?|vehicles?|lorr(?:y|ies)|trucks?|bus(?:es)?|cars?|trailers?)(?:['’]s)? suspensions?\b"
        r"|\bsuspensions? of (?:the |its |a )?(?:vans?|vehicles?|lorr(?:y|ies)|trucks?|bus(?:es)?|cars?|trailers?)\b",
        r"\bstructural integrity\b"
        r"|\bintegrity of (?:the |its )?(?:roof|structure|seals?|packaging|files?|data|walls?|building)\b",
        r"\b(?:database|systems?|network|it|web) administrators?\b|\b(?:food|meals?|ground|site|surface|soil) preparation\b",
        r"\bpreparation of (?:the )?(?:food|meals|ground|site|surfaces?|soil)\b",
        r"\bconflicting (?:dates?|prices?|answers?|figures?|numbers?|statements?|pages?)\b",
        r"\b(?:not|inter) ?connected to (?:the )?(?:internet|grid|fibre|network|mains|sewer|motorway|railway|port)\b",
        r"\b(?:safety|financial|technical|energy|fire|dangerous goods|legal) advis[eo]rs?\b|\bgift[- ]wrapp\w*",
    )),
    re.IGNORECASE,
)  # fmt: skip


def without_things(text: str) -> str:
    """Return a text without the phrases in which words of crimes, taxes and the like are said of a thing."""
    return _THINGS.sub(" … ", text)
