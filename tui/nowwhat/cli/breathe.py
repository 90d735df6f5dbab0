"""`nowwhat breathe`: a breathing alone, with no session around it."""

from math import isnan
from typing import TYPE_CHECKING

import click

from nowwhat.cli.options import everywhere
from nowwhat.cli.screen import show, why_lines
from nowwhat.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from nowwhat.session.breathing import Pattern

MOST_MINUTES = 60


@click.command(
    epilog="""\b
Examples:
  nowwhat breathe                      in 4, out 6, for two minutes
  nowwhat breathe box --minutes 3
  nowwhat breathe grounding            eyes open, nothing to do with the breath
  nowwhat breathe --bell               silent, a bell at each turn
"""
)
@click.argument("pattern", required=False, default="")
@click.option("--minutes", type=click.FloatRange(0.2, MOST_MINUTES), default=2.0, show_default=True)
@click.option("--bell", is_flag=True, help="A bell at each turn instead of a line.")
@everywhere
@click.pass_obj
def breathe(around: Surroundings, pattern: str, minutes: float, bell: bool) -> int:  # noqa: FBT001
    """Breathe by the clock: PATTERN is extended-exhale, coherent, box, grounding and others."""
    if isnan(minutes):  # which is in no range, and outside of none
        raise click.UsageError("--minutes takes a number, not nan")
    chosen = around.pack.pattern(pattern) if pattern else around.pack.patterns[0]
    if not bell and not why_lines(around):
        from nowwhat.screens.entrance import Entrance  # noqa: PLC0415 - line mode needs none

        return show(around, Entrance("breathe", pattern=chosen.id, seconds=minutes * 60))
    return _in_lines(around, chosen, minutes * 60, bell=bell)


def _in_lines(around: Surroundings, chosen: "Pattern", seconds: float, *, bell: bool) -> int:
    """Lead a breathing in lines; the screen needs none of what this imports."""
    from nowwhat.cli.dialogues import open_lines  # noqa: PLC0415 - see above
    from nowwhat.plain.breathing_alone import breathe_alone  # noqa: PLC0415

    desk, lines = around.desk(), open_lines(around)
    breathe_alone(desk, lines, chosen, seconds, bell=bell, keys_needed=False)
    return 0
