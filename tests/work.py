"""How much work a call takes, in steps that are the same on a busy machine and an idle one.

A step is a line that Python runs, and each further round of a loop written on one line. What a library written in C does
inside one call is not seen (a regular expression, the search of a list): there only a ceiling against hanging can be held.
"""

import sys
import time
from contextlib import contextmanager


def steps(work):
    """How many steps a piece of work takes."""
    counted = 0

    def count(frame, event, argument):
        nonlocal counted
        counted += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted


def grown(made, few, times=8):
    """The steps of a small piece of work and of one that has `times` as much before it.

    `made(size)` prepares, uncounted, and returns the work. Both pieces run once before, so that what is remembered from one call
    to the next (rules that were read, words of a name) is counted for neither, whichever tests ran earlier. Growth in step makes
    the second count `times` the first, growth with the square the square of that.
    """
    for size in (few, few * times):
        made(size)()
    return steps(made(few)), steps(made(few * times))


@contextmanager
def ends(seconds=20):
    """Hold a ceiling, many times what the work takes on a quiet machine, against work that practically never ends."""
    begun = time.process_time()
    yield
    spent = time.process_time() - begun
    assert spent < seconds, (
        f"{spent:.0f} s of CPU: it all but hangs. This guards against hanging and is no measure of speed"
    )
