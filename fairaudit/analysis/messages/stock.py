"""Set phrases that stand where an answer should, in English, German, French and Spanish: `Watch this space`, `Wird geprüft`.

Every sentence must be one of them from end to end: `Noted: the deadline is 4 May` answers, and so does `See section 4`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_SENTENCE = re.compile(r"[.;:!?,\n]+(?=\s|$)|\s[-\u2013\u2014]+\s")
_MOST = 14
"""Of how many words a text is at most that is looked at."""
_YOURS = r"(?:your|this|the) (?:question|query|enquiry|comment|comments|point|remark|observation|concern)s?"
_THANKS = (
    rf"(?:many |with )?(?:thanks|thank you)(?: (?:very much|for (?:{_YOURS}|asking|raising this)))?|(?:that is a )?good question"
    r"|(?:vielen |besten )?dank(?:e)?(?: fur (?:ihre|die) (?:frage|anfrage|nachfrage|hinweis))?"
    r"|merci(?: (?:beaucoup|pour votre (?:question|remarque)))?"
    r"|(?:muchas )?gracias(?: por su (?:pregunta|consulta))?"
)
_SEEN = (
    rf"(?:we|i) (?:have |do )?(?:take note|note|noted|took note)(?: of)?(?: (?:{_YOURS}|this|that|it))?"
    rf"|(?:(?:this|it) (?:is|has been|will be) |(?:we|i) will )?(?:taken?|noted) (?:{_YOURS} |this |it )?"
    r"(?:on board|under advisement)"
    r"|(?:wird |wurde )?zur kenntnis(?: genommen)?|(?:wir nehmen (?:es|das|dies|ihre frage) )zur kenntnis|notiert"
    r"|(?:bien |c est |cest )?note|(?:il en est |avons )?pris note"
    r"|nous (?:en )?prenons note(?: de votre (?:question|remarque|observation))?|dont acte"
    r"|(?:queda )?anotad[oa]|(?:tomamos|se toma|tomada) (?:buena )?nota(?: de su (?:pregunta|consulta|observacion))?"
)
_WAIT_EN = (
    r"watch this space|stay tuned|bear with us|(?:please )?be patient|(?:we are|were) on it|leave (?:it|this) with (?:us|me)"
    r"|(?:we will |well |will )be in touch(?: (?:soon|shortly|separately))?"
    r"|(?:more|details|news|an? answer|coming)(?: (?:coming|very))? soon"
    r"|(?:already )?(?:answered|replied|dealt with)|answered in full|(?:will be )?taken offline"
)
_LATER = (
    r"(?:very )?soon|demnachst|in kurze|zu(?:r|m)? gegebene[rn]? zeit(?:punkt)?|prochainement|sous peu|bientot|en temps utile"
    r"|proximamente|en breve|oportunamente|a su debido tiempo|mas adelante"
)
_NOW_DE = r"(?:noch|derzeit|gerade|aktuell|zurzeit|momentan|weiterhin)"
_WAIT_DE = (
    rf"(?:(?:das|dies|die frage|ihre frage|der punkt) )?wird (?:{_NOW_DE} )?(?:intern )?"
    r"(?:geklart|gepruft|beantwortet|nachgereicht|nachgeliefert|abgestimmt|bearbeitet)(?: und (?:beantwortet|nachgereicht))?"
    rf"|(?:{_NOW_DE} )?in (?:klarung|bearbeitung|prufung|abstimmung|vorbereitung)|noch offen|steht noch aus|noch zu klaren"
    r"|(?:(?:die|eine|weitere) )?(?:antwort|information|informationen|angaben|details) "
    r"(?:folgt|folgen)(?: (?:in kurze|noch|demnachst))?"
    r"|folgt(?: (?:in kurze|noch|demnachst|spater))?"
    r"|wir (?:melden uns|kommen (?:darauf|auf sie) zuruck)(?: (?:bei ihnen|in kurze))?"
    r"|bitte (?:um )?(?:etwas |noch )?geduld|(?:(?:wurde|ist) )?(?:bereits |schon )?(?:beantwortet|erledigt)"
)
_TAIL_FR = r"(?: (?:prochainement|rapidement|ulterieurement|sous peu|bientot|des que possible|plus tard))?"
_WAIT_FR = (
    r"(?:reste |encore )?a (?:confirmer|venir|suivre|preciser|definir|determiner)"
    r"|(?:question )?en (?:cours|attente)(?: (?:de (?:traitement|reponse|confirmation)|d ?(?:examen|etude|analyse)))?"
    rf"|(?:une |la |notre )?reponse (?:a venir|suivra|en cours){_TAIL_FR}"
    rf"|nous (?:vous (?:repondrons|tiendrons informes)|reviendrons vers vous|y repondrons){_TAIL_FR}|(?:deja )?repondu"
)
_TAIL_ES = r"(?: (?:en breve|proximamente|mas adelante|oportunamente|pronto|lo antes posible))"
_WAIT_ES = (
    r"(?:queda )?(?:por|a|pendiente de) (?:confirmar|determinar|definir|aclarar|respuesta|contestacion|confirmacion)|pendiente"
    r"|en (?:estudio|curso|tramite|proceso|revision)|est(?:en|ense|e|ese) atentos?"
    rf"|se (?:respondera|contestara|aclarara|confirmara){_TAIL_ES}?|se informara{_TAIL_ES}"
    rf"|(?:le|les|os) (?:responderemos|contestaremos){_TAIL_ES}?|(?:le|les|os) informaremos{_TAIL_ES}"
    r"|(?:ya )?(?:contestad|respondid)[oa]"
)
_BESIDE = late_pattern(_THANKS)
_TIMED = late_pattern(rf"{_LATER}|(?:more|coming|details|news) soon|folgt in kurze")
_SAID = late_pattern("|".join((_SEEN, _WAIT_EN, _LATER, _WAIT_DE, _WAIT_FR, _WAIT_ES)))
_ACKNOWLEDGES = late_pattern(_SEEN)
_WHEN = frozenset({"when", "wann", "quand", "cuando", "soon"})
_HOW = frozenset({"how", "wie", "comment", "como"})
"""Of what kind a question is that `By email` or `Sent by post` may answer."""
_OF_ASKING = frozenset({"question", "questions", "query", "frage", "fragen", "pregunta", "consulta"})
_LONG = 5
"""How many first letters two words share that are taken for one."""

_MEANS = r"(?:e ?mail|mail|letter|post|phone|the phone|telephone|teams|call|message|chat)"
_LETTER = late_pattern(
    r"(?:already )?(?:answered|replied|responded|explained|dealt with|sent|answer sent|reply sent|response sent)"
    r"(?: (?:to (?:you|the bidder|the asker)))?"
    rf" (?:(?:directly |separately )?(?:by|via|over|in|on|through) (?:an? |our )?{_MEANS}|offline|verbally|orally|in person)"
    r"(?: (?:on|of) (?:\w+ ){1,3}\w+)?|e ?mailed(?: (?:to (?:you|the bidder)|separately|directly))?"
    r"|(?:(?:wurde|bereits|schon) )*(?:per|mit|via) (?:e ?mail|mail|brief|schreiben|telefon|fax) "
    r"(?:bereits )?(?:beantwortet|geantwortet|erledigt)"
    r"|(?:(?:wurde|bereits|schon) )*(?:telefonisch|mundlich|bilateral|direkt) (?:bereits )?(?:beantwortet|geklart)"
    r"|siehe (?:unsere|meine|unser|mein) (?:e ?mail|mail|schreiben)(?: vom .{1,20})?"
    r"|(?:il a ete |deja )*(?:repondu|reponse(?: (?:donnee|envoyee|transmise))?) "
    r"(?:deja )?(?:par|via) (?:courriel|e ?mail|mail|courrier|telephone|lettre)"
    r"|voir (?:notre|mon) (?:courriel|e ?mail|mail|courrier)(?: du .{1,20})?"
    r"|(?:ya )?(?:se ha )?(?:respondid|contestad)[oa] (?:por|via|mediante) (?:correo(?: electronico)?|e ?mail|telefono|carta)"
    r"|ver (?:nuestro|mi) correo(?: electronico)?"
)
_NEIGHBOUR = late_pattern(
    r"ibid(?:em)?|(?:bitte )?siehe (?:oben|unten|(?:die )?(?:vorherige|obige) antwort)|s o|so|wie oben|dito"
    r"|(?:voir|cf) (?:ci (?:dessus|dessous)|plus (?:haut|bas)|(?:la )?reponse precedente)|comme ci dessus|idem|meme reponse"
    r"|(?:ver|vease) (?:(?:mas )?(?:arriba|abajo)|(?:la )?respuesta anterior|lo anterior)|igual que arriba"
)


@lru_cache(maxsize=4096)
def puts_off_in_stock(text: str, asked: str = "") -> bool:
    """Return whether a text says nothing but set phrases that answer nothing; not where the question is about that."""
    said = [" ".join(one) for piece in _SENTENCE.split(text) if (one := words(piece))]
    if not said or sum(one.count(" ") + 1 for one in said) > _MOST:
        return False
    if not all(_SAID.fullmatch(one) or _BESIDE.fullmatch(one) for one in said):
        return False
    question = words(asked)
    if not _WHEN.isdisjoint(question) and any(map(_TIMED.fullmatch, said)):
        return False
    about = {one[:_LONG] for one in question if len(one) >= _LONG and one not in _OF_ASKING}
    return not any(word[:_LONG] in about for one in said for word in one.split())


def acknowledges_in_stock(text: str) -> bool:
    """Whether all that a text says is that something was noted, which is all that a remark wants."""
    said = [" ".join(one) for piece in _SENTENCE.split(text) if (one := words(piece))]
    return all(_ACKNOWLEDGES.fullmatch(one) or _BESIDE.fullmatch(one) for one in said)


def points_to_a_letter_in_stock(text: str, asked: str = "") -> bool:
    """Whether a text says only that an answer was given by post or by word of mouth: `Per E-Mail beantwortet`."""
    said = words(text)
    return len(said) <= _MOST and _LETTER.fullmatch(" ".join(said)) is not None and _HOW.isdisjoint(words(asked))


def points_beside_in_stock(text: str) -> bool:
    """Whether a text only points to another of its list: `Siehe oben`, `Voir ci-dessus`."""
    said = words(text)
    return len(said) <= _MOST and _NEIGHBOUR.fullmatch(" ".join(said)) is not None
