"""Words of texts that say that something is still to come: what comes, how, to whom and when, and what is of the contract."""

from __future__ import annotations

from fairaudit.analysis.calendars import MONTHS_SAID

PAPERS = frozenset({
    "list", "lists", "answer", "response", "reply", "detail", "details", "schedule", "schedules",
    "information", "document", "documents", "documentation", "table", "tables", "register", "registers", "inventory", "figures",
    "data", "drawing", "drawings", "plan", "plans", "map", "maps", "report", "reports", "survey", "surveys", "spreadsheet",
    "breakdown", "summary", "clarification", "clarifications", "guidance", "statement", "bulletin", "addendum", "amendment",
    "update", "updates", "revision", "version", "copy", "copies", "numbers", "specification", "explanation", "correction",
    "corrections", "dataset", "file", "files", "photographs", "photos", "appendix", "annex", "attachment", "overview", "position",
})  # fmt: skip
"""What is read, and may answer what was asked."""
AT_ANY_TIME = frozenset({
    "report", "reports", "survey", "surveys", "plan", "plans", "statement", "summary", "photographs", "photos", "register",
    "registers", "update", "updates", "inventory", "copy", "copies", "file", "files", "notice",
})  # fmt: skip
"""Papers that a contract may want too."""
PRONOUNS = frozenset({"this", "it", "that", "these", "they", "those", "them"})
PREPOSITIONS = frozenset({
    "of", "for", "on", "about", "regarding", "concerning", "to", "from", "in", "with", "at", "by", "showing", "setting", "giving",
    "containing", "listing", "identifying", "detailing", "describing", "as", "covering", "relating", "that", "which",
})  # fmt: skip
"""What follows the name of a paper and says more of it."""
TRAILING = frozenset(
    {"requested", "asked", "sought", "concerned", "itself", "themselves", "below", "mentioned", "in", "question"}
)
WILL = frozenset({"will", "shall", "should", "is", "are", "to"})
BE = frozenset({"is", "are"})
ADVERBS = frozenset({
    "also", "now", "then", "soon", "shortly", "therefore", "currently", "still", "just", "presently", "already", "hopefully",
    "instead", "duly", "separately", "additionally", "subsequently", "later", "actively", "urgently", "internally",
})  # fmt: skip
LEADS = ADVERBS | {
    "thank", "thanks", "you", "for", "your", "the", "question", "query", "enquiry", "email", "message", "please", "note", "that",
    "noted", "and", "but", "however", "unfortunately", "as", "at", "present", "moment", "apologies", "sorry", "dear", "bidder",
    "sir", "madam", "this", "we", "can", "confirm", "regret", "good", "clarification", "request", "point", "a", "while", "so",
}  # fmt: skip
OPENLY = frozenset(
    {"published", "issued", "circulated", "uploaded", "posted", "shared", "announced", "clarified", "answered"}
)
"""What is done with words and papers alone."""
SENT = OPENLY | {
    "released", "provided", "available", "sent", "given", "supplied", "forwarded", "distributed", "added", "placed", "put",
    "confirmed", "disclosed", "communicated", "notified", "advised", "attached", "included", "emailed", "ready",
    "finalised", "completed", "compiled", "prepared", "produced", "updated", "revised", "drawn", "corrected", "amended",
    "complete",
}  # fmt: skip
MADE = frozenset({
    "completed", "updated", "revised", "prepared", "produced", "drawn", "amended", "corrected", "complete", "compiled",
})  # fmt: skip
"""What is done with a report or a plan whoever has it."""
OURS = frozenset({
    "published", "issued", "circulated", "released", "available", "announced", "disclosed", "distributed", "shared", "ready",
    "communicated", "clarified",
})  # fmt: skip
"""What only a buyer does with papers: `shall be sent` may be asked of bidders."""
SENT_STEMS = frozenset({
    "publi", "issue", "issui", "circu", "uploa", "poste", "share", "relea", "provi", "avail", "sent", "send", "given", "give",
    "gives", "suppl", "forwa", "distr", "discl", "commu", "notif", "recei", "infor", "told", "hear", "know", "annou", "follo",
    "get", "gets", "got", "acces", "respo", "answe", "reply", "repli",
})  # fmt: skip
"""How words of a question begin that asks about what is sent, not for it."""
SENDING = frozenset({
    "publish", "issue", "circulate", "upload", "post", "share", "release", "provide", "send", "give", "supply", "forward",
    "distribute", "add", "confirm", "disclose", "have", "get", "receive", "obtain", "make", "complete", "finalise", "finish",
    "compile", "prepare", "produce", "update", "revise", "clarify", "place", "put", "seek", "gather", "collate", "bring",
})  # fmt: skip
MAKING = frozenset({
    "complete", "finish", "compile", "prepare", "produce", "update", "revise", "put", "seek", "gather", "collate", "make", "have",
})  # fmt: skip
HOPES = frozenset({
    "expect", "expecting", "hope", "hoping", "aim", "aiming", "intend", "intending", "plan", "planning", "endeavour", "try",
    "trying", "anticipate", "aims", "expects", "hopes", "intends", "plans", "working", "propose",
})  # fmt: skip
CHECKED = frozenset({
    "looked", "checked", "investigated", "considered", "reviewed", "clarified", "queried", "discussed", "sought", "confirmed",
    "checking", "investigating", "considering", "reviewing", "enquiring", "asking", "check", "investigate", "consider", "review",
    "enquire", "ask", "finding", "find", "chasing", "dealt", "addressed", "raised", "pursued", "pursuing", "clarifying",
    "seeking", "liaising", "liaise", "consult", "consulting", "discussing", "discuss",
})  # fmt: skip
PREPARED = frozenset({
    "compiled", "prepared", "drawn", "put", "collated", "finalised", "finalized", "updated", "drafted", "gathered", "assembled",
    "produced", "obtained", "revised", "verified", "completed", "collected", "corrected", "amended", "worked", "redacted",
    "approved", "written", "translated", "scanned", "anonymised", "agreed",
})  # fmt: skip
ACTIVE = CHECKED | {
    "looking", "look", "compiling", "preparing", "finalising", "collating", "gathering", "obtaining", "updating", "drafting",
    "working", "awaiting", "waiting", "assembling", "producing", "revising", "verifying", "collecting", "drawing", "putting",
}  # fmt: skip
UNFINISHED = frozenset(
    {"available", "ready", "complete", "completed", "finalised", "final", "finished", "published", "issued"}
)
RECORDS = frozenset({
    "bulletin", "circular", "addendum", "newsletter", "update", "clarification", "clarifications", "log", "visit", "briefing",
    "meeting", "webinar", "note", "notice", "communication", "message", "faq",
})  # fmt: skip
"""What comes while a tender runs and may answer."""
DEALS = frozenset({
    "deal", "answer", "address", "cover", "contain", "include", "set", "confirm", "give", "clarify", "explain", "respond",
    "bring",
    "have", "provide", "resolve", "settle", "show", "list", "follow",
})  # fmt: skip
AWAITED = frozenset({
    "input", "confirmation", "advice", "feedback", "instruction", "instructions", "comment", "comments", "clearance", "view",
    "views",
})  # fmt: skip
OFFICES = frozenset({
    "council", "authority", "buyer", "client", "trust", "university", "college", "school", "board", "manager", "officer", "team",
    "department", "solicitor", "solicitors", "colleague", "colleagues", "surveyor", "surveyors", "engineer", "engineers",
    "consultant", "consultants", "lead", "director", "estates", "finance", "procurement", "legal", "lawyers", "advisers",
    "advisors", "architect", "hr", "depot", "section", "service", "unit", "agency", "ministry", "office", "staff", "experts",
})  # fmt: skip
"""Who in a buyer's house has a question to answer."""
_TIMES = frozenset({
    "next", "this", "the", "a", "an", "our", "week", "weeks", "day", "days", "working", "fortnight", "month", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "today", "end", "beginning", "early", "late", "later",
    "mid", "on", "by", "in", "within", "before", "at", "no", "than", "around", "about", "near", "nearer", "closer", "to", "time",
    "of", "and", "or", "possible", "date", "latest", "some", "point", "stage", "few", "couple", "coming", "following", "as",
    "from",
    "via", "through", "with", "for", "over", "during", "prior", "ahead", "well", "good", "further", "then", "again", "number",
    "up", "under", "part", "new", "full", "revised", "updated", "it", "here", "also", "q", "question", "your",
})  # fmt: skip
PLAIN_TAIL = _TIMES | set(MONTHS_SAID)
"""Words of times, and those that lead up to times and places."""
TENDER_TAIL = frozenset({
    "bidders", "tenderers", "suppliers", "participants", "candidates", "applicants", "interested", "parties", "everyone",
    "everybody", "you", "all", "data", "room", "dataroom", "portal", "platform", "website", "webpage", "page", "e", "email",
    "mail", "post", "bulletin", "circular", "addendum", "newsletter", "log", "clarification", "clarifications", "shortly", "soon",
    "course", "due", "deadline", "closing", "submission", "submissions", "tender", "tenders", "bids", "bid", "visit", "visits",
    "meeting", "briefing", "site", "separately", "separate", "cover", "individually", "update", "message", "messaging", "system",
    "facility", "procurement", "return", "shortlisted", "documents", "document", "round", "enquiry", "period", "same", "way",
})  # fmt: skip
"""Words of the times, the places and the people of a tender."""
MARKS = frozenset({
    "bidders", "tenderers", "suppliers", "participants", "candidates", "data", "dataroom", "portal", "platform", "website",
    "bulletin", "circular", "addendum", "newsletter", "log", "clarification", "clarifications", "shortly", "soon", "course",
    "deadline", "closing",
})  # fmt: skip
"""Those that show by themselves that a tender is meant."""
BIDDERS = frozenset({
    "bidders", "tenderers", "suppliers", "candidates", "applicants", "participants", "you", "all", "everyone", "everybody",
})  # fmt: skip
CONDITIONS = frozenset({"once", "when", "after", "following", "subject", "pending", "until", "upon"})
"""With what a reason begins why something is not there yet."""
SETTLED = OFFICES | {
    "we", "our", "us", "approved", "approval", "available", "ready", "complete", "completed", "received", "finalised", "checked",
    "known", "deadline", "visit", "clarified", "confirmed", "cleared", "agreed", "verified", "compiled", "redacted", "possible",
    "prepared", "obtained", "bulletin",
}  # fmt: skip
"""What papers wait for in a buyer's house."""
OF_THE_CONTRACT = frozenset({
    "contract", "contracts", "contractor", "contractors", "award", "awarded", "awarding", "appointment", "appointed", "winning",
    "winner", "successful", "preferred", "provider", "providers", "supplier", "operator", "tenant", "lessee", "concessionaire",
    "start", "starts", "started", "commencement", "commences", "mobilisation", "mobilization", "handover", "term", "operation",
    "operations", "works", "work", "begins", "begin", "begun", "each", "every", "annually", "annual", "yearly", "monthly",
    "weekly",
    "daily", "quarterly", "season", "seasons", "spring", "summer", "autumn", "winter", "signed", "signature", "signing", "order",
    "orders", "needed", "required", "necessary", "induction", "no", "not", "none", "never", "without", "only", "if",
    "unless", "free", "charge", "cost", "costs", "price", "score", "scores", "feedback", "outcome", "result", "results",
    "evaluation", "whichever", "either", "both", "except", "yes", "may", "must", "cannot", "can", "delivery", "completion",
    "lease", "tenancy", "occupation", "possession", "job", "jobs", "shift", "framework", "unsuccessful", "request",
    "winners", "lowest", "highest",
})  # fmt: skip
"""Words of what is done once there is a contract, what comes again and again, and what says yes or no."""
ASKING = frozenset({"when", "how", "where", "who", "whether"})
REQUESTS = (
    ("can", "you"), ("could", "you"), ("please",), ("would", "you"), ("can", "we"), ("could", "we"), ("may", "we"), ("can",
    "the"),
    ("could", "the"), ("grateful",), ("we", "request"), ("kindly",), ("we", "need"), ("would", "like"), ("would", "it"),
    ("can", "a"), ("could", "a"),
)  # fmt: skip
"""What makes a question a request for the paper itself."""
