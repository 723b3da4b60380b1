"""What a person types; one file per command, no logic of its own."""

from __future__ import annotations


def main() -> None:
    """Run the command line. Our own errors read like findings and end with status 2; anything else is a bug and shows."""
    import gc
    import os
    import sys

    # No installed package may hook into how a tender is read; asking which ones would like to costs a twentieth of a run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # A run reads a few files and ends: collecting while the libraries load costs a tenth of it and frees nothing.
    gc.disable()
    from fairaudit.cli.app import app
    from fairaudit.sources.document import FairauditError

    try:
        app(prog_name="fairaudit")
    except FairauditError as error:
        from fairaudit.engine.facts import clean
        from fairaudit.reports.characters import unheeded

        for fault in error.faults:
            # What is wrong may be a stranger's words: nothing in them colours, turns round, floods or commands the terminal.
            print(unheeded(f"error: {clean(str(fault), 600)}"), file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read our output has stopped reading; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(2)
    except OSError as error:
        if error.filename is not None:
            raise
        # What has no name is the output itself: a full disk behind `>`, a terminal that is gone.
        print(
            f"error: the output cannot be written: {error.strerror}; give it another place with -o FILE",
            file=sys.stderr,
        )
        sys.exit(2)
