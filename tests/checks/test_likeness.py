"""Equivalents accepted in other words than “or equivalent”, beside what sounds like it and opens nothing."""

import pytest

from tests.checks.scoring_case import outcome
from tests.checks.test_specification import BRAND, CERTIFICATE, STANDARD, tender

STANDARDS_OPEN = (
    "Cleaners must be vetted to BS 7858 or to some comparable level.",
    "Cleaners must be vetted to BS 7858 or against a different standard of equal rigour.",
    "Cleaners must be vetted to BS 7858 or a different but comparable standard.",
    "Cleaners must be vetted to BS 7858, or something along the same lines.",
    "Cleaners must be vetted to BS 7858 or whatever comes to the same.",
    "Cleaners must be vetted to BS 7858, or an accepted alternative.",
    "Cleaners must be vetted to BS 7858 or any scheme affording the same protection.",
    "Cleaners must be vetted to BS 7858 or show that their vetting is as strict.",
    "Cleaners must be vetted to BS 7858, although other schemes of similar rigour are welcome.",
    "Cleaners must be vetted to BS 7858 (or a comparable scheme).",
    "Cleaners must be vetted to BS 7858 or in line with a similar code of practice.",
    "The supplier shall hold ISO 27001, or run a system of the same strength.",
    "The supplier shall hold ISO 27001 or an information security system of comparable quality.",
    "The supplier shall hold ISO 9001 or any quality management system which achieves the same outcomes.",
    "The supplier shall hold ISO 9001 or its own arrangements for quality.",
    "The supplier shall hold ISO 9001 or similar accreditation from another body.",
    "The supplier shall hold ISO 9001 or other recognised quality accreditation.",
    "Timber shall be FSC certified or bear another recognised label.",
    "Timber shall be FSC certified or have a similar label.",
    "Timber shall be FSC certified or PEFC certified or the like.",
    "Cleaners are vetted to BS 7858 or a similar standard.",
    "Cleaners must be vetted to BS 7858 or a comparable standard.",
    "Cleaners must be vetted to BS 7858 or a comparable vetting scheme.",
    "Cleaners must be vetted to BS 7858 or another recognised standard.",
    "Cleaners must be vetted to BS 7858 or any other suitable scheme.",
    "Cleaners must be vetted to BS 7858, or to any scheme of like rigour.",
    "Incidents shall be handled to ISO/IEC 27035 or a scheme that gives the same assurance.",
    "The supplier shall hold ISO 9001 or its own quality system if that does the same job.",
    "Detergents shall have the EU Ecolabel or another label with like criteria.",
    "Cleaners must be vetted to BS 7858 or to a like standard.",
    "Cleaners must be vetted to BS 7858 or some other recognised scheme.",
    "Cleaners must be vetted to BS 7858, or an equally rigorous check.",
    "Cleaners must be vetted to BS 7858 or by a method that is at least as strict.",
    "Cleaners must be vetted to BS 7858; comparable schemes are also accepted.",
    "Cleaners must be vetted to BS 7858. A similar standard will be accepted.",
    "The supplier shall hold ISO 9001 or an alternative quality standard.",
    "The supplier shall work to ISO 9001 or their own procedures where these reach the same level.",
    "Detergents shall have the EU Ecolabel or a label of the same standing.",
    "The supplier shall hold ISO 27001 or something similar.",
    "The supplier shall hold ISO 27001 or a system no less strict.",
    "Timber shall be FSC certified or certified under another credible scheme.",
    "Timber shall be FSC certified, or under a scheme just as good.",
    "Incidents shall be handled to ISO 27035 or a corresponding national standard.",
    "Incidents shall be handled to ISO 27035 or in a similar manner.",
    "The supplier shall hold ISO 27001, or whatever scheme serves the same purpose.",
    "The supplier shall hold ISO 27001 or the like.",
    "Joints shall be tested to BS 8000 or another method which matches it.",
)
STANDARDS_SHUT = (
    "Cleaners must be vetted to BS 7858 or a comparable scheme run by the incumbent.",
    "Cleaners must be vetted to BS 7858 or, failing that, leave.",
    "Cleaners and porters or similar staff must be vetted to BS 7858.",
    "Cleaners must be vetted to BS 7858 on this or another site.",
    "Cleaners must be vetted to BS 7858 each year or at any other time the manager asks.",
    "Cleaners must be vetted to BS 7858 by the supplier or another company.",
    "Cleaners must be vetted to BS 7858 or leave the site, like all others.",
    "Cleaners must be vetted to BS 7858 or a similar standard only if the Council says that nobody else bids.",
    "Comparable schemes are not recognised. Cleaners must be vetted to BS 7858.",
    "Cleaners must be vetted to BS 7858; neither a similar nor a comparable scheme will do.",
    "Cleaners must be vetted to BS 7858. Do not offer a similar standard.",
    "Cleaners must be vetted to BS 7858 rather than to a similar standard.",
    "Cleaners must be vetted to BS 7858, not to a comparable standard or another recognised standard.",
    "Cleaners must be vetted to BS 7858 or BS 7858:2019.",
    "Cleaners must be vetted to BS 7858, or a similar standard approved in advance by the present contractor.",
    "Cleaners must be vetted to BS 7858; no similar standard is accepted.",
    "Cleaners must be vetted to BS 7858 or a later edition.",
    "Cleaners must be vetted to BS 7858 or a similar edition of it.",
    "Cleaners must be vetted to BS 7858 or another edition of the same standard.",
    "Cleaners must be vetted to BS 7858. A comparable standard will not be accepted.",
    "Cleaners must be vetted to BS 7858 or a comparable scheme if the incumbent supplier agrees.",
    "Cleaners must be vetted to BS 7858 or a scheme of like rigour that the current contractor has approved.",
    "Cleaners must be vetted to BS 7858 or equivalent as approved by the current contractor.",
    "Cleaners in the school or a similar building must be vetted to BS 7858.",
    "The supplier shall comply with BS 8300 or any other applicable standard.",
    "The supplier shall comply with BS 8300 and/or any other standard named in this specification.",
    "The supplier shall hold an ISO 9001 certificate issued by a national body or a similar organisation.",
    "The supplier shall hold ISO 9001 on this or a similar contract.",
    "The supplier shall hold ISO 9001 or a later version that gives the same assurance.",
    "We will not consider a similar standard. Cleaners must be vetted to BS 7858.",
    "Cleaners must be vetted to BS 7858, and nothing similar will be considered.",
    "Cleaners must be vetted to BS 7858 or a similar standard is not enough.",
    "The supplier shall hold ISO 9001 or its own quality system certified to ISO 9001.",
    "Cleaners must be vetted to BS 7858 or else leave the site in a similar manner.",
    "Cleaners must be vetted to BS 7858 or any other British Standard in force.",
    "Cleaners must be vetted to BS 7858; alternative schemes are not acceptable.",
    "Cleaners must be vetted to BS 7858 before they start or do the same work as others.",
)
CERTIFICATES_OPEN = (
    "ISO 9001 certificate or a certificate to a similar standard.",
    "ISO 9001 certificate, or other recognised quality award.",
    "ISO 9001 certificate or proof of a comparable system.",
    "ISO 9001 certificate or a quality system run to the same standard.",
    "The bidder has ISO 14001 or runs its own environmental management system.",
    "The bidder holds ISO 9001 or a comparable certificate.",
    "ISO 9001 or a similar standard is held.",
    "ISO 14001 certification, or your own environmental management system",
    "ISO 9001 certificate, or another recognised certificate.",
    "ISO 9001 certificate or the bidder's own quality system.",
    "ISO 9001, or some other scheme that gives the same assurance.",
    "ISO 27001 certificate; comparable certificates are accepted.",
    "ISO 27001 certificate or a certificate of like standing.",
)
CERTIFICATES_SHUT = (
    "ISO 9001 certificate, or a later version of it.",
    "ISO 9001 certificate; a comparable certificate is not accepted.",
    "ISO 9001 certificate, or a similar one agreed by the present supplier.",
    "ISO 9001 certificate from a national body or a similar body.",
    "ISO 9001 certificate or your own system certified by the same body.",
    "ISO 9001 certificate for this or a similar site.",
)
PRODUCTS_OPEN = (
    "Vacuum cleaners must be Brennick HVR200 or a different model of the same power.",
    "Vacuum cleaners must be Brennick HVR200 or any machine which does the job as well.",
    "Vacuum cleaners must be Brennick HVR200 or a machine from another maker that performs as well.",
    "Vacuum cleaners must be Brennick HVR200, or a match for it.",
    "Vacuum cleaners must be Brennick HVR200 or a close match.",
    "Vacuum cleaners must be Brennick HVR200 or any vacuum cleaner of similar power.",
    "Vacuum cleaners must be Brennick HVR200 or a similar machine.",
    "Vacuum cleaners must be Brennick HVR200 or a comparable model.",
    "Vacuum cleaners must be Brennick HVR200 or of like performance.",
    "Vacuum cleaners must be Brennick HVR200 or an equally good one.",
    "Vacuum cleaners must be Brennick HVR200 or another make of the same quality.",
    "Vacuum cleaners must be Brennick HVR200 or one that cleans as well.",
    "Vacuum cleaners must be Brennick HVR200, or any machine of similar capacity.",
    "Vacuum cleaners must be Brennick HVR200 or some other suitable model.",
    "Vacuum cleaners must be Brennick HVR200 or a suitable alternative.",
    "Vacuum cleaners must be Brennick HVR200 or a similar vacuum cleaner.",
    "Vacuum cleaners must be Brennick HVR200 or a machine no less powerful.",
    "Vacuum cleaners must be Brennick HVR200 or an alternative of the same performance.",
    "Vacuum cleaners must be Brennick HVR200 or something as good.",
    "Lenses shall be Clarivue® lenses or comparable lenses.",
)
PRODUCTS_SHUT = (
    "Vacuum cleaners must be Brennick HVR200 or Brennick HVR250.",
    "Vacuum cleaners must be Brennick HVR200 or a later model of it.",
    "Vacuum cleaners must be Brennick HVR200; no similar machine is accepted.",
    "Vacuum cleaners must be Brennick HVR200 or a similar machine approved by the outgoing contractor.",
    "Vacuum cleaners in wards or similar rooms must be Brennick HVR200.",
    "Vacuum cleaners must be Brennick HVR200, comparable machines will be rejected.",
    "Vacuum cleaners must be Brennick HVR200 or a similar machine with the consent of the current supplier.",
)


def certificate(text):
    return tender(selection_criteria=[{"kind": "certificate", "text": text}])


@pytest.mark.parametrize("text", STANDARDS_OPEN)
def test_a_standard_beside_which_something_like_it_will_do(text):
    assert outcome(STANDARD, tender({"text": text})) == "passed"


@pytest.mark.parametrize("text", STANDARDS_SHUT)
def test_a_standard_beside_which_nothing_else_will_do(text):
    assert outcome(STANDARD, tender({"text": text})) == "flagged"


@pytest.mark.parametrize("text", CERTIFICATES_OPEN)
def test_a_certificate_beside_which_something_like_it_will_do(text):
    assert outcome(CERTIFICATE, certificate(text)) == "passed"


@pytest.mark.parametrize("text", CERTIFICATES_SHUT)
def test_a_certificate_beside_which_nothing_else_will_do(text):
    assert outcome(CERTIFICATE, certificate(text)) == "flagged"


@pytest.mark.parametrize("text", PRODUCTS_OPEN)
def test_a_product_beside_which_something_like_it_will_do(text):
    assert outcome(BRAND, tender({"text": text})) == "passed"


@pytest.mark.parametrize("text", PRODUCTS_SHUT)
def test_a_product_beside_which_nothing_else_will_do(text):
    assert outcome(BRAND, tender({"text": text})) == "review"


@pytest.mark.parametrize("word", ["a similar standard", "equivalent"])
def test_an_equivalent_that_a_named_incumbent_must_approve_opens_nothing(word):
    text = f"Cleaners must be vetted to BS 7858 or {word} approved by Tarrow Cleaning."
    fields = {"incumbents": [{"name": "Tarrow Cleaning Ltd", "products": []}]}
    assert outcome(STANDARD, tender({"text": text}, **fields)) == "flagged"


def test_a_sentence_that_welcomes_what_is_comparable_speaks_for_its_section():
    clauses = [
        {"id": "1.1", "text": "Lenses shall comply with BS 2738.", "mandatory": True},
        {"id": "1.2", "text": "Comparable standards are accepted."},
    ]
    whole = {"tender": {"award_criteria": [], "specification": clauses}}
    assert outcome(STANDARD, whole) == "passed"
    assert outcome(STANDARD, tender(clauses[0], equivalents_clause="No similar standard is accepted.")) == "flagged"


def test_a_refusal_of_alternative_bids_refuses_no_equivalent():
    text = "Lenses shall comply with BS 2738. No alternative bids will be considered."
    fields = {"equivalents_clause": "Equivalents are accepted throughout."}
    assert outcome(STANDARD, tender({"text": text}, **fields)) == "passed"
