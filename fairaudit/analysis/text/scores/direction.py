"""Words of a criterion by which less of something is better: `fewer is better`, `je kürzer, desto besser`, `menos es mejor`.

They do not say whether the scores are that something, weeks from 0 to 30, or points for it, of which more are better.
"""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.sentences import sentences

_LESS = r"(?:fewer|fewest|less|least|lower|lowest|shorte(?:r|st)|smalle(?:r|st)|quicke(?:r|st)|sooner|earlie(?:r|st))"
_MOST = r"(?:the )?(?:most|highest|full|maximum|best|top)"
_WENIGER = r"(?:weniger|wenigste\w*|(?:niedrig|gering|kürze|klein)(?:er|r|ste)\w*)"
_MEISTE = r"(?:meisten|höchste\w*|volle\w*|maximale\w*|beste\w*)"
_MOINS = r"(?:(?<!au )moins|plus (?:[^.;:,\n]{1,30} )?(?:bas\w*|court\w*|faible\w*|petit\w*|rapides?))"
_MENOS = r"(?:(?<!al )(?<!lo )menos|menor\w*|más (?:baj|cort|pequeñ|rápid)\w+)"
_NEAR = r"[^.;:\n]{0,50}?"
_LOW_IS_BETTER = late_pattern(
    rf"\b{_LESS}\b[^.;:,\n]{{0,40}}? (?:is|are|being|counts? as) (?:the )?(?:better|best|preferred)\b"
    rf"|\bthe {_LESS},? the better\b"
    rf"|\b{_LESS}\b{_NEAR} (?:gets?|receives?|earns?|scores?|obtains?|is (?:given|awarded)|are (?:given|awarded)) {_MOST}\b"
    rf"|\b(?:most|highest|full|maximum) (?:points|marks|score)\b{_NEAR}\b(?:for|to) the {_LESS}\b"
    rf"|\b{_WENIGER}\b{_NEAR} (?:ist|sind|desto|umso) (?:am |der |die |das )?(?:besser|besten?)\b"
    rf"|\b{_WENIGER}\b{_NEAR} (?:erhält|erhalten|bekommt|bekommen|erzielt) (?:die )?{_MEISTE}\b"
    rf"|\b{_MEISTE} punkt\w*\b{_NEAR}\b{_WENIGER}\b"
    rf"|\b{_MOINS}\b{_NEAR}\b(?:mieux|meilleure?s?|préférables?)(?!\w)"
    rf"|\b{_MOINS}\b{_NEAR} (?:obtient|obtiennent|reçoit|reçoivent) (?:la |le |les )?"
    r"(?:plus de|note maximale|maximum|meilleure)\b"
    rf"|\b{_MENOS}\b{_NEAR}\bmejor(?:es)?\b"
    rf"|\b{_MENOS}\b{_NEAR} (?:obtiene|obtendrá|recibe|recibirá)n? (?:la |el |los )?(?:mayor|máxim\w+|más)\b",
    re.IGNORECASE,
)
_NOT = late_pattern(r"\b(?:not|no|never|nicht|kein\w*|pas|nunca)\b", re.IGNORECASE)


def low_is_better(text: str) -> str:
    """Return the sentence of a text by which less of something is better; empty where none is."""
    for one in sentences(" ".join(text.split())):
        if _LOW_IS_BETTER.search(one) and not _NOT.search(one):
            return one.strip(" .;:")
    return ""
