"""`nowwhat session`: one script, from an insight to one action."""

from typing import TYPE_CHECKING

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from nowwhat.session.script import Script

DEFAULT = "bridge"
NIGHTLY = "two-minutes"


@click.command(
    epilog="""\b
Examples:
  nowwhat session                    the bridge, short form
  nowwhat session --full             with prediction, ideas and confidence
  nowwhat session two-minutes        for a bad night
  nowwhat session --plain < answers  one answer a line
"""
)
@click.argument("name", required=False, default="")
@click.option("--full", is_flag=True, help="The full form, ten minutes or so.")
@everywhere
@click.pass_obj
def session(around: Surroundings, name: str, full: bool) -> int:  # noqa: FBT001 - click gives it so
    """Go through a session: NAME is bridge, two-minutes, rep, ladder or stuck.

    Before a new insight it asks what became of the action you chose last.
    """
    return sit(around, name, full=full)


def sit(around: Surroundings, name: str, *, full: bool = False) -> int:
    """Go through one script, on the full screen where there is one, else in lines."""
    from nowwhat.cli.screen import show, why_lines  # noqa: PLC0415 - after the name is known

    script = around.pack.solo(name or DEFAULT)
    if not why_lines(around):
        from nowwhat.screens.entrance import Entrance  # noqa: PLC0415 - line mode needs none

        nightly = "" if name else NIGHTLY
        return show(around, Entrance("session", script.id, nightly, full))
    return _sit_in_lines(around, script, name, full=full)


def _sit_in_lines(around: Surroundings, script: "Script", name: str, *, full: bool) -> int:
    from nowwhat.cli.dialogues import open_lines, status_of  # noqa: PLC0415 - see above
    from nowwhat.plain.commands import LeaveAsked  # noqa: PLC0415
    from nowwhat.plain.lines import EndOfInputError  # noqa: PLC0415 - after the name is known
    from nowwhat.plain.visit import Visit  # noqa: PLC0415

    around.ready_coach()
    lines = open_lines(around)
    visit = Visit(around.desk(), lines)
    try:
        offers = not name and lines.interactive
        nightly = around.pack.script(NIGHTLY) if offers else None
        ending = visit.run(script, "full" if full else "short", nightly=nightly)
        return 2 if visit.unsaved else status_of(ending)
    except KeyboardInterrupt:
        lines.say()
        lines.say(around.pack.words.plain.left)
        raise
    except LeaveAsked:
        lines.say(around.pack.words.plain.left)
        return 3
    except EndOfInputError:
        lines.say()
        lines.say(around.pack.words.plain.input_ended)
        return 3
