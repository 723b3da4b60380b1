"""Legal forms of organisations by country: the usual short writing, then the others. Common knowledge of company law.

Among others the Companies Act 2006 (United Kingdom), GmbHG and AktG (Germany), the Code de commerce (France), Codice civile
(Italy), the Ley de Sociedades de Capital (Spain) and each country's own acts; ISO 20275 lists the same forms by code.
Everything is in plain Latin letters, as `letters` brings it there, without dots. Every reader of legal forms reads this table;
what some of them must not read, since it is a word as well, is told apart at its end.
"""

from __future__ import annotations

LEGAL_FORMS: dict[str, dict[str, tuple[str, ...]]] = {
    "gb": {
        "ltd": ("limited", "cyf", "cyfyngedig"), "plc": ("public limited company", "ccc"),
        "llp": ("limited liability partnership", "pac"), "lp": ("limited partnership",),
        "cic": ("community interest company",), "cio": ("charitable incorporated organisation",),
        "scio": ("scottish charitable incorporated organisation",), "unltd": ("unlimited",),
    },
    "ie": {"dac": ("designated activity company",), "clg": ("company limited by guarantee",), "uc": ("unlimited company",),
           "ltd": ("teoranta", "teo"), "cpt": ("cuideachta phoibli theoranta",)},
    "us": {"inc": ("incorporated",), "corp": ("corporation",), "llc": ("limited liability company",), "pllc": (),
           "co": ("company",), "pc": ("professional corporation",), "lllp": ()},
    "in": {"pvt ltd": ("pvt limited",), "private limited": ("private ltd",)},
    "au": {"pty ltd": ("proprietary limited", "pty limited", "pty")},
    "sg": {"pte ltd": ("private limited company", "pte limited")},
    "my": {"sdn bhd": ("sendirian berhad",), "bhd": ("berhad",)},
    "cn": {"co ltd": ("company limited", "co limited", "company ltd", "youxian gongsi")},
    "jp": {"kk": ("kabushiki kaisha", "kabushiki gaisha"), "gk": ("godo kaisha",)},
    "de": {
        "gmbh": ("gesellschaft mit beschrankter haftung", "mbh", "gesmbh", "ges mbh", "gesellschaft mbh", "g m b h"),
        "ggmbh": ("gemeinnutzige gmbh",),
        "ag": ("aktiengesellschaft",), "kg": ("kommanditgesellschaft",), "ohg": ("offene handelsgesellschaft",),
        "ug": ("unternehmergesellschaft", "ug haftungsbeschrankt"), "gbr": ("gesellschaft burgerlichen rechts",),
        "ev": ("eingetragener verein", "e v"), "eg": ("eingetragene genossenschaft",), "kgaa": (),
        "ek": ("eingetragener kaufmann", "e k"),
        "gmbh and co kg": ("gmbh co kg", "gmbh and co", "gmbh und co kg", "mbh and co kg", "mbh und co kg", "gesmbh and co kg",
                           "gesellschaft mbh and co kg", "gesellschaft mbh und co kg"), "se": ("societas europaea",),
    },
    "at": {"og": ("offene gesellschaft",), "flexco": ("flexible kapitalgesellschaft",)},
    "ch": {"sagl": ("societa a garanzia limitata",)},
    "fr": {
        "sa": ("societe anonyme", "s a"), "sas": ("societe par actions simplifiee",), "sasu": (),
        "snc": ("societe en nom collectif",),
        "sarl": ("societe a responsabilite limitee",), "eurl": (), "sca": (), "scop": (), "sci": ("societe civile immobiliere",),
        "selarl": (), "gie": ("groupement dinteret economique",), "scic": (), "ei": ("entreprise individuelle",),
    },
    "be": {"bv": ("besloten vennootschap", "bvba"), "asbl": ("association sans but lucratif",),
           "vzw": ("vereniging zonder winstoogmerk",), "cvba": (), "sprl": (), "commv": ()},
    "nl": {"bv": ("besloten vennootschap",), "nv": ("naamloze vennootschap",), "vof": ("vennootschap onder firma",),
           "cv": ("commanditaire vennootschap",), "stichting": (), "cooperatie": ("cooperatie ua",)},
    "lu": {"sarl": ("sa rl", "s a rl", "s a r l"), "scs": (), "scsp": ()},
    "es": {"sl": ("sociedad limitada", "sociedad de responsabilidad limitada"),
           "sa": ("sociedad anonima",), "slu": ("sociedad limitada unipersonal",), "sau": ("sociedad anonima unipersonal",),
           "sll": (), "scoop": ("sociedad cooperativa", "s coop"), "slp": (), "ute": ("union temporal de empresas",)},
    "pt": {"lda": (), "limitada": (), "unipessoal lda": ("sociedade unipessoal", "unipessoal limitada"), "crl": ()},
    "br": {"ltda": (), "eireli": (), "mei": ()},
    "it": {"spa": ("societa per azioni", "s p a"), "srl": ("societa a responsabilita limitata", "s r l"),
           "srls": ("societa a responsabilita limitata semplificata",), "sapa": (), "sas": ("societa in accomandita semplice",),
           "scarl": ("societa consortile a responsabilita limitata", "scrl"), "coop": ("societa cooperativa", "soc coop"),
           "onlus": ()},
    "se": {"ab": ("aktiebolag", "aktiebolaget"), "hb": ("handelsbolag",), "kb": ("kommanditbolag",),
           "ek for": ("ekonomisk forening",)},
    "no": {"as": ("aksjeselskap",), "asa": ("allmennaksjeselskap",), "ans": (), "enk": ("enkeltpersonforetak",)},
    "dk": {"aps": ("anpartsselskab",), "as": ("aktieselskab",), "is": ("interessentskab",), "ivs": ()},
    "fi": {"oy": ("osakeyhtio", "oy ab"), "oyj": ("julkinen osakeyhtio",), "ky": ("kommandiittiyhtio",), "osk": ("osuuskunta",)},
    "is": {"ehf": ("einkahlutafelag",), "hf": ("hlutafelag",)},
    "ee": {"ou": ("osauhing",), "as": ("aktsiaselts",)},
    "lv": {"sia": ("sabiedriba ar ierobezotu atbildibu",), "as": ("akciju sabiedriba",)},
    "lt": {"uab": ("uzdaroji akcine bendrove",), "ab": ("akcine bendrove",), "mb": ("mazoji bendrija",)},
    "pl": {"sp z oo": ("spolka z ograniczona odpowiedzialnoscia", "spzoo", "sp zoo", "sp z o o"), "sa": ("spolka akcyjna",),
           "sp j": ("spolka jawna",), "sp k": ("spolka komandytowa",), "psa": ("prosta spolka akcyjna",)},
    "cz": {"sro": ("spolecnost s rucenim omezenym", "spol s ro"), "as": ("akciova spolecnost",),
           "vos": (), "zs": ("zapsany spolek",)},
    "sk": {"sro": ("spolocnost s rucenim obmedzenym",)},
    "hu": {"kft": ("korlatolt felelossegu tarsasag",), "zrt": ("zartkoruen mukodo reszvenytarsasag",), "bt": ("beteti tarsasag",),
           "nyrt": ("nyilvanosan mukodo reszvenytarsasag",)},
    "ro": {"srl": ("societate cu raspundere limitata",), "sa": ("societate pe actiuni",), "pfa": ()},
    "bg": {"ood": (), "eood": (), "ad": ("aktsionerno druzhestvo",), "ead": (), "et": ("ednolichen targovets",)},
    "rs": {"doo": ("drustvo sa ogranicenom odgovornoscu",), "ad": ("akcionarsko drustvo",)},
    "hr": {"doo": ("drustvo s ogranicenom odgovornoscu",), "dd": ("dionicko drustvo",), "jdoo": ()},
    "si": {"doo": ("druzba z omejeno odgovornostjo",), "dd": ("delniska druzba",)},
    "gr": {"ae": ("anonymi etaireia", "a e"), "epe": ("etaireia periorismenis efthynis",),
           "ike": ("idiotiki kefalaiouchiki etaireia",),
           "oe": ("omorrythmi etaireia",), "ee": ("eterorrythmi etaireia",)},
    "ru": {"ooo": ("obshchestvo s ogranichennoy otvetstvennostyu",), "ao": ("aktsionernoe obshchestvo",), "pao": (), "zao": (),
           "oao": (), "ip": ("individualnyy predprinimatel",)},
    "ua": {"tov": ("tovarystvo z obmezhenoiu vidpovidalnistiu",), "pat": (), "prat": (), "fop": ()},
    "tr": {"as": ("anonim sirketi",), "ltd sti": ("limited sirketi", "limited sti")},
}  # fmt: skip

SPELLINGS = {
    tuple(spelling.split()): short
    for forms in LEGAL_FORMS.values()
    for short, others in forms.items()
    for spelling in (short, *others)
}
"""Every way of writing a form in words, and its usual short writing."""

LONGEST = max(map(len, SPELLINGS))
_UNSURE = frozenset(
    """
    ccc pac unltd unlimited uc cpt pc ek og sci gie scic ei scs coop ute sll slp scoop crl mei onlus kb is ivs ans enk ky osk hf
    mb psa vos zs pfa et ae epe ike oe ee ao pao oao ip tov pat prat fop teo stichting cooperatie
    """.split()
) | {"e k", "a e", "company ltd", "private limited company", "unlimited company"}
"""What is a word, a place or another abbreviation as often as a form: read where names are likened, not where they are equal."""
_USUALLY = {"private limited": "pvt ltd", "limitada": "ltda"}
"""What the words of `EITHER` stand for where names are compared exactly."""
_OWN_LETTERS = {"ооо": "ooo", "тов": "tov", "оод": "ood"}
SURE = {
    spelling: _USUALLY.get(short, short) for spelling, short in SPELLINGS.items() if " ".join(spelling) not in _UNSURE
} | {(spelling,): short for spelling, short in _OWN_LETTERS.items()}
"""The ways of writing a form at the end of a name that are nothing else there, and its usual short writing."""
SURELY_LEADING = frozenset({"ooo", "ооо", "тов", "uab", "sia"})
"""Those of them that before a name are nothing else."""
ONE_WORD = frozenset(one[0] for one in SURE if len(one) == 1)
_WORDS_TOO = frozenset(
    """
    ab ad ag as asa bt bv co company corporation cv dac dd doo eg ev gk hb incorporated kg kk lp nv ood ou oy sa sapa sas sasu
    sau sca scop se sia sl slu snc spa ug zao
    """.split()
)
PLAINLY = ONE_WORD - _WORDS_TOO
"""Forms of one word that are nothing else in small letters, in the middle of a sentence: neither a word nor a surname."""
NOBODYS_NAME = PLAINLY | {"ab", "ag", "as", "bv", "co", "nv", "oy", "sa"}
"""Forms of one word that nobody is called by alone, as British Telecom is by `BT`."""
FIRMS_ALONE = frozenset(one for one in SURE.values() if one in PLAINLY or " " in one)
"""Forms in their short writing of which none is a surname, as `Sa` or `Co` may be."""
LEADING = frozenset(
    {"ooo", "ao", "pao", "zao", "oao", "tov", "pat", "prat", "uab", "ab", "sia", "stichting", "cooperatie", "ip", "fop",
     "eood", "ood", "ead", "sarl", "eurl", "sasu", "selarl", "aktiengesellschaft", "kommanditgesellschaft", "aktiebolaget",
     "aktiebolag", "osakeyhtio", "osauhing", "aktsiaselts", "teoranta"}
)  # fmt: skip
"""Forms that also stand before the name."""
MAYBE_LEADING = frozenset({"as", "ad", "et", "ou", "spa"})
"""Forms that stand before the name, and are words of names as well (`AS Roze`, `Spa Rosa`): the name is read both ways."""

EITHER = {"limitada": frozenset({"lda", "ltda"}), "private limited": frozenset({"pvt ltd", "pte ltd"})}
"""Forms whose words are written out alike in several countries, with the short writings that each may stand for."""

ANDS = frozenset({"und", "et"})
"""Words for `and` between two words of a name, which are no names of their own."""

OF_GROUPS = frozenset({"group", "holding", "holdings", "gruppe", "groupe", "gruppo", "grupo", "international"})
"""Words after the name proper of a group of companies, or of one that holds others."""
GENERIC = frozenset(
    """
    the and of und et e y i company co group groupe gruppo grupo gruppe holding holdings international global services service
    solutions systems consulting consultants partners associates enterprises trading management uk gb england scotland wales
    ireland usa us europe eu deutschland france italia espana nederland polska sverige norge danmark
    """.split()
)
"""Words that tell few organisations apart."""


def one_form(form: str, other: str) -> bool:
    """Whether two legal forms may be one: a form that is not said may be any."""
    if not form or not other or form == other:
        return True
    return form in EITHER.get(other, ()) or other in EITHER.get(form, ())
