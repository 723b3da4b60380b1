"""How long it takes to look for 50 people among 500,000 officers of a register, and in how much memory. Asserts nothing.

python bench/names.py [OFFICERS] [--spilled]

Names are invented; a few are very frequent, as in a register. `--spilled` looks among 20,000 by way of DuckDB as well.
"""

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator

from fairaudit.analysis.names.candidates import candidates
from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.likeness import compared

SOUGHT = 50
OFFICERS = 500_000
SPILLED = 20_000
BAR = "bar: 60 s and 2,048 MiB"
SYLLABLES = (
    *(
        "ba",
        "be",
        "bo",
        "da",
        "de",
        "do",
        "ga",
        "ge",
        "ka",
        "ke",
        "ko",
        "la",
        "le",
        "lo",
        "ma",
        "me",
        "mo",
        "na",
        "ne",
        "no",
    ),
    *(
        "pa",
        "pe",
        "ra",
        "re",
        "ro",
        "sa",
        "se",
        "ta",
        "te",
        "va",
        "ve",
        "wa",
        "li",
        "mi",
        "ri",
        "si",
        "ton",
        "son",
        "ley",
        "man",
    ),
)


class Register:
    """Invented officers, the same for the same number."""

    def __init__(self) -> None:
        """Draw the words of names."""
        self.draw = random.Random(1)
        self.surnames = [self._word(2, 4) for _ in range(40_000)]
        self.given = [self._word(2, 3) for _ in range(3_000)]

    def _word(self, least: int, most: int) -> str:
        return "".join(self.draw.choices(SYLLABLES, k=self.draw.randint(least, most))).title()

    def _one(self, words: list[str]) -> str:
        # The cube makes a few of them very frequent.
        return words[int(len(words) * self.draw.random() ** 3)]

    def _code(self) -> str:
        return f"HF{self.draw.randint(1, 20)} {self.draw.randint(1, 9)}{''.join(self.draw.choices('ABDEFGHJ', k=2))}"

    def officers(self, number: int) -> Iterator[Described]:
        """Yield officers as a register has them: name in capitals, month of birth, address."""
        for at in range(number):
            middle = f" {self._one(self.given)}" if self.draw.random() < 0.5 else ""
            yield Described(
                "person",
                (f"{self._one(self.surnames).upper()}, {self._one(self.given)}{middle}",),
                (("officer", str(at)),),
                f"{self.draw.randint(1940, 2000)}-{self.draw.randint(1, 12):02}",
                (f"{self.draw.randint(1, 200)} {self._one(self.surnames)} Street, Hillford, {self._code()}",),
            )

    def sought(self) -> list[Described]:
        """Return those who are sought: half with a month of birth, a fifth with an address."""
        return [
            Described(
                "person",
                (f"{self._one(self.given)} {self._one(self.surnames)}",),
                birth=f"{self.draw.randint(1940, 2000)}-{self.draw.randint(1, 12):02}" if at % 2 else None,
                addresses=(f"{at} Mill Street, Hillford, {self._code()}",) if at % 5 == 0 else (),
            )
            for at in range(SOUGHT)
        ]


def looked_for(number: int, plain: int = OFFICERS) -> None:
    """Look for all among so many officers and print what that took."""
    register = Register()
    sought = register.sought()
    begun, processed = time.perf_counter(), time.process_time()
    levels: Counter[str] = Counter()
    compared_ = 0
    for at, officer in candidates(sought, register.officers(number), plain):
        compared_ += 1
        found = compared(sought[at], officer)
        levels[found.level if found else "none"] += 1
    spent, used = time.perf_counter() - begun, time.process_time() - processed
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    way = "DuckDB" if plain < SOUGHT else "dictionaries"
    print(f"{SOUGHT} among {number:,} by way of {way}: {spent:.1f} s ({used:.1f} s of CPU), peak {peak:.0f} MiB")
    print(f"  compared {compared_:,}: {', '.join(f'{levels[one]} {one}' for one in sorted(levels))}")


def main() -> None:
    """Look once, and print the bar."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    looked_for(numbers[0] if numbers else OFFICERS)
    if "--spilled" in sys.argv:
        looked_for(SPILLED)
        looked_for(SPILLED, 0)
    print(BAR)


if __name__ == "__main__":
    main()
