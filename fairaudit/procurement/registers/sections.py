"""What a row of a table of the case's own says: which column is which field of an item, or of a list in it."""

from __future__ import annotations

from collections.abc import Callable

from fairaudit.frozen import Frozen
from fairaudit.procurement.registers.columns import Fields


class Group(Frozen):
    """Columns that make one group of fields in an item: a role, a tie, an address; `single` where there can be but one.

    The group is made where one of the columns of `needs` is filled.
    """

    field: str
    columns: dict[str, str]
    needs: tuple[str, ...]
    single: bool = False


class Section(Frozen):
    """A section of the case as a table: what identifies an item, its plain fields, lists and groups, by column."""

    needed: tuple[tuple[str, ...], ...]
    plain: dict[str, str]
    lists: dict[str, str]
    groups: tuple[Group, ...]
    apart: tuple[str, ...]
    """Columns that may not differ between the rows of one item: where they do, two things have one id."""
    spellings: dict[str, tuple[str, ...]]
    ties: Callable[[frozenset[str], str], str | None] | None = None
    """Which list a row's tie belongs to, by the columns that are filled and the kind of tie."""

    @property
    def fields(self) -> Fields:
        """Every column, with usual spellings."""
        groups = (name for one in self.groups for name in one.columns)
        names = dict.fromkeys(
            ("id", *self.plain, *self.lists, *groups, *(("nothing_to_declare",) if self.denies else ()))
        )
        return {name: self.spellings.get(name, ()) for name in names}

    @property
    def denies(self) -> bool:
        """Whether a row may say that there is nothing to declare."""
        return "person" in self.plain


_ADDRESS = Group(
    "addresses",
    {one: one for one in ("street_address", "locality", "region", "postal_code", "country")},
    ("street_address", "locality", "postal_code"),
)
_NUMBER = Group("identifiers", {"scheme": "scheme", "identifier": "id"}, ("identifier",))
_TIE = {
    "tie": "kind", "party": "party", "party_name": "name", "position": "role", "text": "text", "value": "value",
    "date": "date", "start_date": "start_date", "end_date": "end_date", "source": "source",
}  # fmt: skip
_TELLING = ("tie", "party", "party_name", "text")
_ROLE = Group("roles", {"role": "role", "role_start": "start_date", "role_end": "end_date", "lots": "lots"}, ("role",))
_RELATIVE = Group(
    "relatives", {"relative": "person", "relative_name": "name", "relation": "relation"}, ("relative", "relative_name")
)
_USUAL = {
    "birth_date": ("date of birth", "dob", "born"), "postal_code": ("postcode", "zip", "post code"),
    "street_address": ("address", "street"), "locality": ("town", "city"), "party_name": ("organisation", "organization"),
    "start_date": ("from", "start", "started"), "end_date": ("to", "until", "end", "ended"), "tie": ("kind", "interest"),
    "identifier": ("company number", "registration number", "number"), "email": ("e mail", "email address"),
    "telephone": ("phone", "tel"), "bank_reference": ("bank", "iban"),
}  # fmt: skip
_JOBS = frozenset({"employment", "employee", "employed", "employer", "job"})


def _of_person(filled: frozenset[str], kind: str) -> str | None:
    if filled & {"relative", "relative_name"}:
        return "relatives"
    if not filled & set(_TELLING):
        return None
    return "employments" if kind.casefold().strip() in _JOBS else "interests"


def _of_declaration(filled: frozenset[str], _kind: str) -> str | None:
    return "interests" if filled & {*_TELLING, "relative"} else None


PEOPLE = Section(
    (("id", "name"),),
    {one: one for one in ("name", "birth_date", "email", "telephone", "first_access")},
    {},
    (
        _ADDRESS, _NUMBER, _ROLE, Group("employments", _TIE, _TELLING), Group("interests", _TIE, _TELLING), _RELATIVE,
    ),
    ("name", "birth_date"),
    _USUAL,
    _of_person,
)  # fmt: skip
PARTIES = Section(
    (("id", "name"),),
    {one: one for one in ("name", "kind", "sole_trader", "bank_reference")},
    {
        "alias": "aliases", "roles": "roles", "person": "people", "subcontractor": "subcontractors", "member": "members",
        "product": "products", "domain": "domains",
    },
    (
        _ADDRESS, _NUMBER,
        Group("owners", {"owner_party": "party", "owner_person": "person", "owner_name": "name", "share": "share",
                         "owner_start": "start_date", "owner_end": "end_date"},
              ("owner_party", "owner_person", "owner_name")),
        Group("contact_point", {"contact_name": "name", "email": "email", "telephone": "telephone"},
              ("contact_name", "email", "telephone"), single=True),
    ),
    ("name",),
    {
        **_USUAL, "roles": ("role",), "owner_name": ("owner",), "person": ("people", "officer"), "tie": (),
        "owner_start": ("owned from", "owned since", "owner since", "owner from"),
        "owner_end": ("owned until", "owned to", "owner until", "owner to"),
        "domain": ("e mail domain", "email domain", "web site", "website"),
    },
)  # fmt: skip
DECLARATIONS = Section(
    (("person",),),
    {"person": "person", "date": "date", "signed": "signed", "role_at": "role_at"},
    {"covers": "covers", "recused_from": "recused_from"},
    (
        Group("interests", {**{key: one for key, one in _TIE.items() if key != "date"}, "relative": "person"},
              (*_TELLING, "relative")),
        Group("mitigation", {"actions": "actions", "followed": "followed"}, ("actions", "followed"), single=True),
    ),
    ("person", "date"),
    {**_USUAL, "person": ("declared by",), "actions": ("mitigation", "measures"), "text": ("details",)},
    _of_declaration,
)  # fmt: skip
ENQUIRIES = Section(
    (("question", "answer"),),
    {one: one for one in ("asked_by", "date", "question", "answer", "answered", "material")},
    {"recipients": "recipients", "lots": "lots"},
    (
        Group("confidential", {"confidential": "agreed", "confidential_reason": "reason"},
              ("confidential", "confidential_reason"), single=True),
    ),
    ("asked_by", "date", "question", "answer", "answered"),
    {
        "id": ("no", "number", "ref", "reference", "question no", "question number"),
        "asked_by": ("asker", "bidder", "supplier", "tenderer"),
        "date": ("asked", "asked on", "date asked", "received", "received on", "date received", "question date"),
        "question": ("query", "enquiry", "clarification question"),
        "answer": ("response", "reply", "clarification response"),
        "answered": ("answered on", "date answered", "answer date", "response date", "date of answer", "date of response"),
        "recipients": ("sent to", "answered to", "issued to", "circulated to", "distribution"),
        "confidential": ("in confidence", "commercial in confidence", "commercially confidential", "commercially sensitive"),
        "lots": ("lot",),
    },
)  # fmt: skip
"""A log of questions and answers. Whom an answer went to is never taken from who asked."""
SECTIONS = {"people": PEOPLE, "parties": PARTIES, "declarations": DECLARATIONS, "enquiries": ENQUIRIES}
DAYS = frozenset(
    {"first_access", "role_start", "role_end", "owner_start", "owner_end", "date", "start_date", "end_date", "answered"}
)
FLAGS = frozenset({"signed", "followed", "sole_trader", "nothing_to_declare", "material", "confidential"})
LISTS = frozenset({"lots"})
"""Columns of groups in which several things may stand, with semicolons between."""
OF_TIES = frozenset({
    "tie", "party", "party_name", "relative", "relative_name", "owner_party", "owner_person", "owner_name", "person",
    "subcontractor", "member",
})  # fmt: skip
"""Columns that say to whom somebody is tied, and how: without one of them a tie may be another, or is not there at all."""
OF_ONE: dict[str, frozenset[str]] = {
    "people": frozenset({"name", "relative_name"}),
    "declarations": frozenset({"person"}),
}
"""Columns of each table in which one person is named, so that several names in one cell leave open who is meant."""
