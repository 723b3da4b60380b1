"""Courtesies in six languages, from end to end; what tells more is none."""

import pytest

from fairaudit.analysis.messages.set_courtesies import is_a_set_courtesy
from fairaudit.analysis.messages.well_wishes import only_courtesies


@pytest.mark.parametrize(
    "text",
    [
        "Merci de votre intérêt pour ce marché.",
        "Bonjour, nous avons bien reçu votre offre. Cordialement",
        "Votre offre a bien été reçue.",
        "Joyeuses fêtes à vous et à votre équipe !",
        "Vielen Dank, Ihr Angebot ist eingegangen.",
        "Sehr geehrte Damen und Herren, wir danken Ihnen für Ihr Interesse. Mit freundlichen Grüßen",
        "Frohe Ostern!",
        "Muchas gracias por su interés en esta licitación.",
        "Hemos recibido su oferta. Un saludo",
        "Grazie per il vostro interesse. Cordiali saluti",
        "Abbiamo ricevuto la vostra offerta.",
        "Hartelijk dank voor uw inschrijving.",
        "Wij hebben uw vragen goed ontvangen. Met vriendelijke groet",
        "Dziękujemy za złożenie oferty.",
        "Potwierdzamy otrzymanie oferty. Z poważaniem",
        "Please find the portal helpdesk at 0800 000.",
    ],
)
def test_a_courtesy_in_another_language(text):
    assert is_a_set_courtesy(text)
    assert only_courtesies((text,))


@pytest.mark.parametrize(
    "text",
    [
        "Merci, le budget est de 40 000 euros",
        "Merci pour votre offre, la moins chère",
        "Vielen Dank, Ihr Angebot ist das günstigste",
        "Ihr Angebot ist nach Fristende eingegangen und wird gewertet",
        "Gracias por su oferta; el precio es alto",
        "Grazie, la vostra offerta è la migliore",
        "Bedankt, de prijs mag hoger",
        "Dziękujemy, oferta jest za droga",
        "Please ring the chair at 0800 000",
        "Please find the helpdesk at 0800 000; the roof is 400 m2",
        "",
    ],
)
def test_what_tells_more_is_none(text):
    assert not is_a_set_courtesy(text)
