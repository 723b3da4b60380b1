"""Names of people and organisations: exactly the same (here), or like each other with a reason (`likeness`).

This page gives only the exact comparison, which most checks ask at every start. Tables of letters, titles and nicknames, and the
library that measures likeness, are loaded by whoever imports `described`, `likeness` or `blocking`.
"""

from fairaudit.analysis.names.behindnames import extends_name, in_another_form, names_as_a_name
from fairaudit.analysis.names.exact import (
    OrganisationName,
    any_same_organisation,
    fold,
    mentions,
    organisation_name,
    person_name,
    same_birth,
    same_mailbox,
    same_organisation_name,
    same_person_name,
    words,
)

__all__ = [
    "OrganisationName",
    "any_same_organisation",
    "extends_name",
    "fold",
    "in_another_form",
    "mentions",
    "names_as_a_name",
    "organisation_name",
    "person_name",
    "same_birth",
    "same_mailbox",
    "same_organisation_name",
    "same_person_name",
    "words",
]
