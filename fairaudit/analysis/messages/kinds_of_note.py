"""The kinds of everyday notes to one bidder, by their words: receipts, help with the portal, refusals, absences.

What tells something of a contract, of others or of how many is a word of none.
"""

from __future__ import annotations

from dataclasses import dataclass

from fairaudit.analysis.messages.plain_words import DAY

COMMON = frozenset({
    "a", "an", "the", "this", "that", "it", "its", "they", "we", "us", "our", "i", "me", "my", "you", "your", "yours", "of",
    "for", "to", "on", "at", "by", "in", "with", "from", "and", "or", "as", "so", "which", "is", "are", "was", "were", "be",
    "been", "being", "has", "have", "had", "will", "shall", "would", "can", "could", "should", "must", "do", "does", "did",
    "hereby", "confirm", "confirms", "confirming", "write", "writing", "safely", "successfully", "duly", "please", "kind",
    "kindly", "dear", "sir", "madam", "hello", "hi", "sorry", "afraid", "unfortunately", "fyi", "just", "let", "know", "note",
    "also", "now", "if", "when", "once", "any", "very", "much", "many", "well", "today", "yesterday", "tomorrow", "morning",
    "afternoon", "evening", "time", "date", "noon", "midday", "am", "pm", "gmt", "bst", "utc", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "week", "thank", "thanks", "ta", "council", "authority", "team", "buyer",
    "procurement", "re", "regarding", "about", "here", "there", "happy", "glad", "hope", "inform", "numbered", "clocktime", DAY,
    "apologies", "apologise", "inconvenience", "ours", "directly", "some", "all", "im", "ive", "weve", "youre", "youve",
    "thats", "theres", "someone", "somebody", "twice", "appear", "appears", "seem", "seems", "appreciate", "appreciated",
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "next", "end", "weekend", "weeks",
})  # fmt: skip
_PAPERS = frozenset({
    "bid", "tender", "offer", "submission", "proposal", "quotation", "quote", "question", "questions", "query", "queries",
    "enquiry", "enquiries", "inquiry", "clarification", "clarifications", "request", "message", "messages", "email", "emails",
    "mail", "letter", "correspondence", "document", "documents", "file", "files", "envelope", "upload", "expression",
    "interest", "registration", "certificate", "licence", "act", "insurance", "declaration", "form", "application", "note",
    "reminder",
})  # fmt: skip
_ANSWERED = frozenset({
    "answered", "answer", "reply", "replied", "respond", "response", "responses", "considered", "back", "dealt", "handled",
    "published", "circulated", "issued", "posted", "go", "due", "course", "soon", "shortly", "within", "working", "days",
    "possible", "point", "matter", "duration", "everyone", "everybody", "bidders", "tenderers", "suppliers", "portal",
    "anonymised", "anonymously", "requested", "log", "revert", "through", "via", "come", "get", "publish", "look", "looking",
    "into", "investigate", "delay", "replying", "responding",
})  # fmt: skip
_RECEIVING = frozenset({
    "received", "receipt", "arrived", "acknowledge", "acknowledged", "acknowledges", "acknowledging", "acknowledgement",
    "acknowledgment", "logged", "noted", "registered", "recorded", "got", "passed", "forwarded", "thank", "thanks", "ta",
    "anonymised", "thankful", "grateful", "submitted",
})  # fmt: skip
_OF_RECEIPT = frozenset({
    "accept", "confirmation", "confirmed", "getting", "touch", "letting", "project", "officer", "relevant", "colleagues",
    "colleague", "legal", "technical", "department", "manager", "registering", "automatic", "automated", "earlier", "prompt",
    "bulletin", "circular",
    "contacting", "writing", "patience", "system", "reference", "under", "not", "yet", "deadline", "before", "sending",
    "raising", "submitting", "number", "complete", "safe", "pass", "ill", "successful", "refer", "contents", "look", "looking",
    "into", "attention", "accordingly", "kindly", "reached", "reach", "call", "given",
})  # fmt: skip
_PORTAL = frozenset({
    "account", "accounts", "login", "log", "logged", "logging", "password", "upload", "uploaded", "uploading", "portal",
    "helpdesk", "desk", "browser", "file", "files", "username", "user", "users", "registration", "registered", "cache",
    "cookies", "resend", "reset", "downloaded", "download", "opened", "blank", "inbox", "spam", "activated", "unlocked",
    "locked", "mailbox", "attachment", "corrupt", "corrupted", "resubmit", "profile", "empty", "unread", "session", "register",
    "scanner",
})  # fmt: skip
_OF_PORTAL = frozenset({
    "dataroom", "separate", "separately", "bulletin", "circular", "confirmed",
    "help", "try", "trying", "again", "different", "another", "chrome", "edge", "firefox", "safari", "ring", "call", "contact",
    "supplier", "created", "active", "open", "closed", "until", "six", "hours", "filesize", "size", "format", "pdf", "zip",
    "split", "smaller", "compress", "large", "too", "big", "virus", "scan", "scanned", "unreadable", "readable", "wrong", "lot",
    "workspace", "folder", "section", "area", "tab", "page", "button", "press", "click", "screen", "menu", "junk", "check",
    "checked", "settings", "clear", "error", "failed", "fails", "fail", "timed", "timing", "out", "keeps", "complete",
    "completed", "incomplete", "successful", "success", "draft", "save", "saved", "submit", "submitted", "wish", "want", "may",
    "need", "before", "closing", "deadline", "role", "permissions", "permission", "added", "access", "details", "company",
    "verification", "code", "two", "factor", "authentication", "sent", "expires", "expire", "expired", "valid", "not", "read",
    "cannot", "cant", "link", "new", "own", "phone", "phonenumber", "telephone", "ticket", "technical", "support", "provider",
    "service", "issue", "problem", "problems", "resolved", "fixed", "working", "works", "work", "dated", "unlock", "seen",
    "delete", "deleted", "remove", "removed", "replace", "move", "moved", "themselves", "yourself", "interested", "parties",
    "bidders", "tenderers", "suppliers", "under", "correct", "right", "name", "how", "guide", "mailaddress", "email",
    "received", "send", "down", "approved", "duration", "messages", "reference", "through", "using", "use", "then", "refresh",
    "restart", "computer", "steps", "follow", "minutes", "few", "still", "up", "back", "running", "maintenance", "onto", "into",
    "administrator", "admin", "colleague", "rejected", "scanner", "fault", "one", "them", "see", "yet", "server", "slow",
    "able", "unable", "full", "exceeds", "limit", "same", "view", "invited", "response",
})  # fmt: skip
_CHANNEL = frozenset({
    "questions", "question", "correspondence", "clarification", "clarifications", "enquiries", "queries", "officers", "portal",
    "communication", "communications", "it",
})  # fmt: skip
_WAY = frozenset({
    "through", "via", "raise", "raised", "use", "submit", "submitted", "post", "posted", "ask", "asked", "contact", "ring",
    "put",
})  # fmt: skip
_OF_CHANNEL = frozenset({
    "not", "dont", "ring", "call", "phone", "contact", "email", "e", "mail", "approach", "telephone", "only", "use", "through",
    "via", "raise", "raised", "submit", "submitted", "send", "sent", "post", "posted", "ask", "asked", "put", "module", "area",
    "everybody", "everyone", "sees", "see", "reply", "answer", "answers", "bidders", "tenderers", "suppliers", "elected",
    "individual", "formally", "formal", "function", "messaging", "message", "board", "section", "lobby", "procedure", "itt",
    "described", "set", "out", "them", "using", "communication", "communications", "no", "new", "further", "same", "may",
    "need",
})  # fmt: skip
_GIVING = frozenset({
    "answer", "answered", "discuss", "discussed", "comment", "reply", "respond", "say", "advise", "give", "grant", "extend",
    "extended", "extension", "questions", "question", "queries", "information", "clarification", "clarifications",
})  # fmt: skip
_REFUSING = frozenset({
    "cannot", "cant", "unable", "not", "decline", "regret", "wont", "no", "closed", "passed", "over", "ended",
})  # fmt: skip
_OF_REFUSAL = frozenset({
    "answer", "answered", "discuss", "discussed", "comment", "reply", "respond", "say", "anything", "advise", "give", "grant",
    "more", "further", "additional", "extra", "extension", "extend", "extended", "deadline", "closing", "date", "period",
    "questions", "question", "queries", "clarification", "clarifications", "taken", "accepted", "window", "message", "alone",
    "individually", "individual", "outside", "portal", "tender", "matter", "matters", "while", "during", "live", "stays",
    "published", "position", "permitted", "allowed", "information", "bidders", "tenderers", "private", "privately", "phone",
    "telephone", "email", "point", "process", "procurement", "stage", "confidential", "able", "by", "call", "face", "person",
})  # fmt: skip
_KEPT = frozenset({"remains", "remain", "stays", "unchanged", "stands"})
_OF_KEPT = frozenset({
    "closing", "deadline", "submission", "tenders", "bids", "return", "published", "mentioned", "said", "stated", "message",
    "bidders", "tenderers", "suppliers", "notice", "documents", "advertised", "same", "set", "out", "itt", "receipt",
})  # fmt: skip
_AWAY = frozenset({
    "office", "away", "return", "returning", "absence", "holiday", "monitored", "automatic", "automated", "offices",
})  # fmt: skip
_OF_AWAY = frozenset({
    "out", "annual", "until", "urgent", "matters", "contact", "colleague", "colleagues", "mailaddress", "phonenumber", "email",
    "emails", "reply", "respond", "limited", "access", "my", "automatic", "back", "sick", "maternity", "not", "queries",
    "enquiries", "desk", "helpdesk", "portal", "through", "use", "message", "messages", "call", "read", "mailbox", "inbox",
    "soon", "possible", "procurement", "tenders", "questions", "via", "during", "returned", "office", "closed", "reopens",
    "reopen", "no", "longer", "work", "working", "anything", "else", "something", "bank", "holiday", "do", "over", "easter",
    "christmas",
})  # fmt: skip
_CHANGED = frozenset({"contact", "records", "address", "name", "details", "email", "person"})
_OF_CHANGE = frozenset({
    "changed", "change", "updated", "update", "amended", "new", "noted", "letting", "replaced", "telling", "informing", "main",
    "email", "telephone", "phone", "mailaddress", "phonenumber", "system", "portal", "record", "as", "requested", "company",
    "future", "correspondence", "messages", "go", "now", "sent", "list", "added", "recorded",
})  # fmt: skip
_INTENT = frozenset(
    {"submitting", "bid", "bidding", "respond", "tendering", "intend", "intention", "interested", "withdraw"}
)
_OF_INTENT = frozenset({
    "a", "tender", "offer", "press", "click", "button", "portal", "tell", "whether", "still", "not", "longer", "occasion",
    "decided", "decline", "declined", "process", "competition", "opt", "out", "list", "remove", "submit", "able", "response",
    "participate", "pursue", "so", "us", "opportunity", "regret", "unable", "invitation", "inviting", "invite", "capacity",
    "lack", "workload", "commitments", "due", "from", "wont", "yes",
})  # fmt: skip
_APPOINTED = frozenset({"visit", "viewing", "presentation", "interview", "demonstration", "slot"})
_OF_APPOINTMENT = frozenset({
    "booked", "confirmed", "slot", "room", "floor", "gate", "meet", "main", "entrance", "reception", "depot", "duration", "park",
    "parking", "car", "bring", "wear", "boots", "vest", "helmet", "badge", "site", "visitors", "start", "starts", "begins",
    "ends", "lasts", "arrive", "minutes", "hour", "building", "hall", "desk", "sign",
})  # fmt: skip
_DECLINED = frozenset({"decline", "declines", "declined", "need", "needs", "want", "wants"})
_OF_DECLINING = frozenset({"no", "not", "says", "said", "they", "already", "site", "attend", "come", "booked"})
_SIGNING = frozenset({"sign", "signed", "return", "returned"})
_NON_DISCLOSURE = frozenset({"nda", "confidentiality", "undertaking", "disclosure", "nondisclosure"})
_OF_SIGNING = frozenset({
    "agreement", "non", "open", "opened", "dataroom", "access", "before", "form", "attached", "portal", "get", "first",
    "through", "via", "given",
})  # fmt: skip
_ABSENT = frozenset({"make", "attend", "late", "broken", "broke", "traffic", "missed", "coming", "ill", "sick"})
_OF_ABSENCE = frozenset({
    "cannot", "cant", "unable", "not", "visit", "van", "car", "down", "train", "delayed", "stuck", "running", "minutes",
    "duration", "site", "come", "colleague", "driver", "wont", "able", "viewing", "day", "bit", "hour", "already", "because",
    "know",
})  # fmt: skip
_PROMISED = frozenset({"answered", "answer", "respond", "reply", "go", "come", "published", "back", "revert"})
_WEIGHING = frozenset({"looking", "look", "checking", "considering", "investigating", "reviewing"})
_SPOKEN_OF = frozenset({"into", "question", "query", "request", "this", "it", "internally", "point", "matter"})
_UNCLEAR = frozenset({"clarify", "mean", "meant", "explain", "rephrase", "elaborate", "unclear"})
_OF_UNCLEAR = frozenset({
    "what", "which", "clear", "not", "understand", "question", "query", "message", "document", "page", "clause", "refer",
    "referring", "exactly",
})  # fmt: skip
_READING = frozenset({"see", "read", "refer"})
_TO_ALL = frozenset({"bidders", "tenderers", "suppliers", "everyone", "everybody"})
_OF_READING = frozenset({"sent", "issued", "published", "all", "portal", "above", "earlier"})
_SECRET = frozenset({"confidential", "confidentiality", "confidentially"})
_OF_SECRET = frozenset({
    "treat", "treated", "asked", "question", "query", "answer", "agree", "not", "think", "consider", "withdraw", "withdrawn",
    "tell", "whether", "wish", "published", "all", "bidders", "reason", "reasons", "marked", "why", "commercially",
})  # fmt: skip
_UPDATED = frozenset({
    "changed", "change", "updated", "update", "amended", "noted", "replaced", "recorded", "added", "correspondence", "sent",
})  # fmt: skip
_OFFERING = frozenset(
    {"we", "will", "intend", "please", "press", "whether", "regret", "decline", "declined", "decided", "are"}
)
_ON_THE_WAY = frozenset({
    "visit", "van", "car", "train", "site", "minutes", "duration", "attend", "traffic", "make", "delayed", "viewing",
})  # fmt: skip
_POLITE = frozenset({
    "sorry", "apologies", "apologise", "hope", "welcome", "pleasure", "hello", "year", "wishes", "luck", "weekend",
})  # fmt: skip
_OF_POLITENESS = frozenset({
    "inconvenience", "caused", "helps", "well", "trouble", "new", "christmas", "good", "any", "weekend", "great", "nice",
    "delay", "replying", "responding", "slow", "late", "reply",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of note: sets of words of each of which one must be said, and words that may stand beside them."""

    telling: tuple[frozenset[str], ...]
    beside: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Return all the words of a note of this kind."""
        return self.beside.union(COMMON, *self.telling)

    def tells(self, said: frozenset[str]) -> bool:
        """Whether words say what this kind does, and no word is of another."""
        return all(not one.isdisjoint(said) for one in self.telling) and said <= self.all


KINDS = (
    Kind((_RECEIVING,), _OF_RECEIPT | _PAPERS | _ANSWERED),
    Kind((_PROMISED, frozenset({"will", "shall", "ll"})), _RECEIVING | _OF_RECEIPT | _PAPERS | _ANSWERED),
    Kind((_PORTAL,), _OF_PORTAL | _PAPERS),
    Kind((_CHANNEL, _WAY), _OF_CHANNEL),
    Kind((_REFUSING, _GIVING), _OF_REFUSAL),
    Kind((_REFUSING, frozenset({"time"})), _OF_REFUSAL),
    Kind((_KEPT, frozenset({"deadline", "closing", "date"})), _OF_KEPT),
    Kind((_AWAY,), _OF_AWAY),
    Kind((_CHANGED, _UPDATED), _OF_CHANGE),
    Kind((_INTENT, _OFFERING), _OF_INTENT),
    Kind((_APPOINTED,), _OF_APPOINTMENT),
    Kind((_DECLINED, _APPOINTED), _OF_DECLINING),
    Kind((_SIGNING, _NON_DISCLOSURE), _OF_SIGNING),
    Kind((_ABSENT, _ON_THE_WAY), _OF_ABSENCE),
    Kind((_WEIGHING, _SPOKEN_OF), _ANSWERED | _PAPERS),
    Kind((_UNCLEAR, frozenset({"you", "your"})), _OF_UNCLEAR),
    Kind((_SECRET,), _OF_SECRET),
    Kind((_READING, _TO_ALL, frozenset({"message", "bulletin", "circular", "notice"})), _OF_READING),
    Kind((_POLITE,), _OF_POLITENESS),
)
