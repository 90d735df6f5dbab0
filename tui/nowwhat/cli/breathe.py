"""`nowwhat breathe`: a breathing alone, with no session around it."""

import click

from nowwhat.cli.dialogues import open_lines
from nowwhat.cli.options import everywhere
from nowwhat.cli.screen import show, why_lines
from nowwhat.cli.surroundings import Surroundings

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
    from nowwhat.plain.breathing import Pacer  # noqa: PLC0415 - after the options are known
    from nowwhat.sitting.wording import fill  # noqa: PLC0415

    chosen = around.pack.pattern(pattern) if pattern else around.pack.patterns[0]
    if not bell and not why_lines(around):
        from nowwhat.app import Entrance  # noqa: PLC0415 - line mode needs no Textual

        return show(around, Entrance("breathe", pattern=chosen.id, seconds=minutes * 60))
    lines, words = open_lines(around), around.pack.words
    lines.say(f"{chosen.title}. {chosen.summary}")
    for caution in chosen.cautions:
        lines.say(caution)
    lines.say(fill(words.breath.keys, {"pause": words.command.pause[0]}))
    lines.say()
    pacer = Pacer(lines, around.clock, words.breath, words.command, keys_needed=False)
    bell = bell or around.preferences.bell
    breath = pacer.lead(chosen, minutes * 60, bell=bell)
    lines.say(words.breath.stayed if breath.ending == "stayed" else words.breath.left)
    return 0
