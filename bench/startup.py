"""How long one whole run takes, against importing the libraries the core is built on. Prints figures, asserts nothing.

python bench/startup.py [CASE]
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

PAIRS = 10
BAR = 2.2
IMPORTS = "import typer, pydantic, yaml, rich, jinja2"
# An installed copy has its byte code, so the one that is measured may keep its own.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: list[str]) -> float:
    """Return how long a process takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Time the pairs in turn, after one warm-up of each."""
    case = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parent.parent / "examples" / "eye-clinic")
    ours = [str(Path(sys.executable).parent / "fairaudit"), "check", case, "--fail-on", "never", "--no-config"]
    theirs = [sys.executable, "-c", IMPORTS]
    seconds(ours), seconds(theirs)
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(PAIRS)]
    run, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"fairaudit check {Path(case).name}: {run * 1000:.0f} ms (median of {PAIRS})")
    print(f'python -c "{IMPORTS}": {bare * 1000:.0f} ms')
    print(f"ratio, pair by pair: {ratio:.2f} (bar: {BAR})")


if __name__ == "__main__":
    main()
