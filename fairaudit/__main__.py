"""The console command: runs the command line and ends the process."""

from __future__ import annotations

import os
import sys
import traceback


def script() -> None:
    """Run the command line, then end at once: tearing down the libraries would take a tenth of the run and frees nothing."""
    from fairaudit.cli import main

    # Whoever closed them wants to see nothing: that is no fault, and no finding either.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # open until the process ends
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # as above
    status = 0
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1 if end.code else 0
    except BaseException:  # noqa: BLE001  # whatever it is, the process ends below
        # A bug of ours shows itself whole, and never as 1, which would read as findings.
        traceback.print_exc()
        status = 2
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        status = 2
    os._exit(status)


if __name__ == "__main__":
    script()
