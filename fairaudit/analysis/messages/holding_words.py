"""Parts of texts that only hold a question: who looks at it, how it will be answered, that a message got there, who has left.

`The Contracting Officer is reviewing your question`, `Message delivered`, `Votre question est en cours de traitement`. Each
must say so from end to end, and in other languages of a question or a message of the asker's: what is said of a permit answers.
"""

from __future__ import annotations

from fairaudit.analysis.calendars import MONTHS_SAID, WEEK_SAID
from fairaudit.analysis.latepattern import late_pattern

_NOUN = (
    r"(?:(?:clarification )?(?:questions?|requests?|quer(?:y|ies))|(?:en|in)quir(?:y|ies)|messages?|e ?mails?|letters?"
    r"|clarifications?)"
)
_YOURS = rf"(?:(?:your|this|the|these|all|all the) {_NOUN}|your (?:request|letter) for clarification)"
_OFFICE = (
    r"(?:authority|buyer|purchaser|employer|government|agency|client|council|trust|entity|department|ministry"
    r"|contracting officer"
    r"|procurement (?:officer|team|lead)|project team|technical team|evaluation team|team)"
)
_WHO = rf"(?:we|i|(?:the|our) (?:(?:contracting|procuring|purchasing|implementing) )?{_OFFICE})"
_WILL = r"(?:(?:will|shall|hope to|aim to|intend to|is going to|are going to|ll)|(?:and|then) will)"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|20\d\d|{'|'.join(MONTHS_SAID)}|{'|'.join(WEEK_SAID)})"
_WHEN = (
    rf"(?: (?:soon|shortly|later|separately|in due course|as soon as (?:possible|we can)|(?:this|next) week|tomorrow|today"
    rf"|(?:by|on|before) {_DAY}(?: {_DAY}){{0,3}}|within (?:\w+ )?(?:working |business )?(?:days?|hours?|weeks?)"
    rf"|within \d{{1,3}} (?:working |business )?(?:days|hours)|within the time(?:scales?|frame)? (?:given|set) in the itt))?"
)
_PAPER = (
    r"(?:amendments?|addend(?:um|a)|bulletins?|circulars?|clarification (?:log|notice)|q and a|q a|portal|itb|itp|itt"
    r"|rfp|rfq)"
)
_WAY = (
    rf"(?: (?:in|via|by|through|on|under|with|in accordance with|pursuant to) (?:(?:an|a|the|our|next|forthcoming|formal"
    rf"|written) ){{0,3}}"
    rf"{_PAPER}(?: \d{{1,3}}){{0,2}}(?: to (?:the |this )?(?:solicitation|rfp|rfq|itb|itt|notice|bidding documents))?)?"
)
_ENGLISH = (
    rf"{_WHO} (?:is|are|am) (?:(?:currently|still|now) )?(?:reviewing|considering|assessing|looking at|looking into|preparing"
    rf" (?:a|an|its|our|the) (?:response|reply|answer) to) {_YOURS}{_WHEN}"
    rf"|{_WHO} acknowledges? (?:with thanks )?(?:the )?receipt (?:with thanks )?of {_YOURS}(?: dated(?: {_DAY}){{1,4}})?"
    rf"|(?:{_WHO} )?{_WILL} (?:respond|reply|revert|answer)(?: to {_YOURS})?{_WAY}{_WHEN}"
    rf"|(?:(?:well|ill|let me|let us|allow me to|(?:we|i) (?:will|shall|need to|have to|would have to)) )"
    r"(?:just )?(?:look at|look into|check|find out(?: about)?|investigate|chase)(?: (?:it|this|that|into it))?(?: (?:up"
    r"|for you))?"
    r"|(?:ill|let me|let us|well|(?:we|i) (?:will|shall|have to|need to)) (?:ask|check with|speak to|consult)"
    r" (?:the|my|our) (?:team|colleagues?|client|service|engineers?|architect|manager|boss|lawyers?|project manager|end users?)"
    r"(?: about (?:it|this|that))?"
    rf"|(?:(?:well|ill) )?(?:get|come) back to you(?: on (?:this|it|that))?{_WHEN}"
    rf"|{_YOURS} (?:has been|have been|was|were) (?:submitted|delivered|sent|transmitted|read)"
    rf"(?: (?:to|by) (?:the|our) {_OFFICE})?(?: successfully)?"
    r"|(?:message|e ?mail) (?:(?:successfully|has been|was) )*(?:delivered|sent|submitted|read)"
    rf"|{_YOURS} (?:is|are|has been|have been) (?:(?:currently|still|now|being) )*(?:triaged|processed|queued|in (?:our|the"
    rf"|a) queue)"
    rf"|(?:an? |the )?(?:answers?|responses?|reply|replies) (?:is |are )?(?:forthcoming|to be (?:issued|published|provided"
    rf"|posted|given)"
    rf"{_WAY}{_WHEN})"
    rf"|{_WHO} (?:have|has) (?:raised|taken up) (?:this|it|that|{_YOURS})(?: up)? with (?:the|our)(?: \w+){{1,5}}"
    r"|(?:(?:we|i) )?(?:(?:are|am|now|still) )*(?:await|awaiting) (?:a|an|their|its|his|her|the) (?:response|reply|answer"
    r"|feedback)"
    r"(?: from (?:the|our)(?: \w+){1,4})?"
    rf"|(?:{_YOURS} )?will be (?:addressed|answered|responded to|discussed)"
    r"(?: (?:in due course|shortly|soon|later|separately)| (?:at|during|after) the (?:pre ?(?:bid|proposal|tender)|bidders?"
    r"|clarification|site)"
    r" (?:meeting|conference|visit|briefing|day))"
)
_GONE = (
    r"i (?:have (?:now )?left|am no longer (?:with|at|employed by|working (?:for|at))|no longer work (?:for|at))"
    r" (?:the|this|our)(?: \w+){1,3}"
    r"|(?:the|our) (?:person responsible|responsible (?:person|officer)|case officer|procurement (?:lead|officer)|buyer)"
    r" (?:is|is currently) (?:(?:away|absent|off sick|out of (?:the )?office|on (?:(?:annual|sick|maternity|paternity) )?leave)"
    rf"(?: until(?: {_DAY}){{1,4}})?)"
    r"|(?:i am |currently )*out of (?:the )?office with (?:no|limited|no or limited) access to (?:my )?e ?mails?"
)
_FRENCH = (
    r"(?:votre|vos|cette) (?:questions?|demandes?|messages?|courriels?) (?:est|sont) (?:(?:bien|actuellement) )?"
    r"(?:en cours (?:de traitement|dexamen|danalyse|detude)|a letude|prise? en (?:charge|compte)"
    r"|transmise?s? au service(?: \w+)?)"
    r"|(?:nous|je) (?:reviendrons|reviendrai|reviens|revenons) vers vous (?:dans les meilleurs delais|des que possible"
    r"|rapidement"
    r"|prochainement|sous peu)|une reponse vous (?:sera|parviendra)(?: apportee| donnee| adressee| transmise)?"
    r"(?: (?:dans les meilleurs delais|prochainement|sous peu|ulterieurement|des que possible))?"
    rf"|(?:je suis|nous sommes) (?:actuellement )?absente?s?(?: du bureau)?(?: (?:jusquau|jusqua|du|au)(?: (?:\d{{1,2}}"
    rf"|{'|'.join(MONTHS_SAID)}"
    r"|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lundi|mardi|mercredi|jeudi|vendredi"
    r"|20\d\d)){1,4})*"
)
_GERMAN = (
    r"(?:ihre?|diese) (?:fragen?|anfragen?|nachricht|bieterfragen?) (?:wird|werden|ist|sind) (?:(?:derzeit|zurzeit|aktuell"
    r"|noch|nun) )?"
    r"(?:gepruft|bearbeitet|in (?:prufung|bearbeitung|klarung)|weitergeleitet|intern abgestimmt)"
    r"|wir (?:prufen|bearbeiten|klaren) (?:ihre|die|diese) (?:frage|fragen|anfrage|bieterfrage)(?: derzeit| intern)?"
    r"|(?:wir haben (?:ihre|die) (?:frage|fragen|anfrage|nachricht) erhalten und )?(?:wir )?werden (?:diese|sie|ihre frage"
    r"|ihre anfrage|ihre fragen)(?: so)? (?:schnellstmoglich|schnell wie moglich|baldmoglichst|umgehend"
    r"|zeitnah|in kurze) beantworten"
    r"|(?:wir|ich) (?:melden|melde) (?:uns|mich)(?: (?:bei ihnen|zeitnah|in kurze|schnellstmoglich|umgehend))*"
    r"|eine antwort (?:folgt|erfolgt)(?: (?:in kurze|zeitnah|schnellstmoglich|gesondert|uber das portal"
    r"|uber die vergabeplattform))?"
    r"|ich bin (?:(?:bis|zum|ab|vom|derzeit|zurzeit|aktuell|\d{1,2}|20\d\d|januar|februar|marz|april|mai|juni|juli|august"
    r"|september"
    r"|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag) )*(?:nicht im (?:buro|haus)|abwesend|im urlaub"
    r"|nicht erreichbar|ausser haus)"
)
_OTHERS = (
    # Spanish, Italian, Portuguese, Dutch, Polish.
    r"su (?:consulta|pregunta|solicitud) (?:esta siendo (?:estudiada|analizada|tramitada|revisada)|esta en (?:estudio|tramite)"
    r"|sera (?:respondida|contestada)(?: (?:en breve|proximamente|a la mayor brevedad))?)"
    r"|(?:le|les) (?:responderemos|contestaremos)(?: (?:en breve|a la mayor brevedad|lo antes posible))?"
    r"|(?:la )?(?:vostra|sua) (?:richiesta|domanda) e (?:in (?:fase|corso) di (?:esame|valutazione|verifica|lavorazione)"
    r"|allo studio)"
    r"|(?:vi|le) (?:risponderemo|faremo sapere)(?: (?:al piu presto|appena possibile|quanto prima))?"
    r"|(?:a )?sua (?:questao|pergunta|duvida|mensagem) (?:esta (?:em analise|a ser analisada|sendo analisada)|foi recebida"
    r"|foi encaminhada)"
    r"|(?:recebemos|acusamos a recepcao d[ao]) (?:a )?sua (?:questao|pergunta|mensagem)"
    r"|uw (?:vraag|vragen|bericht|verzoek) (?:is|zijn|wordt|worden) (?:(?:momenteel|nog) )?(?:in behandeling(?: genomen)?"
    r"|behandeld"
    r"|onderzocht|doorgestuurd)|(?:wij|we) komen (?:hier(?: zo spoedig mogelijk)? op terug|er op terug|erop terug)"
    r"|(?:panstwa )?(?:pytanie|zapytanie|wniosek) jest (?:rozpatrywane|rozpatrywany|analizowane|w trakcie (?:analizy"
    r"|rozpatrywania))"
    r"|odpowiedz (?:zostanie udzielona|nastapi)(?: (?:wkrotce|niezwlocznie|w terminie pozniejszym))?"
)
_HOLDS = late_pattern(f"{_ENGLISH}|{_GONE}|{_FRENCH}|{_GERMAN}|{_OTHERS}")


def only_holds(part: str) -> bool:
    """Whether a part of a text, its words between spaces, says no more than that a question is held or nobody is there for it."""
    return _HOLDS.fullmatch(part) is not None
