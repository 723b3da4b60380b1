"""Short and familiar forms of given names, and what they are short for. Common knowledge of each language, no list of others.

One short form may stand for several names (`alex`), and a name in one language for its like in another (`john`, `johann`) is
not here: those are different names on paper.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from fairaudit.analysis.names.letters import sound

NICKNAMES = {
    "en": """
        abigail: abby abbie gail abi; alan: al; albert: al bert bertie; alexander: alex alec sandy xander sasha;
        alexandra: alex lexi sandra sandy; alfred: alf alfie fred; amanda: mandy; andrew: andy drew; angela: angie; ann:
        annie; anna: annie; anne: annie nan; anthony: tony ant; antony: tony; archibald: archie; arthur: art; barbara:
        barb babs; beatrice: bea trixie; benedict: ben; benjamin: ben benny benji; bernard: bernie; bethany: beth;
        bradley: brad; brian: bri; cameron: cam; caroline: carrie caz; catherine: cathy cath kate katie kit; charles:
        charlie chas chuck; charlotte: charlie lottie; christina: chris tina; christine: chris chrissie tina; christopher:
        chris kit topher; clifford: cliff; clive: cli; constance: connie; cynthia: cindy; daniel: dan danny; david: dave
        davy; deborah: deb debbie; dominic: dom; donald: don donny; dorothea: dora dot dottie; dorothy: dot dotty;
        douglas: doug; edward: ed eddie ned ted teddy; edwin: ed eddie; eleanor: ellie nell nora; eleanora: nora;
        elizabeth: beth betty betsy eliza libby liz lizzie lisa elsie; emily: em emmy millie; emma: em; eugene: gene; eva:
        evie; eve: evie; evelyn: evie; felicity: fliss; florence: flo flossie; frances: fran frankie; francesca: fran
        frankie; francis: frank frankie; frederick: fred freddie; gabriel: gabe; gareth: gaz; geoffrey: geoff; gerald:
        gerry jerry; geraldine: gerry geri; gerard: gerry; gillian: gill jill; gregory: greg; harold: harry hal; harriet:
        hattie; helen: nell; henry: harry hank hal; herbert: bert herb; honora: nora; howard: howie; hugh: hughie; imogen:
        immy; ioannis: giannis yannis yiannis; isabel: bella izzy; isabella: bella izzy; isidora: dora; jacob: jake;
        jacqueline: jackie; james: jim jimmy jamie; janet: jan; jennifer: jen jenny; jeremy: jerry jez; jessica: jess
        jessie; joanna: jo; joanne: jo; john: jack johnny jon; jonathan: jon jonny; joseph: joe joey; josephine: jo josie;
        joshua: josh; judith: judy jude; julian: jules; julie: jules; katherine: kate kathy katie kath kit; kathleen: kath
        kathy; kathryn: kate kath kathy katie; kenneth: ken kenny; kimberly: kim; lawrence: larry laurie; leonard: len
        lenny leo; leonora: nora; leslie: les; lillian: lily; louis: lou; louise: lou; lucas: luke; lucinda: lucy cindy;
        madeleine: maddie; madeline: maddie; magdalena: lena magda; marcus: marc; margaret: maggie marge meg peggy greta;
        marjorie: marge; martin: marty; mary: polly molly; matthew: matt matty; maximilian: max; megan: meg; melanie: mel;
        melissa: mel; michael: mike mick micky mickey; michelle: shelly; mildred: millie; mitchell: mitch; mohamed: mo;
        mohammed: mo; muhammad: mo; nathan: nat nate; nathaniel: nat nate nathan; nicholas: nick nicky; nicola: nicky nic;
        nigel: nige;
        norman: norm; oliver: ollie olly; olivia: liv ollie; pamela: pam; patricia: pat patsy tricia trish; patrick: pat
        paddy; penelope: penny; percival: percy; peter: pete; philip: phil pip; philippa: pippa pip; phillip: phil;
        prudence: pru; quentin: quent; rachel: rach; raymond: ray; rebecca: becca becky; reginald: reg reggie; richard:
        dick rich rick ricky richie; robert: bob bobby rob robbie bert; roderick: rod roddy; rodney: rod; roger: rog;
        ronald: ron ronnie; rosalind: ros roz; rosamund: ros roz; rosemary: rose rosie; russell: russ; samantha: sam;
        samuel: sam sammy; sarah: sally; sebastian: seb; sidney: sid; simon: si; stanley: stan; stephanie: steph; stephen:
        steve; steven: steve; stewart: stew stu; stuart: stu; susan: sue susie; susannah: sue susie; suzanne: sue suzie;
        sylvia: syl; terence: terry; teresa: terry tess; terrence: terry; theodora: dora thea; theodore: ted theo;
        theresa: terry tess; thomas: tom tommy; timothy: tim timmy; tobias: toby; ursula: ursy; valentine: val; valerie:
        val; vanessa: nessa; veronica: ronnie; victor: vic; victoria: vicky tori; vincent: vince; virginia: ginny; walter:
        walt wally; wilfred: wilf; wilhelmina: mina; william: bill billy liam will willie; winifred: winnie; winston: win;
        zachary: zach zack zac
    """,
    "de": """
        alexander: alex; andreas: andi; benedikt: beni; christian: chris; elisabeth: lisa liesel sissi; franziska: franzi;
        friedrich: fritz; georg: schorsch; gertrud: trude; hans: hansi; heinrich: heinz heiner; ignaz: naz; jakob: jockel;
        johann: hans; johannes: hans hannes; josef: sepp; joseph: sepp; julia: jule; katharina: kathi; konrad: conny;
        ludwig: lutz;
        magdalena: lena; margarete: grete gretel; maximilian: max; michael: michi; nikolaus: klaus niko; sebastian: basti;
        stefan: steffen; susanne: susi; theresia: resi; ulrich: uli; ursula: uschi; wilhelm: willi; wolfgang: wolf
    """,
    "es": """
        alberto: beto; antonio: toni tono; concepcion: concha conchi; dolores: lola; eduardo: edu; enrique: quique;
        francisco: paco pancho curro; francisca: paca paqui; guadalupe: lupe; guillermo: memo; ignacio: nacho;
        isabel: isa; jesus: chus chuy;
        jose: pepe; josefa: pepa; juan: juanito; manuel: manolo manu; mercedes: merche; montserrat: montse; rafael: rafa;
        ramon: moncho; roberto: beto; rosario: charo; santiago: santi; sebastian: sebas; teresa: tere
    """,
    "fr": """
        alexandre: alex; antoine: toine; benoit: ben; catherine: cathy; christophe: chris; dominique: dom; frederic: fred;
        gabrielle: gaby; jacqueline: jacquie; madeleine: mado; nicolas: nico; philippe: phil; sebastien: seb; stephane: steph;
        stephanie: steph; veronique: vero; xavier: xav
    """,
    "it": """
        alessandro: sandro ale; alessandra: sandra ale; antonio: tonino toni; domenico: mimmo; francesco: franco ciccio;
        francesca: franca; giovanni: gianni nanni; giuseppe: beppe peppe pino; giuseppina: pina; luigi: gigi; raffaele: lello;
        roberto: berto; salvatore: toto turi; vincenzo: enzo
    """,
    "nl": """
        adrianus: adri aad; antonius: ton toon; cornelis: kees cor; elisabeth: els bep; franciscus: frans; gerardus: gerard;
        hendrik: henk; jacobus: jaap koos; johannes: jan hans; margaretha: greet; maria: ria; nicolaas: klaas; petrus: piet;
        theodorus: theo; wilhelmus: wim willem; willem: wim
    """,
    "pl": """
        agnieszka: aga; aleksander: olek; aleksandra: ola; barbara: basia; elzbieta: ela; ewa: ewka; grzegorz: grzesiek;
        jan: janek; jakub: kuba; joanna: asia; katarzyna: kasia; krzysztof: krzysiek; maciej: maciek; magdalena: magda;
        malgorzata: gosia; stanislaw: staszek; tadeusz: tadek; tomasz: tomek; wojciech: wojtek; zbigniew: zbyszek
    """,
    "pt": """
        antonio: tonio toninho; eduardo: edu; francisco: chico; fernando: nando; joaquim: quim; jose: ze; manuel: manel;
        roberto: beto
    """,
    "ru": """
        aleksandr: sasha shura; aleksandra: sasha; aleksei: alyosha lyosha; anastasia: nastya; anna: anya; boris: borya;
        dmitrii: dima mitya; ekaterina: katya; elena: lena; evgenii: eugene zhenya; ivan: vanya; konstantin: kostya; maria: masha;
        mikhail: misha; natalia: natasha; nikolai: kolya; olga: olya; pavel: pasha; petr: petya; sergei: seryozha;
        sofia: sonya; svetlana: sveta; tatiana: tanya; vladimir: volodya vova; yurii: yura
    """,
    "bg": """
        aleksandar: sasho; dimitar: mitko; georgi: gosho; ivanka: vanya; ivaylo: ivo; petar: pesho; todor: tosho
    """,
    "el": """
        aikaterini: katerina; anastasios: tasos; antonios: antonis; athanasios: thanos thanasis; charalampos: babis;
        constantinos: kostas costas; dimitrios: dimitris mitsos; eleftherios: lefteris; emmanouil: manolis;
        evangelos: vangelis; georgios: giorgos; konstantinos: kostas costas; michail: michalis; nikolaos: nikos;
        panagiotis: panos takis; spyridon: spyros; stylianos: stelios; theodoros: thodoris; vasileios: vasilis
    """,
    "sr": "aleksandar: sasa aca; jovan: joca; nebojsa: nesa; slobodan: sloba; vladimir: vlada; zoran: zoki",
    "uk": "mykhailo: mykhas; mykola: kolia; oleksandr: sashko; oleksandra: lesia; volodymyr: volodia; yevhen: zhenia",
}


def _formal() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for table in NICKNAMES.values():
        for entry in table.replace("\n", " ").split(";"):
            name, short = entry.split(":")
            for one in short.split():
                found[one].add(name.strip())
    return {short: frozenset({*names, short}) for short, names in found.items()}


FORMAL = _formal()
"""Each short form, with itself and the names it may stand for."""


def formal(word: str) -> frozenset[str]:
    """Return the names a given name may stand for, itself among them."""
    return FORMAL.get(word) or frozenset((word,))


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one on paper: `bob` and `robert`, `bob` and `rob`."""
    return one == other or not formal(one).isdisjoint(formal(other))


def like_given(one: str, other: str) -> bool:
    """Whether two given names may be one in another spelling of what they are short for: `zhenya` and `evgeny`."""
    return not _sounds(one).isdisjoint(_sounds(other))


@lru_cache(maxsize=65536)
def _sounds(word: str) -> frozenset[str]:
    """Return how the names sound that a word may stand for; a short sound is that of too many."""
    return frozenset(found for one in formal(word) if len(found := sound(one)) >= _SOUNDING)


_SOUNDING = 4
"""Letters from which a sound tells one name from others."""
