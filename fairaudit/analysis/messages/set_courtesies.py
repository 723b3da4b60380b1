"""Set phrases of courtesy in French, German, Spanish, Italian, Dutch and Polish, and where the helpdesk of a portal is.

Thanks, a receipt, wishes for a feast and greetings, each from end to end; letters stand without their accents. What is not one
of them is read as before: `Merci, le budget est de 40 000 euros` tells something.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.not_spoken_of import parts

_FRENCH = (
    r"(?:merci(?: beaucoup)?|(?:nous|je) vous (?:remercions|remercie))"
    r"(?: (?:de|pour) (?:votre|vos) (?:interet|messages?|courriels?|mails?|questions?|offre|candidature|reponse|visite|envoi)"
    r"(?: (?:pour|a|dans) (?:ce marche|cet appel doffres|cette (?:consultation|procedure)))?)?"
    r"|(?:nous avons bien recu|(?:nous )?accusons reception de|nous confirmons la (?:bonne )?reception de)"
    r" (?:votre|vos) (?:offre|messages?|courriel|questions?|dossier|candidature|pli|envoi)"
    r"|(?:votre|vos) (?:offre|messages?|courriel|questions?|dossier|candidature|pli) (?:a|ont) (?:bien )?ete recue?s?|bien recu"
    r"|(?:joyeux noel|joyeuses (?:fetes|paques)|bonnes? (?:annee|fetes|journee|soiree|vacances)|meilleurs voeux)"
    r"(?: (?:a vous|a tous|et a votre equipe|a votre equipe|a vous et a votre equipe))?"
    r"|bonjour(?: (?:madame|monsieur|a tous))?|madame|monsieur|madame monsieur|(?:bien )?cordialement|de rien|je vous en prie"
)
_GERMAN = (
    r"(?:(?:vielen|herzlichen|besten)(?: herzlichen)? dank|danke(?: (?:schon|sehr))?|wir danken(?: ihnen)?)"
    r"(?: fur (?:ihr|ihre|ihren) (?:interesse|nachricht|angebot|fragen?|anfrage|mitteilung|bewerbung|teilnahme|besuch|schreiben)"
    r"(?: an (?:diesem|dem) (?:verfahren|vergabeverfahren|auftrag)| an (?:dieser|der) ausschreibung)?)?"
    r"|(?:ihr|ihre) (?:angebot|fragen?|nachricht|bewerbung|unterlagen|anfrage|schreiben|teilnahmeantrag)"
    r" (?:ist|sind) (?:(?:bei uns|heute) )?(?:eingegangen|angekommen)"
    r"|(?:ihr|ihre) (?:angebot|fragen?|nachricht|bewerbung|unterlagen|anfrage|schreiben) (?:wurde|wurden|haben wir) erhalten"
    r"|wir haben (?:ihr|ihre) (?:angebot|fragen?|nachricht|bewerbung|unterlagen|anfrage|schreiben) erhalten"
    r"|wir bestatigen den (?:eingang|erhalt) (?:ihres angebots|ihres angebotes|ihrer (?:fragen?|nachricht|unterlagen|bewerbung))"
    r"|(?:(?:frohe|schone|gesegnete) (?:ostern|weihnachten|feiertage)|(?:ein )?(?:gutes|frohes) neues jahr|guten rutsch"
    r"|schones wochenende|schonen (?:tag|abend|urlaub))(?: (?:ihnen|fur sie|ihnen und ihrem team|und ihrem team))?"
    r"|guten (?:tag|morgen|abend)|hallo|sehr geehrte damen und herren|gern geschehen"
    r"|(?:mit )?(?:freundlichen|besten|freundliche|beste|viele) gruss(?:en|e)|(?:mit )?freundlichem gruss"
)
_SPANISH = (
    r"(?:(?:muchas )?gracias|(?:les|le) agradecemos)"
    r"(?: por su (?:interes|mensaje|correo|oferta|consulta|pregunta|visita)(?: en (?:este contrato|esta licitacion))?)?"
    r"|(?:hemos recibido|confirmamos la recepcion de|acusamos recibo de)"
    r" su (?:oferta|mensaje|correo|consulta|pregunta|documentacion)"
    r"|su (?:oferta|mensaje|correo|consulta|pregunta) ha sido recibid[oa]"
    r"|(?:feliz (?:navidad|ano nuevo|ano)|felices (?:fiestas|pascuas))(?: (?:a usted|a todos|y a su equipo|a su equipo))?"
    r"|buenos dias|buenas tardes|estimados senores|(?:un )?saludos?(?: cordial(?:es)?)?|atentamente|de nada"
)
_ITALIAN = (
    r"(?:(?:molte )?grazie(?: mille)?|vi ringraziamo|la ringraziamo)"
    r"(?: per (?:il vostro|il suo|la vostra|la sua) (?:interesse|messaggio|offerta|domanda|visita|richiesta)"
    r"(?: (?:in|per) questa gara)?)?"
    r"|(?:abbiamo ricevuto|confermiamo la ricezione (?:di|della|del)) (?:(?:la|il) )?(?:vostra|vostro|sua|suo)"
    r" (?:offerta|messaggio|domanda|richiesta|documentazione)"
    r"|la (?:vostra|sua) (?:offerta|domanda|richiesta) e stata ricevuta"
    r"|(?:buon natale|buona pasqua|buone feste|buon anno|felice anno nuovo)(?: (?:a voi|a tutti|a lei|e al vostro team))?"
    r"|buongiorno|buonasera|gentili signori|(?:cordiali|distinti) saluti|prego"
)
_DUTCH = (
    r"(?:(?:hartelijk |veel )?(?:dank|bedankt)|dank u(?: wel)?|wij danken u)"
    r"(?: voor uw (?:interesse|belangstelling|bericht|e ?mail|inschrijving|vragen|vraag|bezoek|reactie)"
    r"(?: (?:in|voor) deze (?:aanbesteding|opdracht))?)?"
    r"|(?:wij|we) hebben uw (?:inschrijving|bericht|e ?mail|vraag|vragen|documenten|aanmelding)(?: goed)? ontvangen"
    r"|(?:wij|we) bevestigen de ontvangst van uw (?:inschrijving|bericht|e ?mail|vraag|vragen|documenten|aanmelding)"
    r"|uw (?:inschrijving|bericht|e ?mail|vraag|vragen|documenten|aanmelding) (?:is|zijn)(?: goed)? ontvangen"
    r"|(?:(?:vrolijk|zalig) (?:kerstfeest|pasen)|prettige (?:kerstdagen|feestdagen)|fijne feestdagen|gelukkig nieuwjaar)"
    r"(?: (?:voor u|voor u en uw team|en uw team))?"
    r"|goede(?:morgen|middag|n ?avond)|geachte (?:heer|mevrouw)|(?:met )?vriendelijke groet(?:en)?|graag gedaan"
)
_POLISH = (
    r"(?:(?:bardzo |serdecznie )?(?:dziekujemy|dziekuje))"
    r"(?: za (?:zainteresowanie|wiadomosc|e ?mail|oferte|zlozenie oferty|pytanie|pytania|wizyte)"
    r"(?: (?:tym postepowaniem|tym przetargiem))?)?"
    r"|otrzymalismy (?:panstwa |pana |pani )?(?:oferte|wiadomosc|pytanie|pytania|dokumenty)"
    r"|potwierdzamy (?:otrzymanie|odbior|wplyw) (?:(?:panstwa|pana|pani) )?(?:oferty|wiadomosci|pytania|pytan|dokumentow)"
    r"|(?:panstwa )?(?:oferta|wiadomosc) zostala (?:odebrana|otrzymana|przyjeta)"
    r"|(?:wesolych swiat|szczesliwego nowego roku|milego dnia)(?: (?:dla panstwa|panstwu))?"
    r"|dzien dobry|dobry wieczor|szanowni panstwo|z powazaniem|(?:serdecznie )?pozdrawiam(?:y)?|nie ma za co"
)
_HELPDESK = r"(?:please )?(?:find|ring|call|contact|reach) the (?:portals? )?help ?desk (?:at|on|under)(?: \d+){1,5}"
_SET = late_pattern("|".join((_FRENCH, _GERMAN, _SPANISH, _ITALIAN, _DUTCH, _POLISH, _HELPDESK)))


@lru_cache(maxsize=1024)
def is_a_set_courtesy(text: str) -> bool:
    """Whether each part of a text is a set phrase of courtesy, or says where the helpdesk is."""
    said = parts(text)
    return bool(said) and all(map(is_a_set_phrase, said))


def is_a_set_phrase(part: str) -> bool:
    """Whether a part of a text, its words between spaces, is such a phrase from end to end."""
    return _SET.fullmatch(part) is not None
