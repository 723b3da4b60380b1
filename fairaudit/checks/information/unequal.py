"""How far apart the best- and the worst-treated bidder are in the time they had."""

from datetime import timedelta

from fairaudit.frozen import Frozen


class UnequalTime(Frozen):
    """Who had the longest and who the shortest time, and how far apart these are."""

    best: tuple[str, ...]
    longest: timedelta
    worst: tuple[str, ...]
    shortest: timedelta
    difference: timedelta
