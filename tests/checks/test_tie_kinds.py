"""What kinds of tie mean as people write them: a question is cheap, an accusation of the wrong person is not, silence is neither."""

import pytest

from fairaudit.checks.people.ties.tie_kinds import Reading, read_tie
from fairaudit.procurement.model.scalars import read_kind

KINDS = {
    "employment": "employment; Employee; member of staff; staff member; job; works for; secondment; employee, customer service;"
    " employee with pension; past and present employee; employee and director of nothing",
    "directorship": "director; board member; member of the board; board membership; trustee; non-executive; CEO;"
    " chief executive; company secretary; school governor; chair of the board; director, not paid; director (no shares); director, gifts none;"
    " director with no shares; director of a not-for-profit; ex officio trustee; director of the parent company;"
    " sister company director; parent governor; children's charity trustee; one of the directors; role of director",
    "ownership": "shares; shareholding; stocks; stock; stock options; share options; equity; stake; equity partner;"
    " partner in a firm; managing partner; not employed, but shareholder; none except shares; shares and pension",
    "family": "family; spouse; sister is a director; wife is an employee; husband's employment; civil partner;"
    " life partner is a manager; brother-in-law; son of the owner; son; parents' shares; child's employment;"
    " household member; married to the owner; related to the owner; family member; family business; has family at the firm",
    "gift": "gift; hospitality; lunch; dinner with the director; board dinner; football tickets; gift from the owner",
    "advice": "consultancy; adviser; professional adviser; membership of the advisory board; advisory board;"
    " self-employed consultant",
    "loan": "loan; private loan; debts; a guarantee; interest-free loan from the firm",
    "offer": "job offer; offer of employment; offered a post",
    "other": "student loan; bank loan; job offer, declined; offer; partner; business partner; partner is a director; partner's shares; close friend of the director;"
    " neighbour of the owner; main customer of the firm; applied for employment, unsuccessful; prospective contract;"
    " offer of directorship, declined; member; membership; committee member; professional; professional services;"
    " professional relationship; member of LLP; pension trustee; assistant to the director; secretary to the chief executive;"
    " director's secretary; contract with the director; shares a house with the owner; ex-wife is a director; not known;"
    " not stated; not employed, contractor; family doctor; colleague; knows the director; related party",
    None: "customer; customer of its staff canteen; account holder; pension; staff pension; pension from former employer; professional membership; member of a professional body;"
    " none; nil; n/a; none declared; not employed; no shares; no financial interest; no known interest; shares: none;"
    " employment - nil; declined directorship; gift declined; gifts, hospitality: none; never employed; no relatives; not related; no connection;"
    " nothing to declare; not applicable; no",
}
TABLE = [(one.strip(), kind) for kind, texts in KINDS.items() for one in texts.split(";")]


@pytest.mark.parametrize(("text", "kind"), TABLE)
def test_a_kind_is_read_for_what_it_says(text, kind):
    assert read_tie(text).kind == kind
    assert read_tie(read_kind(text)).kind == kind, "the model writes hyphens for spaces"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("former employee", Reading("employment", ended=True)),
        ("ex-director", Reading("directorship", ended=True)),
        ("no longer employed", Reading("employment", ended=True)),
        ("employee (former)", Reading("employment", ended=True)),
        ("employee and former director", Reading("employment")),
        ("sister is a former director", Reading("family", ended=True)),
        ("not employed", Reading(None, denied=True)),
        ("pension", Reading(None)),
        ("job offer", Reading("offer", offered=True)),
        ("membership", Reading("other", remote=True)),
        ("alumni", Reading(None)),
        ("Alumni network of the university", Reading(None)),
        ("former student", Reading(None)),
        ("studied at the same university", Reading(None)),
        ("golf club", Reading("other", remote=True)),
        ("president of the club", Reading("other")),
        ("graduate of the university", Reading(None)),
        ("graduate", Reading("other")),
        ("student", Reading("other")),
        ("same university as its director", Reading("other")),
        ("alumni board", Reading("directorship")),
        ("club sponsorship", Reading("gift")),
        ("close friend", Reading("other")),
        ("neighbour", Reading("other", remote=True)),
        (None, Reading("other")),
        ("", Reading("other")),
        ("...", Reading("other")),
    ],
)
def test_what_is_over_denied_or_still_to_come_is_read_too(text, reading):
    assert read_tie(text) == reading


def test_a_word_that_is_not_known_is_what_the_place_says():
    assert read_tie("full time", "employment").kind == "employment"
    assert read_tie(None, "employment").kind == "employment"
    assert read_tie("customer", "employment").kind is None
    assert read_tie("no shares, see file", "employment").kind == "other"
