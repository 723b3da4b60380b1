"""How often two records of labelled lists of persons that are matched are one person, and how many pairs are found.

The lists are no part of the project. What their columns say is brought into `Described` here; their ids and clusters only tell
the truth and are never given to the comparison.
"""

import csv
import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from fairaudit.analysis.names.candidates import pairs
from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.likeness import compared
from tests.accuracy.labels import shown, wilson

DATA = Path(__file__).parents[3] / "shared" / "data" / "names"
LEVELS = ("certain", "likely", "possible")
NUMBERED = "social security number"


class Labelled(NamedTuple):
    """A record, and whom it is about."""

    whom: str
    record: Described


class Figures(NamedTuple):
    """Of one list: the pairs that are one person, those whose birth months contradict, right and wrong at each level."""

    true: int
    contradicted: int
    right: dict[str, int]
    wrong: dict[str, int]

    def up_to(self, level: str) -> tuple[int, int]:
        """Return what is right and what is wrong at a level or better."""
        levels = LEVELS[: LEVELS.index(level) + 1]
        return sum(self.right[one] for one in levels), sum(self.wrong[one] for one in levels)

    def precision(self, level: str) -> float:
        """Return the share of what is matched at a level or better that is right."""
        right, wrong = self.up_to(level)
        return right / (right + wrong) if right + wrong else 1.0

    def recall(self, level: str) -> float:
        """Return the share of all pairs of one person that is matched at a level or better."""
        return self.up_to(level)[0] / self.true


def _filled(*texts: str | None) -> tuple[str, ...]:
    return tuple(one for one in texts if one)


def fake_1000() -> list[Labelled]:
    """Return the list of 1,000 records: names apart, day of birth, town, e-mail."""
    with (DATA / "fake_1000.csv").open(encoding="utf-8", newline="") as file:
        return [
            Labelled(
                row["cluster"],
                Described(
                    "person",
                    birth=row["dob"] or None,
                    addresses=_filled(row["city"]),
                    emails=_filled(row["email"]),
                    given=row["first_name"] or None,
                    surname=row["surname"] or None,
                ),
            )
            for row in csv.DictReader(file)
        ]


def febrl_3(numbered: str = "") -> list[Labelled]:
    """Return the list of 5,000 records: names apart, day of birth, address; the number only where it is asked for."""
    found = []
    with (DATA / "febrl_dataset3.csv").open(encoding="utf-8", newline="") as file:
        for spaced in csv.DictReader(file, skipinitialspace=True):
            row = {name.strip(): value.strip() for name, value in spaced.items()}
            street = " ".join(_filled(row["street_number"], row["address_1"]))
            place = " ".join(_filled(row["state"], row["postcode"]))
            day = row["date_of_birth"]
            record = Described(
                "person",
                identifiers=(("number", row["soc_sec_id"]),) if numbered and row["soc_sec_id"] else (),
                birth=f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 else None,
                addresses=_filled(", ".join(_filled(street, row["address_2"], row["suburb"], place))),
                given=row["given_name"] or None,
                surname=row["surname"] or None,
            )
            found.append(Labelled(row["rec_id"].split("-")[1], record))
    return found


def shuffled(labelled: list[Labelled], seed: int) -> list[Labelled]:
    """Return a list in another order."""
    return random.Random(seed).sample(labelled, len(labelled))


def figures(labelled: list[Labelled]) -> Figures:
    """Return what is matched of a list when each record is held against all others."""
    records = [one.record for one in labelled]
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for at, other in pairs(records):
        found = compared(records[at], records[other])
        if found:
            (right if labelled[at].whom == labelled[other].whom else wrong)[found.level] += 1
    people: dict[str, list[Described]] = {}
    for one in labelled:
        people.setdefault(one.whom, []).append(one.record)
    true = [(one, other) for some in people.values() for at, one in enumerate(some) for other in some[at + 1 :]]
    return Figures(len(true), sum(map(_contradict, true)), _at_each(right), _at_each(wrong))


def _at_each(counts: Counter[str]) -> dict[str, int]:
    """Return a count for each level, none left out."""
    return {level: counts[level] for level in LEVELS}


def _contradict(both: tuple[Described, Described]) -> bool:
    one, other = (_month(each.birth) for each in both)
    return bool(one and other and one != other)


def _month(birth: str | None) -> str:
    """Return year and month of a date; of what no calendar has (`1944-87-20`), nothing is known."""
    known = birth is not None and "01" <= birth[5:7] <= "12" and "01" <= birth[8:] <= "31"
    return birth[:7] if birth and known else ""


def together(lists: list[Figures]) -> Figures:
    """Return the figures of several lists as of one."""
    right = {level: sum(one.right[level] for one in lists) for level in LEVELS}
    wrong = {level: sum(one.wrong[level] for one in lists) for level in LEVELS}
    return Figures(sum(one.true for one in lists), sum(one.contradicted for one in lists), right, wrong)


def rows(name: str, found: Figures) -> list[str]:
    """Return the lines of the table of a page: matched, right, precision with its interval, recall."""
    lines = []
    for level in LEVELS:
        right, wrong = found.up_to(level)
        low, high = wilson(right, right + wrong) if right + wrong else (0.0, 1.0)
        lines.append(
            f"| {name} | {level}{' or better' * (level != 'certain')} | {right + wrong} | {right} | {shown(found.precision(level))} "
            f"| {shown(low)} to {shown(high)} | {shown(found.recall(level))} |"
        )
    return lines
