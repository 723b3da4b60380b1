"""What tables of scores cost to read: seconds, and the most memory a process had.

python bench/tables.py [rows ...]

For each number of rows, in a process of its own: a CSV of so many scores with comments, days and who typed them, read into a
case. The bar: 1,000,000 rows in 60 s with less than 1 GB. Then 24,000 scores as CSV (bar: 0.5 s) and as a workbook (1.5 s).
The workbook is written by openpyxl, of the extra `dev`.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

COLUMNS = ("evaluator", "bidder", "criterion", "lot", "stage", "score", "comment", "at", "by")
SMALL = 24_000
BAR_ROWS, BAR_SECONDS, BAR_MB = 1_000_000, 60.0, 1_000


def rows_of(count: int) -> Iterator[tuple[str | int, ...]]:
    """Yield scores of forty bidders on sixty questions by as many evaluators as it takes."""
    for number in range(count):
        evaluator, cell = divmod(number, 2_400)
        bid, criterion = divmod(cell, 60)
        comment = f"Answers point {number % 97} of the question and shows how; case {number}"
        yield (
            f"e{evaluator + 1}", f"B{bid + 1}", f"Q{criterion + 1}", "1", "individual", (evaluator + bid * criterion) % 6,
            comment, f"2026-03-{number % 28 + 1:02}T09:{number % 60:02}", "clerk",
        )  # fmt: skip


def write_case(folder: Path, table: str) -> Path:
    """Write a case whose scores stand in a table."""
    criteria = ", ".join(f"{{id: Q{one}, weight: 1}}" for one in range(1, 61))
    bids = ", ".join(f'{{id: B{one}, bidder: p{one}, lot: "1"}}' for one in range(1, 41))
    text = f'tender: {{id: T, lots: [{{id: "1"}}], award_criteria: [{criteria}]}}\nbids: [{bids}]\n'
    path = folder / f"{table.replace('.', '-')}.yaml"
    path.write_text(f"{text}evaluation: {{individual: {{file: {table}}}}}\n", encoding="utf-8")
    return path


def write_csv(path: Path, count: int) -> None:
    """Write a CSV of so many scores."""
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(COLUMNS) + "\n")
        for row in rows_of(count):
            file.write(",".join(map(str, row)) + "\n")


def write_workbook(path: Path, count: int) -> None:
    """Write a workbook of so many scores, as a spreadsheet would."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(COLUMNS)
    for row in rows_of(count):
        book.active.append(row)
    book.save(path)


def read(path: Path) -> None:
    """Read one case and print its cost; runs in a process of its own."""
    from fairaudit.procurement.case import Case
    from fairaudit.procurement.loading.cases import Extra, open_cases

    start, clock = time.perf_counter(), time.process_time()
    [case] = open_cases(path, Extra())
    seconds, spent = time.perf_counter() - start, time.process_time() - clock
    if not isinstance(case, Case):
        raise SystemExit("\n".join(map(str, case.faults[:5])))
    scores = case.evaluation.individual or ()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(scores):>9,} {path.stem:<20} {seconds:>6.2f} s ({spent:.2f} s of one core) {megabytes:>6.0f} MB at most"
    )
    if megabytes > BAR_MB:
        raise SystemExit(f"took more than {BAR_MB:,} MB")


def main() -> None:
    """Write the tables and read each."""
    counts = [int(one) for one in sys.argv[1:]] or [BAR_ROWS]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in counts:
            write_csv(folder / f"long-{count}.csv", count)
            run(write_case(folder, f"long-{count}.csv"))
        write_csv(folder / "small.csv", SMALL)
        run(write_case(folder, "small.csv"))
        write_workbook(folder / "small.xlsx", SMALL)
        run(write_case(folder, "small.xlsx"))
    print(
        f"bars: {BAR_ROWS:,} rows of CSV in {BAR_SECONDS:.0f} s and {BAR_MB:,} MB; {SMALL:,} in 0.5 s, as a workbook in 1.5 s"
    )


def run(path: Path) -> None:
    """Read a case in a new process."""
    subprocess.run([sys.executable, __file__, "--read", str(path)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        read(Path(sys.argv[2]))
    else:
        main()
