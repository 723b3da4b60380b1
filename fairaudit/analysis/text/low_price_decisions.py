"""What a decision about a low price says in words: that the bidder was asked, and that the bid is out for its price, or stays."""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.frozen import Frozen

_AWAY_WORDS = (
    r"reject\w*|refus\w*|disqualif\w*|exclud\w*|exclusion|eliminat\w*|declin\w*|dismiss\w*|disregard\w*|discard\w*"
    r"|(?:put|set|left|ruled|thrown|turned|struck|taken) (?:out|aside|away|down|off)|out"
)
_LOW = r"(?:abnormally|unusually|unreasonably|too) low|below (?:cost|costs|its costs)|under cost"
_SHOW = (
    r"show\w*|explain\w*|demonstrat\w*|justif\w*|prove[ns]?|account(?:ed)? for|substantiat\w*|support\w*"
    r"|convinc\w*|satisf\w*"
)
_NOT = r"(?:not|never|cannot|couldn t|didn t|wasn t|isn t|hardly)"
_NOT_SHOWN = late_pattern(
    rf"\b{_NOT} (?:be |been |fully |sufficiently |enough )*(?:{_SHOW}|possible|plausible|credible|sufficient|sustainable|adequate"
    r"|good enough|reasonable|reasoned)\b"
    r"|\b(?:fail\w*|refus\w*|declin\w*|unable|not able)"
    r" to (?:\w+ )?(?:show|explain|demonstrate|justify|prove|account|answer"
    r"|reply|convince|satisfy)\b"
    r"|\b(?:unexplained|unjustified|insufficient|inadequate|unsatisfactory|implausible|unconvincing)\b"
)
_REFUSED = late_pattern(
    r"\bnot (?:be |been )?(?:accept\w*|admit\w*|admissible|allow\w*|consider\w*|evaluat\w*|taken)\b|\binadmissible\b"
)
_LOW_PRICE = late_pattern(rf"\b(?:{_LOW})\b")
_AWAY = late_pattern(rf"\b(?:{_AWAY_WORDS})\b")
_STAYS = late_pattern(
    r"\b(?:not|never|nor|no|without|declin\w* to|against|cannot|rather than|instead of|need not)"
    rf" (?:be |been |longer |to |a |an |the |its |bid |considered |held |found )*(?:{_AWAY_WORDS}|rejection|{_LOW})\b"
    rf"(?: (?:as|for) (?:{_LOW})\b)?"
    r"|\b(?:rejection|exclusion|refusal) (?:was |is )?(?:withdrawn|reversed|overturned|lifted|revoked|taken back|set aside)\b"
    r"|\b(?:accept|admit|allow|clear|keep|kept|retain|uphold|upheld|approv)\w*\b|\blet (?:in|stand|pass|through)\b"
    r"|\b(?:satisf|plausibl|credibl|convinc|sufficien|adequate)\w*|\b(?:stays|remains|stands)\b"
)
_SHOWN = late_pattern(rf"\b(?:{_SHOW})\b")
_WAS_ASKED = late_pattern(
    r"\b(?:asked|queried|questioned|invited to (?:explain|justify|show)|requested|clarified|replied|answered)\b"
    r"|\b(?:the|its|their|his|her|your|reply|answer) (?:reply|answer|response|explanation|justification)s?\b"
    r"|\b(?:explanation|justification|reply|response) (?:was |is |has been |were )?(?:not )?(?:accept|reject|declin|satisf|suffic"
    r"|plausib|convinc|unsatis|insuffic|adequate|inadequate|credible|received|came|given)\w*"
    r"|\b(?:refus\w*|declin\w*|fail\w*) to (?:explain|answer|reply|justify)\b|\bexplained\b"
    r"|\b(?:wrote|written|letters?|questions?|enquir(?:y|ies)|requests?) (?:(?:was|were) )?(?:sent )?to (?:the|this|its)"
    r" (?:bidder|tenderer|supplier|firm)\b"
    r"|\b(?:clarifications?|explanations?|justifications?) (?:(?:was|were|is|has been|have been) )?(?:sought|requested|invited)\b"
)
_UNASKED = late_pattern(
    r"\b(?:not|never|nobody|no one|none|without|un|to be|will be|should|could|may|might|must|shall|would|no|yet)\b"
    r"(?: (?:be|been|being|have|was|were|the|it|bidder|any|an|a|one|formally|yet|even)){0,4}"
    r" (?:asked|queried|questioned|invited|requested|clarified|answered|explained|reply|answer|response"
    r"|explanation|justification|clarification)s?\b"
    r"|\bunasked\b|\bexplanation (?:was |is )?not (?:asked|sought|needed|necessary|required|requested)\b"
)


_YET_OPEN = late_pattern(
    r"\b(?:will be|unless|pending|would be|might be|may be|to be (?:reject|exclud|refus|disqualif|decid)\w*|if)\b"
)


class PriceDecision(Frozen):
    """What the words of a decision about a low price come to."""

    out: bool = False
    """They turn something away: the bid, or its explanation."""
    reasoned: bool = False
    """They say that the price is too low, or that it was not shown to be possible."""
    stays: bool = False
    """They say, in whole or in part, that the bid goes on or that its price was explained."""
    asked: bool = False
    """They tell that the bidder was asked about its price."""
    open: bool = False
    """They put the decision off, or make it hang on something, and speak of turning nothing away."""


@lru_cache(maxsize=4096)
def price_decision(decision: str | None) -> PriceDecision:
    """Read the words of a decision about a low price."""
    said = " ".join(words(decision or ""))
    rest, unshown = _NOT_SHOWN.subn(" ; ", said)
    rest, refused = _REFUSED.subn(" ; ", rest)
    rest, kept = _STAYS.subn(" ; ", rest)
    asked = bool(_WAS_ASKED.search(_UNASKED.sub(" ; ", said)))
    if _YET_OPEN.search(said):
        return PriceDecision(asked=asked, open=not (refused or _AWAY.search(rest)))
    return PriceDecision(
        out=bool(refused or _AWAY.search(rest)),
        reasoned=bool(unshown or _LOW_PRICE.search(rest)),
        stays=bool(kept or _SHOWN.search(rest)),
        asked=asked,
    )
