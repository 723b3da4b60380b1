"""Names in one form: letters of three scripts, titles, particles, order, legal forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.names.letters import plain, readings, sound
from fairaudit.analysis.names.organisations import read_firm
from fairaudit.analysis.names.people import read_name
from fairaudit.analysis.names.streets import CODE, HOUSE, STREET, read_address, shared

PEOPLE = [
    ("Dr Ada Holt, PhD", ("ada", "holt"), False),
    ("HOLT, Ada", ("ada", "holt"), True),
    ("HOLT Ada", ("ada", "holt"), True),
    ("Jan van der Berg", ("jan", "berg"), False),
    ("DE LA CRUZ Ana", ("ana", "cruz"), True),
    ("Otto Freiherr von Quellen", ("otto", "freiherr", "quellen"), False),
    ("Omar bin Said al-Hashimi", ("omar", "said", "hashimi"), False),
    ("Ben Osei", ("ben", "osei"), False),
    ("Patrick O'Dowd", ("patrick", "odowd"), False),
    ("Patrick O Dowd", ("patrick", "odowd"), False),
    ("O Dowd, Patrick", ("patrick", "odowd"), True),
    ("A. O. Holt", ("a", "o", "holt"), False),
    ("Flora McLeish", ("flora", "macleish"), False),
    ("Mac Leish, Flora", ("flora", "macleish"), True),
    ("Clare St John", ("clare", "stjohn"), False),
    ("J.R. Quill", ("j", "r", "quill"), False),
    ("Frau Prof. Dr. Anne-Marie Köhler", ("anne", "marie", "kohler"), False),
    ("Nuria Peña y Rubio", ("nuria", "pena", "rubio"), False),
    ("Γιώργος Παπαδάκης", ("giorgos", "papadakis"), False),
    ("Ευαγγελία Μπόταρη", ("evangelia", "botari"), False),
    ("Søren Ødegård", ("soren", "odegard"), False),
    ("Łukasz Żelazo", ("lukasz", "zelazo"), False),
    ("İpek Çınar", ("ipek", "cinar"), False),
    ("Dr. med. Anna Holt", ("anna", "holt"), False),
    ("HOLT, Dr. med. dent. Anna", ("anna", "holt"), True),
    ("Med Ali Holt", ("med", "ali", "holt"), False),
    ("The Rt Hon Anna Holt", ("anna", "holt"), False),
    ("Rt Hon. Anna Holt", ("anna", "holt"), False),
    ("Anna Holt MRICS CEng", ("anna", "holt"), False),
    ("κ. Γιώργος Παπαδάκης", ("giorgos", "papadakis"), False),
    ("Κ. Παπαδάκης", ("k", "papadakis"), False),
    ("", (), False),
    ("Holt", ("holt",), False),
]


@pytest.mark.parametrize(("name", "words", "known"), PEOPLE)
def test_a_persons_name_in_words(name, words, known):
    assert [(one.words, one.known) for one in read_name(name)] == [(words, known)]


@pytest.mark.parametrize(
    "name",
    ["Councillor Anna Holt", "Cllr Anna Holt", "Dame Anna Holt", "Frau Dipl.-Ing. Anna Holt", "Mme Anna Holt", "Maître Anna Holt",
     "Dott.ssa Anna Holt", "Avv. Anna Holt", "Sra. Anna Holt", "Licenciado Anna Holt", "Engenheiro Anna Holt",
     "Mevrouw Anna Holt", "Fru Anna Holt", "Rouva Anna Holt", "Pani Anna Holt", "Ing. Mgr. Anna Holt", "Gospođa Anna Holt",
     "Doamna Anna Holt", "Shri Anna Holt", "Anna Holt MBE", "Anna Holt OBE, FRCS", "Anna Holt, KC", "Anna Holt FCIPS"],
)  # fmt: skip
def test_titles_and_honours_of_many_languages_are_no_part_of_a_name(name):
    assert {one.words for one in read_name(name)} == {("anna", "holt")}


def test_a_generation_is_kept_apart():
    assert [
        one.generation for name in ("Tom Holt Jr", "HOLT, Tom, Senior", "Tom Holt III") for one in read_name(name)
    ] == [
        "jr",
        "sr",
        "iii",
    ]


@pytest.mark.parametrize("name", ["г-н Иван Петров", "Д-р Иван Петров", "г-н д-р Иван Петров", "Петров, д-р Иван"])
def test_a_short_title_in_cyrillic_is_no_initial(name):
    assert {one.words for one in read_name(name)} == {one.words for one in read_name("Иван Петров")}


CYRILLIC = [
    ("Щербина", {"shcherbina", "shterbina", "shcherbyna"}),
    ("Сергій", {"serhii", "serhiy"}),
    ("Їжакевич", {"izhakevych"}),
    ("Ђорђе", {"djordje"}),
    ("Љубица", {"ljubica"}),
    ("Быков", {"bykov"}),
    ("Алёхин", {"alekhin", "alyokhin"}),
    ("Воўк", {"vouk"}),
]


ALPHABETS = [
    ("абвгдежзийклмнопрстуфхцчшщъыьэюя", {"abvgdezhziyklmnoprstufkhtschshshchyeyuya"}),  # ru
    ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", {"abvhgdeiezhzyiiiklmnoprstufkhtschshshchiuia"}),  # uk
    ("абвгдежзійклмнопрстуўфхцчшыьэюя", {"abvhdezhziyklmnoprstuufkhtschshyeyuya"}),  # be
    ("абвгдђежзијклљмнњопрстћуфхцчџшђ", {"abvgddjezzijklljmnnjoprstcufhccdzsdj"}),  # sr
    ("абвгдѓежзѕијклљмнњопрстќуфхцчџш", {"abvgdgjezzdzijklljmnnjoprstkjufhccdzs"}),  # mk
    ("щъьюя", {"shchyuya", "shtayyuya"}),  # ru and bg
    ("αβγδεζηθικλμνξοπρστυφχψως", {"avgdezithiklmnxoprstyfchpsos"}),
    ("παυλος ευτυχια ηυρα θουκυδιδης αγγελος", {"pavlos eftychia ivra thoukydidis angelos"}),
    ("αυτος ευα ηυξησα σφιγξ συγχυση μπαμπης", {"aftos eva ifxisa sfinx synchysi bampis"}),
    ("Weiß Æbelø Œuvre Þórður Guðný Żółw Đorđe Ħal ŋ Ŧ Ə", {"weiss aebelo oeuvre thordur gudny zolw dorde hal n t a"}),
    ("Ａｄａ ﬁnn Ⅳ", {"ada finn iv"}),
]


@pytest.mark.parametrize(("letters", "latin"), ALPHABETS)
def test_every_letter_of_an_alphabet_has_its_latin_one(letters, latin):
    assert set(readings(plain(letters))) == latin


@pytest.mark.parametrize(("name", "latin"), CYRILLIC)
def test_cyrillic_has_a_reading_for_each_language_that_has_its_letters(name, latin):
    assert set(readings(plain(name))) == latin


FIRMS = [
    ("Lumen Optics Ltd.", ("lumen", "optics"), "ltd"),  # gb
    ("Golau Cyf", ("golau",), "ltd"),
    ("Amharc DAC", ("amharc",), "dac"),  # ie
    ("Sight, Incorporated", ("sight",), "inc"),  # us
    ("Drishti Pvt. Ltd.", ("drishti",), "pvt ltd"),  # in
    ("Drishti Private Limited", ("drishti",), "private limited"),  # in, sg
    ("Sight Pty Limited", ("sight",), "pty ltd"),  # au
    ("Müller & Söhne GmbH & Co. KG", ("muller", "and", "sohne"), "gmbh and co kg"),  # de
    ("Blick OG", ("blick",), "og"),  # at
    ("Clarté société par actions simplifiée", ("clarte",), "sas"),  # fr
    ("Société anonyme Clarté", ("clarte",), "sa"),
    ("Zicht B.V.", ("zicht",), "bv"),  # nl
    ("Stichting Zicht", ("zicht",), "stichting"),
    ("Klaar V.Z.W.", ("klaar",), "vzw"),  # be
    ("Visión, S.L.", ("vision",), "sl"),  # es
    ("Visão Unipessoal Lda", ("visao",), "unipessoal lda"),  # pt
    ("Ottica Chiara S.r.l.", ("ottica", "chiara"), "srl"),  # it
    ("Klarsyn Aktiebolag", ("klarsyn",), "ab"),  # se
    ("Øje A/S", ("oje",), "as"),  # dk
    ("Silmä Osakeyhtiö", ("silma",), "oy"),  # fi
    ("Augað ehf.", ("augad",), "ehf"),  # is
    ("Silm OÜ", ("silm",), "ou"),  # ee
    ("UAB Akis", ("akis",), "uab"),  # lt
    ("Wzrok Sp. z o.o.", ("wzrok",), "sp z oo"),  # pl
    ("Oko spol. s r.o.", ("oko",), "sro"),  # cz
    ("Szem Korlátolt Felelősségű Társaság", ("szem",), "kft"),  # hu
    ("Pogled d.o.o.", ("pogled",), "doo"),  # hr
    ("Όραση Α.Ε.", ("orasi",), "ae"),  # gr
    ("Göz Anonim Şirketi", ("goz",), "as"),  # tr
    ("Øje Anpartsselskab", ("oje",), "aps"),
    ("Zicht N.V.", ("zicht",), "nv"),
    ("Amharc Teoranta", ("amharc",), "ltd"),
    ("Verre S.à r.l.", ("verre",), "sarl"),  # lu
    ("Blick Sagl", ("blick",), "sagl"),  # ch
    ("Visão Ltda.", ("visao",), "ltda"),  # br
    ("Lihat Sendirian Berhad", ("lihat",), "sdn bhd"),  # my
    ("Mingliang Co., Ltd.", ("mingliang",), "co ltd"),  # cn
    ("Hikari Kabushiki Kaisha", ("hikari",), "kk"),  # jp
    ("Øye Aksjeselskap", ("oye",), "as"),  # no
    ("Acs Sabiedrība ar ierobežotu atbildību", ("acs",), "sia"),  # lv
    ("Akys Mažoji bendrija", ("akys",), "mb"),
    ("Oko Spoločnosť s ručením obmedzeným", ("oko",), "sro"),  # sk
    ("Vedere Societate cu răspundere limitată", ("vedere",), "srl"),  # ro
    ("Ogled Družba z omejeno odgovornostjo", ("ogled",), "doo"),  # si
    ("Pogled Društvo sa ograničenom odgovornošću", ("pogled",), "doo"),  # rs
    ("OOO Vzglyad", ("vzglyad",), "ooo"),  # ru
    ("TOV Pohliad", ("pohliad",), "tov"),  # ua
    ("Limited", ("limited",), ""),
]


@pytest.mark.parametrize(("name", "core", "form"), FIRMS)
def test_an_organisations_name_and_its_legal_form(name, core, form):
    assert [tuple(one) for one in read_firm(name)] == [(core, form)]


def test_a_legal_form_in_cyrillic_is_one():
    assert {one.form for one in read_firm("ООО Взгляд")} == {"ooo"}
    assert {one.form for one in read_firm("Поглед ЕООД")} == {"eood"}


ADDRESSES = [
    ("4 Mill Lane, Northvale, NV1 2AB", "4, Mill Ln, Northvale NV1 2AB", HOUSE),
    ("Flat 2, 4 Mill Lane, Northvale", "4 Mill Lane\nNorthvale", HOUSE),
    ("Hauptstraße 12, 10115 Berlin", "Hauptstr. 12, 10115 Berlin", HOUSE),
    ("4 Mill Lane, Northvale", "9 Mill Lane, Northvale", STREET),
    ("4 Mill Lane, Northvale", "4 Mill Lane, Southvale", 0),
    ("4 Mill Lane, NV1 2AB", "9 Church Road, NV1 2AB", CODE),
    ("NV1 2AB", "9 Church Road, NV1 2AB", CODE),
    ("London", "London", 0),
    ("", "", 0),
    ("14 Linnet Yard, Hartsvale, HV4 2QT", "14 Linnet Yd., Hartsvale, HV4 2QT", HOUSE),
    ("14 Linnet Yard, Hartsvale, HV4 2QT", "14 Thrush Yd., Hartsvale, HV4 2QT", CODE),
    ("Unit 4 Fenn Industrial Estate, Leeds LS1 4AB", "Unit 4 Fenn Ind. Est., Leeds, LS1 4AB", HOUSE),
    ("3 N. Quay, Hartsvale", "3 North Quay, Hartsvale", HOUSE),
    ("Rosenplatz 3, 50667 Köln", "Rosenpl. 3, 50667 Köln", HOUSE),
    ("Via Garibaldi 12, 20121 Milano", "V. Garibaldi 12, 20121 Milano", HOUSE),
    ("Via Po 3, 10124 Torino", "Via Po 3, 10124 Torino", HOUSE),
    ("8 chemin des Lilas, 69003 Lyon", "8 ch. des Lilas, 69003 Lyon", HOUSE),
    ("Paseo de la Castellana 95, 28046 Madrid", "Pso. de la Castellana 95, 28046 Madrid", HOUSE),
]


@pytest.mark.parametrize(("one", "other", "what"), ADDRESSES)
def test_what_two_addresses_share(one, other, what):
    assert shared(read_address(one), read_address(other)) == what
    assert shared(read_address(other), read_address(one)) == what


@given(st.text(max_size=60))
def test_plain_text_stays_as_it_is(text):
    assert plain(plain(text)) == plain(text)


WORD = st.text("abcdefghklmnoprstuvwz", min_size=2, max_size=9)
NAME = st.lists(
    st.sampled_from(
        [
            "Ada",
            "Bram",
            "Chidi",
            "Dacre",
            "Elif",
            "Farrow",
            "García",
            "Holt",
            "Ødegård",
            "van",
            "der",
            "Íñigo",
            "Quill",
            "Şahin",
            "Ward",
            "Żelazo",
        ]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(NAME)
def test_what_was_read_reads_the_same_again(name):
    (found,) = read_name(name)
    (again,) = read_name(" ".join(found.words))
    assert again.words == found.words


@given(NAME)
def test_case_and_accents_change_no_word(name):
    (found,) = read_name(name)
    for other in (name.upper(), name.lower(), plain(name)):
        assert [one.words for one in read_name(other)] == [found.words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mueller", "muller"),
        ("juergen", "jurgen"),
        ("yuliya", "iuliia"),
        ("khristo", "hristo"),
        ("djordje", "dorde"),
        ("philipp", "filip"),
        ("wladimir", "vladimir"),
        ("catherine", "caterine"),
    ],
)
def test_spellings_of_one_sound(one, other):
    assert sound(one) == sound(other)
