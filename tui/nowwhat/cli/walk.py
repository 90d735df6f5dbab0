"""`nowwhat walk`: a group is led on one shared screen, and its notes stand in another terminal."""

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.screen import need_screen, show
from nowwhat.cli.surroundings import Surroundings

DEFAULT = "group"


@click.command(
    epilog="""\b
Examples:
  nowwhat walk                 on the screen that the room sees
  nowwhat walk --notes         in a second terminal: what to say, what comes next
  nowwhat walk --at door       go on where a walk was cut off

\b
Space, Page Down or a presenter's clicker goes on; F1 tells all keys.
Exit status: 0 left, 2 no such script, a walk runs already, or none does.
"""
)
@click.argument("script", required=False, default="")
@click.option("--notes", is_flag=True, help="The notes of the walk that runs in another terminal.")
@click.option("--at", metavar="STEP", default="", help="Begin at this step of the script.")
@everywhere
@click.pass_obj
def walk(around: Surroundings, script: str, notes: bool, at: str) -> int:  # noqa: FBT001
    """Lead a group through SCRIPT on one shared screen. No server: people write on paper.

    SCRIPT is the group's own unless another is named.
    """
    if notes:
        if script or at:
            raise click.UsageError("--notes are those of the walk that runs; it takes no script")
        return _notes(around)
    return _walk(around, script or DEFAULT, at)


def _walk(around: Surroundings, name: str, at: str) -> int:
    from nowwhat.cli.walking import Reception, WalkRunsError, listening, only_walk  # noqa: PLC0415
    from nowwhat.group.walk import NoStopsError, begin, begin_at  # noqa: PLC0415
    from nowwhat.group.walking import Walking  # noqa: PLC0415
    from nowwhat.packs.faults import UnknownNameError  # noqa: PLC0415
    from nowwhat.screens.entrance import Entrance  # noqa: PLC0415
    from nowwhat.settings.runtime import RuntimeFolderError, find_runtime  # noqa: PLC0415

    script = around.pack.script(name)
    elapsed = around.clock.elapsed
    try:
        first = begin_at(script, at, elapsed()) if at else begin(script)
    except NoStopsError:
        raise click.ClickException(
            f"{name} cannot be walked: none of its steps has minutes; try: nowwhat walk"
        ) from None
    except KeyError:
        shown = [step for block in begin(script).blocks for step in block]
        raise UnknownNameError(f"step of {name}", at, shown) from None
    need_screen(around, "walk")
    walking, folder = Walking(script, first, elapsed), find_runtime(around.environ)
    try:
        with only_walk(folder), listening(folder) as found:
            beside = Reception(walking).open(found)
            return show(around, Entrance("walk", script=name), led=walking, beside=beside)
    except WalkRunsError:
        raise click.ClickException(
            "a walk of yours runs already; its notes: nowwhat walk --notes"
        ) from None
    except RuntimeFolderError as error:
        raise click.ClickException(str(error)) from None


def _notes(around: Surroundings) -> int:
    from nowwhat.cli.attaching import NoWalkError, attached  # noqa: PLC0415 - as above
    from nowwhat.screens.entrance import Entrance  # noqa: PLC0415
    from nowwhat.settings.runtime import find_runtime  # noqa: PLC0415

    try:
        with attached(find_runtime(around.environ), around.clock.elapsed) as led:
            need_screen(around, "walk")
            return show(around, Entrance("notes"), led=led, beside=led.open())
    except NoWalkError:
        raise click.ClickException(
            "no walk of yours runs; begin one in another terminal: nowwhat walk"
        ) from None
