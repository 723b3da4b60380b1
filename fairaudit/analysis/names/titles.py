"""Words before and behind names that are no part of them, words that bind names, and names that very many bear.

Titles and honours of European languages, particles and generation suffixes: common knowledge, no list of others. Frequent
surnames are the first few of each country in published counts of surnames (for instance the United States Census of 2010, the
Office for National Statistics, INE of Spain, ISTAT), as commonly known; they are only used to weigh less.
"""

from __future__ import annotations

import re

TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor doctor sir dame lord lady baron baroness viscount earl rev reverend rt hon honourable
    cllr councillor capt captain col colonel maj major sgt lt gen general judge justice
    herr frau fraulein dipl ing mag dkfm freiherr graf
    m mme mlle monsieur madame mademoiselle maitre me
    sig signor signora signorina dott dottore dottoressa dottssa avv avvocato geom rag
    sr sra srta senor senora senorita don dona lic licenciado dra
    snr exmo exma eng engenheiro doutor doutora
    dhr mevr mevrouw meneer mw drs ir
    hr fru froken herra rouva
    pan pani panna mgr inz mudr judr rndr phdr ing bc hab
    gospodin gospodja gospoda gospozha kyrios kyria
    dl dna domnul doamna
    shri smt
    """.split()
)
HONOURS = frozenset(
    """
    phd dphil md mba msc bsc ma ba meng beng llb llm bcl frcs frcp frcgp mrcp rn obe mbe cbe kbe dbe kcb cb mp msp kc qc esq
    acca fca aca fcca cpa frs cipfa mcips fcips dds csc drsc mph jd mrics frics ceng ieng
    """.split()
)
PARTICLES = frozenset(
    """
    van von der den de het ten ter te op zu zum zur vom und af av
    du des la le les del della dello delle degli dei di da das do dos e y i
    al el ibn bin bint binti bte ben ould abu
    ap ab verch nic ni ui
    """.split()
)
"""Words that bind a name and are often left out; `ben`, `abu` and the like only between other words."""

BEHIND_A_TITLE = frozenset(["med", "dent", "jur", "rer", "habil", "hc", "ssa"])
"""What tells of a title, and is a name where none stands before it: `Dr. med. Anna Holt`, `Med Ali`."""
SHORT_OTHERWISE = re.compile(r"\s*(?:[Гг]-(?:н|жа|ца)|[Дд]-р|κ\.|[κΚ][αά])\s+")
"""Short titles of other scripts, in front of a name as it is written: in Latin letters they would look like initials, and
`Κ. Παπαδάκης` has one."""

AT_FIRST_A_NAME = frozenset({"ben", "al", "abu", "das", "e", "y", "i", "do", "den", "di", "ni", "te", "m", "me", "don"})
GENERATIONS = {
    "jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "senior": "sr", "snr": "sr", "ii": "ii", "iii": "iii", "iv": "iv",
    "fils": "jr", "pere": "sr", "filho": "filho", "neto": "neto", "hijo": "jr",
}  # fmt: skip
WRITTEN_APART = {
    "mac": "mac", "mc": "mac", "saint": "st", "st": "st", "san": "san", "santa": "santa", "fitz": "fitz",
}  # fmt: skip
"""Beginnings of surnames that are also written as a word of their own, and how both are written here."""

FREQUENT = frozenset(
    """
    smith jones taylor brown williams wilson johnson davies patel robinson wright thompson evans walker white roberts green hall
    wood jackson clarke clark harris lewis martin lee khan hussain ahmed ali begum singh kaur davis miller anderson thomas moore
    murphy kelly obrien ryan walsh byrne campbell stewart macdonald scott hughes edwards hill king baker turner allen young
    mueller muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann
    dubois durand dupont bernard petit robert richard moreau laurent simon michel
    garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez diaz ruiz hernandez torres ramirez flores
    rossi russo ferrari esposito bianchi romano colombo ricci
    silva santos ferreira pereira oliveira costa rodrigues martins sousa souza lima
    janssen jansen devries bakker visser smit meijer peeters maes jacobs
    andersson johansson karlsson nilsson eriksson larsson olsson hansen johansen olsen larsen nielsen jensen pedersen andersen
    korhonen virtanen makinen nieminen
    nowak kowalski kowalska wisniewski wojcik novak novakova svoboda dvorak horvath horvat nagy kovacs toth szabo
    ivanov ivanova petrov petrova smirnov popov dimitrov georgiev kovalenko shevchenko bondarenko melnyk jovanovic petrovic
    nikolic popescu ionescu popa papadopoulos papadopoulou
    nguyen tran le pham wang li zhang liu chen yang huang zhao wu zhou kim park choi sato suzuki tanaka takahashi
    kumar sharma gupta shah das mohammed mohamed abdullah hassan yilmaz kaya demir cohen levi
    """.split()
)
