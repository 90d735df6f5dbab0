"""`nowwhat`: finds the command, runs it, and turns every way out into an exit status."""

import gc
import sys

from nowwhat import __version__


def main() -> None:
    """Run the program on the command line it was given, and exit."""
    if sys.argv[1:] == ["--version"]:  # nothing else is needed for it
        sys.stdout.write(f"nowwhat {__version__}\n")
        return
    gc.disable()  # nothing that start-up makes is rubbish; app and lines allow it again
    from nowwhat.cli.running import run  # noqa: PLC0415 - see above
    from nowwhat.cli.surroundings import Surroundings  # noqa: PLC0415 - see above

    sys.exit(run(sys.argv[1:], Surroundings()))
