"""The words by which a sentence forbids, leaves out or allows: small closed classes of English, read by `polarity`."""

_AUX = "is|are|was|were|will|shall|must|may|can|should|would|do|does|did|has|have|had|need"
_NOT = "isn't|aren't|wasn't|weren't|won't|can't|cannot|don't|doesn't|didn't|mustn't|shouldn't|hasn't|haven't"
_GAIN = (
    "get|gets|gain|gains|give|gives|bring|brings|receive|receives|earn|earns|enjoy|enjoys|score|scores|carry|carries|"
    "confer|confers|attract|attracts|mean|means|make|makes|win|wins|count|counts|weigh|weighs|matter|matters|add|adds"
)
_LOSE = "lose|loses|fail|fails"
# `Can` may also ask for a skill.
MODALS = frozenset({"may", "might"})
# Verbs that can only be the verb of a statement, or nearly so.
FINITE = frozenset(f"{_AUX}|{_NOT}|needs|might|could|{_LOSE}".split("|")) | frozenset(_GAIN.split("|")) - {
    "score",
    "add",
}
RELATIVE = frozenset({"that", "which", "who", "whose", "whom", "what", "where", "whether", "how"})
# What may stand between an auxiliary and its verb.
EMPTY = frozenset(
    {
        "not",
        "never",
        "also",
        "either",
        "equally",
        "instead",
        "now",
        "ever",
        "then",
        "both",
        "still",
        "themselves",
        "itself",
    }
    | {"too", "neither", "already", "just", "freely", "therefore", "all", "at", "any", "time"}
)
LINKS = frozenset({"and", "or", "nor"})
CUTS = frozenset({"but", "however", "although", "though", "whereas", "unless", "if", "provided", "so", "nor"})
SKIPPED = frozenset(",:;–—()[]")
NOTHING = frozenset({"no", "none", "nobody", "nothing", "neither", "nor"})
NAYS = frozenset({"not", "never", "cannot", *_NOT.split("|")})
NEGATIVE = NAYS | NOTHING | frozenset({"without", "unless", "except", "apart"})
BREAKS = frozenset(
    {"and", "before", "until", "after", "when", "while", "because", "since", "if", "unless", "where", "once"}
)
CONDITIONS = frozenset(
    {"only", "if", "unless", "provided", "where", "until", "before", "solely", "exclusively", "sole", "alone"}
)
# `No more than ten` is a limit and no denial; `no fewer than ten` is a denial of `fewer`.
COMPARED = frozenset(
    {
        "more",
        "later",
        "longer",
        "earlier",
        "further",
        "farther",
        "greater",
        "higher",
        "doubt",
        "matter",
        "exceeding",
        "yet",
    }
)
PREPOSITIONS = frozenset(
    {"of", "in", "to", "for", "with", "from", "by", "on", "at", "through", "under", "within", "via"}
)
# Words that turn what they speak of into its opposite.
INVERSE = frozenset(
    {"without", "outside", "lacking", "lack", "lacks", "fewer", "less", "below", "younger", "newer", "nothing", "none"}
    | {
        "incompatible",
        "different",
        "unlike",
        "inferior",
        "worse",
        "lower",
        "weaker",
        "alternative",
        "alternatives",
        "elsewhere",
        "nobody",
    }
    | {
        "substitute",
        "substitutes",
        "equivalent",
        "equivalents",
        "replacement",
        "departure",
        "deviation",
        "except",
        "neither",
    }
    | {"unapproved", "uncertified", "unaccredited", "unregistered", "unlicensed", "beyond"}
)
# `No change to a thing` asks for the thing; without the `no` these words say nothing of what is asked for.
UNDONE = frozenset(
    {
        "change",
        "changes",
        "alteration",
        "loss",
        "losing",
        "interruption",
        "break",
        "disruption",
        "exception",
        "exceptions",
    }
    | {"harm", "damage", "delay", "delays", "gap", "downtime", "failure", "objection", "objections"}
)
MEMBERS = frozenset({"member", "members", "holder", "holders", "user", "users"})
# Who must not do these to a thing must have it.
REVERSED = frozenset(
    {
        "replace",
        "replaced",
        "change",
        "changed",
        "alter",
        "altered",
        "stop",
        "stopped",
        "cease",
        "ceased",
        "fail",
        "omit",
    }
    | {
        "refuse",
        "refused",
        "remove",
        "removed",
        "depart",
        "deviate",
        "switch",
        "switched",
        "leave",
        "lose",
        "lost",
        "differ",
    }
    | {
        "end",
        "ended",
        "exclude",
        "excluded",
        "abandon",
        "abandoned",
        "disable",
        "disabled",
        "withdraw",
        "withdrawn",
        "lack",
    }
    | {
        "discontinue",
        "discontinued",
        "reject",
        "rejected",
        "neglect",
        "modify",
        "modified",
        "vary",
        "substitute",
        "exceed",
    }
)
PARTICIPLES = frozenset(
    {
        "bought",
        "held",
        "kept",
        "made",
        "given",
        "sent",
        "taken",
        "written",
        "built",
        "known",
        "shown",
        "sold",
        "lent",
        "worn",
    }
    | {"run", "done", "put", "set", "paid", "been"}
)
PLACED = frozenset({"based", "located", "situated", "established", "sited", "placed", "registered", "housed", "stored"})
_DO = (
    "use copy have hold own keep buy purchase lease rent hire install fit supply provide offer propose deliver run operate "
    "contract need require demand ask expect depend rely lean build base contain include name mention refer claim "
    "say state imply pretend give submit enclose attach send present bring show come work score count favour prefer reward "
    "obtain get seek request adopt choose select take apply store record access log wear carry place imitate reproduce resemble "
    "assume presuppose quote cite import connect consider accept admit recognise weigh credit look continue"
)
_DONE = (
    "used using copied had held owned kept bought purchased leased rented hired installed fitted supplied provided offered "
    "proposed delivered operated contracted needed required demanded asked expected depended relied built "
    "contained included named mentioned referred claimed given submitted enclosed attached sent presented brought shown worked "
    "scored counted favoured preferred rewarded obtained sought requested adopted chosen selected taken applied stored recorded "
    "accessed placed imitated considered accepted admitted recognised weighed credited looked relying depending"
)
VERBS = frozenset(f"be {_DO} {_DONE}".split())
# Who must not do these on Sundays does them on other days.
USING = frozenset(
    {"use", "used", "using", "operate", "operated", "run", "access", "accessed", "log", "enter", "store", "stored"}
)
LIMITS = frozenset(
    {
        "for",
        "by",
        "outside",
        "without",
        "unless",
        "until",
        "before",
        "after",
        "during",
        "when",
        "while",
        "on",
        "if",
        "except",
    }
    | {"more", "longer", "alone", "only", "other"}
)
# What is forbidden after one of these is forbidden for good.
ONWARD = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december", "start", "award", "signature", "commencement", "handover", "changeover", "transition"}
    | {"mobilisation", "mobilization", "migration"}
)
THIS_CONTRACT = frozenset(
    {"contract", "service", "contractor", "provider", "supplier", "bidders", "bidder", "tenderers", "anybody", "anyone"}
)
# What a bidder may do and need not; `may be asked for` and `may require` are none of these.
PERMITTED = frozenset(
    {
        "use",
        "choose",
        "keep",
        "buy",
        "purchase",
        "lease",
        "rent",
        "hire",
        "install",
        "fit",
        "offer",
        "propose",
        "supply",
    }
    | {
        "provide",
        "run",
        "operate",
        "continue",
        "employ",
        "engage",
        "adopt",
        "select",
        "submit",
        "include",
        "cite",
        "quote",
    }
)
BUYERS = frozenset(
    {"@buyer", "council", "authority", "board", "trust", "buyer", "client", "customer", "we", "department"}
)
_TAKEN = (
    "accepted|counted|considered|used|attached|allowed|permitted|looked|scored|assessed|evaluated|judged|valued|weighed|"
    "rewarded|favoured|preferred|admitted|enclosed|submitted|sent|given|credited|recognised|relied|asked|sought|wanted|shown|"
    "offered|proposed|supplied|provided|copied|bought|installed|fitted|included|named|compulsory"
)
_WORTH = (
    "advantage|advantages|asset|plus|benefit|preference|points|point|marks|mark|credit|bonus|extra|additional|favour|difference|"
    "weight|bearing|more|better|higher|nothing"
)
_HELD = "condition|requirement|criterion|prerequisite|precondition"
_BARRED = "bid|tender|apply|compete|participate|take|enter|proceed|join"
# What is said of a subject that is not wanted, or brings nothing; each begins with the verb.
FORBIDS = (
    f"{_AUX} not|never be|been? in? any? way? {_TAKEN}", f"{_NOT} be|been? {_TAKEN}",
    f"{_AUX} not|never be? a|an|any? {_WORTH}|{_HELD}", f"{_NOT} a|an|any? {_WORTH}|{_HELD}",
    f"{_AUX} neither be? a|an? {_TAKEN}|{_WORTH}|{_HELD} nor", f"{_AUX} not|never be? {_BARRED}", f"{_NOT} be? {_BARRED}",
    f"{_AUX} not|never count|matter|weigh|help|score|earn|bring|give|gain|get|decide|win|add|confer",
    "don't|doesn't|won't count|matter|weigh|help|score|earn|bring|give|gain|get",
    f"{_AUX} not|never be? taken into", f"{_AUX} not|never from|of|by",
    "not scored|considered|counted|accepted|assessed|looked|evaluated",
)  # fmt: skip
_OUT = (
    "excluded|rejected|refused|disqualified|ineligible|barred|debarred|unacceptable|inadmissible|forbidden|prohibited|banned|"
    "disallowed|disregarded|ignored|penalised|penalized|disadvantaged|discarded|irrelevant|discounted|failed"
)
SHUT = (
    f"{_GAIN}|{_AUX} a|the|it|them|its|their|bidder|bidders? no|nothing|neither ... {_WORTH}",
    f"{_GAIN} nothing", f"{_GAIN} for? no|nothing|little", f"{_GAIN}|{_AUX} no more|better|higher", f"{_AUX} no longer",
    f"{_AUX} be|been|also? {_OUT}", f"{_LOSE}", f"{_AUX} be? set|turned|left aside|away|out", f"{_AUX} of no",
)  # fmt: skip
_OPEN = "welcome|eligible|accepted|admitted|acceptable|allowed|permitted|considered|fine|invited|treated"
_BID = "bid|tender|apply|compete|participate|take|submit|offer|propose|show|give|be|use|choose"
# What is said of those who have not what is named, and so lets them do without it.
ALLOWS = (
    f"may|can also|equally|freely|all|both|still? {_BID}", f"is|are|will|shall also|equally|just|as|be? as? {_OPEN}",
    "may|can also? join ... ... after|once|upon|later",
)  # fmt: skip
# Who has these to bear is out, or loses by it.
EXPELS = frozenset(
    "reject|rejects|rejected|exclude|excludes|excluded|refuse|refuses|refused|disqualify|disqualifies|disqualified|eliminate|"
    f"eliminates|eliminated|bar|bars|barred|discard|discarded|deduct|deducts|deducted|penalise|penalises|penalised|{_LOSE}".split(
        "|"
    )
)
OUT = EXPELS | frozenset(_OUT.split("|")) | {"penalty", "penalties", "exclusion", "rejection", "fewer", "lower", "less"}
OF_SOME = frozenset({"that", "which", "who", "whose", "where", "when", "if", "whom"})
CONDITIONAL = frozenset({"if", "where", "when", "whenever", "unless", "because", "since", "provided"})
SCARCE = frozenset({"less", "fewer", "lower", "later"})
ENOUGH = frozenset({"enough", "sufficient", "adequate", "optional", "negotiable"})
BEING = frozenset({"is", "are", "was", "were", "be", "been"})
JUDGED = frozenset(
    {"accepted", "counted", "considered", "scored", "admitted", "recognised", "credited", "weighed", "taken"}
)
USED = (
    "shall|must|will|should|is|are be|to? be? used|offered|supplied|attached|enclosed|submitted|bought|installed|fitted|given",
)
# What is said of a thing itself, and leaves it open.
ALLOWS_ALL = (
    "may also|equally? be also? used|offered|supplied|proposed|kept|bought|chosen", "may|can ... alike",
)  # fmt: skip
