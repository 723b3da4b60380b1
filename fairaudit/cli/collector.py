"""How the collector of unused memory runs during an audit, in which much is loaded that stays."""

import gc


def keep_off_what_is_loaded() -> None:
    """Let the collector look at cases alone: memory stays flat over many of them, and libraries and rules cost nothing."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    gc.enable()
