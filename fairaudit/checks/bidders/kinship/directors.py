"""The directors of a party by what is recorded of the people themselves, beside those whom the party lists."""

from fairaudit.checks.people.ties.one_tie import only_day, year_of
from fairaudit.checks.people.ties.tie_kinds import read_tie
from fairaudit.checks.people.ties.tie_texts import taken_back, vague
from fairaudit.procurement.beside import unread_beside
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Party, Tie
from fairaudit.procurement.persons.identity import key_of


def directors_of(party: Party, case: Case) -> tuple[str, ...]:
    """Return who is recorded, under their own interests or jobs, as a director of a party while the contest ran."""
    return case.once(_directors).get(party.id or "", ())


def _directors(case: Case) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for person in case.people:
        for tie in (*(person.interests or ()), *(person.employments or ())):
            if tie.party and _is_director(case, tie):
                found.setdefault(tie.party, {})[key_of(person)] = None
    return {party: tuple(people) for party, people in found.items()}


def _is_director(case: Case, tie: Tie) -> bool:
    """Whether a tie is plainly a directorship that held; what is over, to come or in doubtful words is asked elsewhere."""
    said = read_tie(tie.kind)
    if said.kind != "directorship" or said.denied or said.ended or said.offered or said.remote:
        return False
    if taken_back(tie, year=year_of(case)) or vague(tie) or unread_beside(case, tie.path) is not None:
        return False
    if only_day(tie) is not None:
        return False
    day = case.tender.published.date if case.tender.published else case.today
    if day is None:
        return tie.end_date is None
    return (tie.end_date is None or tie.end_date >= day) and (tie.start_date is None or tie.start_date <= day)
