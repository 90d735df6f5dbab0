"""A breathing alone, in lines, with no session around it."""

from nowwhat.packs.filling import fill
from nowwhat.plain.asides import Asides
from nowwhat.plain.breathing import Pacer
from nowwhat.plain.commands import LeaveAsked
from nowwhat.plain.lines import Lines
from nowwhat.session.breathing import Pattern
from nowwhat.sitting.desk import Desk


def breathe_alone(
    desk: Desk,
    lines: Lines,
    pattern: Pattern,
    seconds: float,
    *,
    bell: bool = False,
    keys_needed: bool = True,
) -> None:
    """Lead one, and say how it ended.

    Args:
        desk: Words, clock, choices.
        lines: Where it is spoken.
        pattern: What is breathed.
        seconds: About how long.
        bell: A bell at each turn instead of a line; also where the person chose so.
        keys_needed: As in `Pacer`.

    Raises:
        EndOfInputError: No more lines come, and they are needed.
    """
    words, asides = desk.pack.words, Asides.at(desk, lines)
    lines.say(f"{pattern.title}. {pattern.summary}")
    for caution in pattern.cautions:
        lines.say(caution)
    lines.say(fill(words.breath.keys, {"pause": words.command.pause[0]}))
    lines.say()
    pacer = Pacer(
        lines,
        desk.clock,
        words.breath,
        words.command,
        on_command=asides.heed,
        keys_needed=keys_needed,
    )
    try:
        breath = pacer.lead(pattern, seconds, bell=bell or desk.preferences().bell)
        stayed = breath.ending == "stayed"
    except LeaveAsked:
        stayed = False
    lines.say(words.breath.stayed if stayed else words.breath.left)
