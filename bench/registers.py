"""What searching a register costs: seconds, and the most memory a process had.

python bench/registers.py [--plain] [officers ...]

For each number of officers, in a process of its own: a case of 50 decision-makers and four bidders against a list of so many
officers as CSV, among them ten who are decision-makers. The bar: 500,000 officers in 60 s of one core with less than 2 GB.
With `--plain` no record goes to DuckDB, as where it is not installed.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BAR_ROWS, BAR_SECONDS, BAR_MIB = 500_000, 60.0, 2_048
PEOPLE, FIRMS = 50, 4
GIVEN = [
    "James",
    "Mary",
    "John",
    "Patricia",
    "Robert",
    "Jennifer",
    "Michael",
    "Linda",
    "William",
    "Elizabeth",
    "David",
    "Susan",
    "Richard",
    "Jessica",
    "Joseph",
    "Sarah",
    "Thomas",
    "Karen",
    "Charles",
    "Nancy",
    "Christopher",
    "Lisa",
    "Daniel",
    "Margaret",
    "Matthew",
    "Sandra",
    "Anthony",
    "Ashley",
    "Mark",
    "Dorothy",
    "Donald",
    "Kimberly",
    "Steven",
    "Emily",
    "Paul",
    "Donna",
    "Andrew",
    "Michelle",
    "Joshua",
    "Carol",
    "Kenneth",
    "Amanda",
    "Kevin",
    "Melissa",
    "Brian",
    "Deborah",
    "George",
    "Stephanie",
    "Edward",
    "Rebecca",
]
ENDINGS = ("son", "ton", "ley", "ford", "man", "well", "worth", "ing", "berg", "sky", "ova", "ez")
WORKS = ("SERVICES", "HOLDINGS", "PARTNERS", "CARE", "BUILDING", "CONSULTING", "TRADING", "SYSTEMS")
_FIRST, _LAST = "bcdfghklmnprstvw", "aeiou"


def word(number: int, syllables: int) -> str:
    """Return a name made of syllables, the same for the same number."""
    found = ""
    for _ in range(syllables):
        number, sound = divmod(number, len(_FIRST) * len(_LAST))
        found += _FIRST[sound // len(_LAST)] + _LAST[sound % len(_LAST)]
    return found


def person(number: int) -> tuple[str, str, str, str]:
    """Return surname, forenames, birth month and postal code of an invented person."""
    mixed = number * 2_654_435_761 % 2**32
    given = f"{GIVEN[mixed % len(GIVEN)]} {GIVEN[mixed // 97 % len(GIVEN)]}"
    year, month = divmod(mixed // 7 % 720, 12)
    born = f"{1940 + year}-{month + 1:02}"
    code = f"{_FIRST[mixed // 11 % 15]}{_FIRST[mixed // 13 % 15]}{mixed % 90 + 1} {mixed // 17 % 9}{_FIRST[mixed % 15]}B".upper()
    surname = f"{word(mixed % 30_011, 2)}{ENDINGS[mixed // 31 % len(ENDINGS)]}".upper()
    return surname, given, born, code


def write_case(folder: Path) -> Path:
    """Write a case of 50 decision-makers and four bidders."""
    lines = ["tender: {id: T, published: 2026-03-02}", "people:"]
    for number in range(PEOPLE):
        surname, given, born, code = person(number)
        place = f"addresses: [{{street_address: {number + 1} Mill Lane, postal_code: {code}}}]"
        lines.append(
            f"  - {{id: e{number}, name: {given} {surname.title()}, birth_date: {born}, {place}, roles: [{{role: evaluator}}]}}"
        )
    lines.append("parties:")
    for number in range(FIRMS):
        number_of = f'identifiers: [{{scheme: GB-COH, id: "{number:08}"}}]'
        lines.append(f"  - {{id: f{number}, name: {word(number + 2_000, 3)} Works Ltd, {number_of}}}")
    lines.append(f"bids: [{', '.join(f'{{bidder: f{number}}}' for number in range(FIRMS))}]")
    lines.append(
        "registers: [{file: officers.csv, kind: officers, name: Officers, searched: 2026-04-01, scheme: GB-COH}]"
    )
    path = folder / "case.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_officers(path: Path, count: int) -> None:
    """Write a list of so many officers, five to a company; every fiftieth-thousandth is a decision-maker."""
    with path.open("w", encoding="utf-8") as file:
        file.write(
            "company_number,company_name,officer_name,role,appointed_on,resigned_on,date_of_birth,address,postcode\n"
        )
        for number in range(count):
            firm = number // 5
            surname, given, born, code = person(number // 50_000 if number % 50_000 == 7 else number + 1_000)
            street = f"{number % 200 + 1} {word(number % 3_001, 3).title()} Road"
            company = f"{word(firm + 2_000, 3).upper()} {WORKS[firm % len(WORKS)]} LIMITED"
            officer = f'"{surname}, {given}",director,2019-05-01,,{born}'
            file.write(f"{firm:08},{company},{officer},{street},{code}\n")


def search(path: Path, *, plain: bool) -> None:
    """Read one case, which searches its register, and print the cost; runs in a process of its own."""
    from fairaudit.cli.collector import keep_off_what_is_loaded
    from fairaudit.procurement.case import Case
    from fairaudit.procurement.loading.cases import Extra, open_cases
    from fairaudit.procurement.registers import passing

    if plain:
        passing.PLAIN = sys.maxsize
    keep_off_what_is_loaded()
    start, clock = time.perf_counter(), time.process_time()
    [case] = open_cases(path, Extra())
    seconds, spent = time.perf_counter() - start, time.process_time() - clock
    if not isinstance(case, Case):
        raise SystemExit("\n".join(map(str, case.faults[:5])))
    [one] = case.registers_searched
    mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    matches = f"{one.certain} certain, {one.likely} likely, {one.possible} possible"
    print(
        f"{one.people} people against {one.rows:,} officers: {seconds:.1f} s ({spent:.1f} s of one core), "
        f"{mib:.0f} MiB at most; {matches}"
    )
    if one.rows == BAR_ROWS:
        kept = spent < BAR_SECONDS and mib < BAR_MIB
        print(f"bar: {BAR_SECONDS:.0f} s of one core and {BAR_MIB} MiB: {'kept' if kept else 'MISSED'}")


def main() -> None:
    """Write each register and search it."""
    if sys.argv[1:2] == ["--search"]:
        search(Path(sys.argv[2]), plain="--plain" in sys.argv)
        return
    for count in [int(one) for one in sys.argv[1:] if one != "--plain"] or [50_000, BAR_ROWS]:
        with tempfile.TemporaryDirectory() as folder:
            path = write_case(Path(folder))
            write_officers(Path(folder) / "officers.csv", count)
            how = [one for one in sys.argv if one == "--plain"]
            subprocess.run([sys.executable, __file__, "--search", str(path), *how], check=True)


if __name__ == "__main__":
    main()
