"""Names that are one in other spellings, scripts and legal forms, and names that stay apart."""

from itertools import combinations

import pytest

from fairaudit.analysis.names.candidates import candidates
from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.firmlikeness import compared_firms
from fairaudit.analysis.names.likeness import compared
from fairaudit.analysis.names.organisations import firm_names
from fairaudit.analysis.names.people import read_name
from fairaudit.analysis.names.personlikeness import LIKE, NEAR, PART, SAME, compared_people


def person(name, birth=None):
    return Described("person", (name,), birth=birth)


def firm(name):
    return Described("organisation", (name,))


def of_firms(one, other):
    return compared_firms(firm_names(firm(one)), firm_names(firm(other))).grade


def found(one, other):
    """Whether each is looked for where the other is sought."""
    return bool(list(candidates([one], [other]))) and bool(list(candidates([other], [one])))


ONE_FIRM = [
    ("Roze S.à r.l.", "Roze Sàrl", "Roze SARL", "Roze S. à r. l.", "SARL Roze"),
    ("Rosa Ltda", "Rosa Limitada"),
    ("Rosa Lda", "Rosa Limitada"),
    ("Rosa Pte Ltd", "Rosa Private Limited"),
    ("Rosa Pvt. Ltd.", "Rosa Private Limited", "Rosa Pvt Limited"),
    ("Aktiengesellschaft Wiese", "Wiese AG", "Wiese Aktiengesellschaft"),
    ("ЕООД Роза", "Роза ЕООД", "ЕООД „Роза“", "Roza EOOD"),
    ("ООО «Роза»", "Роза ООО", "OOO Roza"),
    ("Teoranta Rosa", "Rosa Teo", "Rosa Teoranta", "Rosa Ltd"),
    ("S.p.A. Rosa", "Rosa S.p.A.", "Rosa S. p. A."),
    ("AS Roze", "Roze AS", "A/S Roze"),
    ("SIA Roze", "Roze SIA"),
    ("UAB Roze", "Roze UAB"),
    ("Oak Company Ltd", "Oak Co Ltd", "Oak Co. Limited", "Oak Company Limited"),
    ("Oak & Co. KG", "Oak und Co KG", "Oak + Co. KG"),
    ("Oak GmbH & Co. KG", "Oak mbH & Co KG", "Oak Gesellschaft mbH & Co. KG"),
    ("Oak GmbH", "Oak Gesellschaft mbH", "Oak G. m. b. H."),
]


@pytest.mark.parametrize(("one", "other"), [pair for names in ONE_FIRM for pair in combinations(names, 2)])
def test_one_firm_in_two_writings_of_its_form(one, other):
    assert of_firms(one, other) == SAME
    assert found(firm(one), firm(other))
    assert compared(firm(one), firm(other)).level == "possible"


OTHER_FORMS = [
    ("Oak Ltd", "Oak AG"),
    ("Rosa Lda", "Rosa Ltda"),
    ("Rosa Pte Ltd", "Rosa Pvt Ltd"),
    ("Rosa Private Limited", "Rosa Ltd"),
    ("Oak Co Ltd", "Oak Ltd"),
    ("Oak KG", "Oak GmbH & Co KG"),
    ("AS Roze", "Roze Ltd"),
]


@pytest.mark.parametrize(("one", "other"), OTHER_FORMS)
def test_two_forms_are_two_firms_until_a_record_ties_them(one, other):
    assert of_firms(one, other) == PART
    assert compared(firm(one), firm(other)) is None


def test_a_word_that_may_be_a_form_stays_a_word_where_the_name_has_its_form_behind():
    assert of_firms("AS Roma SpA", "Roma SpA") < NEAR
    assert of_firms("Spa Rosa Ltd", "Rosa Ltd") < NEAR
    assert of_firms("Oak Holdings", "Oak") == NEAR


ONE_PERSON = [
    ("Пётр Алёхин", "Petr Alekhin", "Петр Алехин"),
    ("Пётр Алёхин", "Pyotr Alyokhin", "Piotr Aliokhin", "Pjotr Aljochin"),
    ("Фёдор Квин", "Fyodor Kvin", "Fedor Kvin", "Fiodor Kvin", "Feodor Kvin"),
    ("Пётр Чайковский", "Petr Tchaikovsky", "Petr Chaikovskij", "Pyotr Tchaïkovski", "Pjotr Tschaikowski"),
    ("Mohammed Quill", "Muhammad Quill", "Mohamed Quill", "Mohd Quill", "Mohd. Quill"),
    ("Steven Quill", "Stephen Quill"),
    ("Γιώργος Παπαδάκης", "Γεώργιος Παπαδάκης", "Giorgos Papadakis", "Georgios Papadakis", "Yiorgos Papadakis"),
    ("Евгений Квин", "Evgeny Kvin", "Yevgeny Kvin", "Jevgenij Kvin", "Evgenii Kvin"),
    ("Євген Квін", "Yevhen Kvin", "Evhen Kvin"),
    ("Alexander Quill", "Aleksandr Quill", "Aleksander Quill", "Alexandr Quill"),
    ("Юлия Квин", "Yulia Kvin", "Julia Kvin", "Iuliia Kvin"),
    ("Đorđe Perić", "Djordje Peric", "Ђорђе Перић"),
    ("Åse Håland", "Aase Haaland", "Ase Haland"),
]


@pytest.mark.parametrize(("one", "other"), [pair for names in ONE_PERSON for pair in combinations(names, 2)])
def test_one_person_in_two_spellings_is_a_question_and_no_more(one, other):
    match = compared(person(one), person(other))
    assert (match.level, found(person(one), person(other))) == ("possible", True)
    assert compared(person(one, "1980-05"), person(other, "1980-06")) is None


SHORT = [
    ("Kostas Damaskos", "Κωνσταντίνος Δαμασκός", "Constantinos Damaskos"),
    ("Panos Damaskos", "Παναγιώτης Δαμασκός"),
    ("Vangelis Damaskos", "DAMASKOS, Evangelos"),
    ("Gosho Rask", "Георги Раск"),
    ("Pesho Rask", "RASK, Petar"),
    ("Vanya Rask", "RASK, Ivanka"),
    ("Saša Rask", "RASK, Aleksandar"),
    ("Polly Rask", "RASK, Mary"),
    ("Ken Rask", "RASK, Kenneth"),
    ("Fritz Rask", "RASK, Friedrich"),
    ("Pepe Rask", "RASK, José"),
    ("Véro Rask", "RASK, Véronique"),
    ("Beppe Rask", "RASK, Giuseppe"),
    ("Kees Rask", "RASK, Cornelis"),
    ("Gosia Rask", "RASK, Małgorzata"),
    ("Chico Rask", "RASK, Francisco"),
    ("Dima Rask", "RASK, Dmitrii"),
    ("Lesia Rask", "RASK, Oleksandra"),
]


@pytest.mark.parametrize(("one", "other"), [(names[0], other) for names in SHORT for other in names[1:]])
def test_a_short_form_is_a_question_and_no_more(one, other):
    match = compared(person(one), person(other))
    assert match is not None
    assert (match.level, match.reasons[0][:32]) == ("possible", "same name, one in a short form (")
    assert found(person(one), person(other))


@pytest.mark.parametrize("name", ["Evgeny", "Yevgeny", "Evgenii", "Евгений"])
@pytest.mark.parametrize("short", ["Eugene", "Zhenya"])
def test_a_short_form_is_one_of_every_spelling_of_its_name(name, short):
    one, other = person(f"{name} Rask"), person(f"{short} Rask")
    assert compared(one, other).level == "possible"
    assert found(one, other)


APART = [
    ("Mohammed Quill", "Mahmud Quill"),
    ("Mohammed Quill", "Marwan Quill"),
    ("Steven Quill", "Stuart Quill"),
    ("Steven Quill", "Stefan Quill"),
    ("Eugene Quill", "Evelyn Quill"),
    ("Georgios Quill", "Gregorios Quill"),
    ("Alexander Quill", "Alexandra Quill"),
    ("Yevgenia Quill", "Yevgeny Quill"),
    ("Petr Quill", "Pavel Quill"),
    ("Volodymyr Quill", "Vladimir Quill"),
    ("Kostas Damaskos", "Kyriakos Damaskos"),
    ("Gosho Rask", "Petar Rask"),
    ("Polly Rask", "Martha Rask"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_another_given_name_is_another_person(one, other):
    assert compared(person(one), person(other)) is None


def test_a_sound_that_a_short_form_shares_with_many_is_none():
    assert compared_people(read_name("Mo Quill"), read_name("Ma Quill")).grade < LIKE
