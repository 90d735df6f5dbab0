"""Breathing together, in lines: each turn is said when it comes for everybody in the room."""

from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.plain.lines import Lines
from nowwhat.session.breathing import Move, Pattern, Phase, phase_at
from nowwhat.sitting.attending import Room


def breathe_together(room: Room, pattern: Pattern, lines: Lines, words: Words) -> None:
    """Lead it until a line comes, or the room ends it.

    Args:
        room: Its clock says in which phase all are.
        pattern: What is breathed.
        lines: Where it is said.
        words: The words.
    """
    together = room.view().breathing
    lines.say(words.room_lines.breathe)
    while together is not None and room.view().breathing == together:
        standing = phase_at(pattern, max(0.0, room.now() - together.began))
        lines.say(_in_words(standing.phase, words))
        if lines.wait(standing.remains) is not None:
            lines.say(words.room_lines.breathe_left)
            return


def _in_words(phase: Phase, words: Words) -> str:
    said = words.breath.still if phase.move is Move.STILL else words.breath.phase
    return fill(said, {"word": phase.word, "seconds": f"{phase.seconds:g}"})
