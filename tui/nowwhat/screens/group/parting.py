"""What is said in the terminal when a walk, or its notes, are left."""

from nowwhat.group.walking import Led
from nowwhat.packs.filling import fill
from nowwhat.packs.words import Words
from nowwhat.screens.entrance import Parting
from nowwhat.sitting.showing import line_of

_MINUTE = 60.0
_MOST = 60
"""Characters of a line that names a step."""


def part_from(led: Led, words: Words, *, notes: bool) -> Parting:
    """Say what there is to say."""
    return _from_notes(led, words) if notes else _from_walk(led, words)


def _from_walk(led: Led, words: Words) -> Parting:
    """Say what was planned and what was taken, and how many hands went up."""
    walk, said, script = led.walk, words.walk, led.script
    if walk.pace.at < 0:
        return Parting()
    taken = walk.pace.taken(led.elapsed())
    planned = [stop.seconds for stop in walk.pace.agenda]
    whole = {"minutes": _told(sum(planned)), "taken": _told(sum(taken)), "title": script.title}
    rows = [
        {
            "planned": f"{_told(plan):>5}",
            "taken": f"{_told(took):>5}",
            "words": _line(led, stop.step),
        }
        for stop, plan, took in zip(walk.pace.agenda, planned, taken, strict=True)
    ]
    hands = [{"count": f"{s.count:>5}", "words": _line(led, s.step)} for s in walk.hands]
    return Parting(
        lines=(
            fill(said.planned_actual, whole),
            *(fill(said.row, row) for row in rows),
            *([said.hands_kept] if hands else []),
            *(fill(said.row_hands, row) for row in hands),
        )
    )


def _from_notes(led: Led, words: Words) -> Parting:
    """Say why they end, where the walk does not go on."""
    said = words.walk_notes
    match led.over:
        case "left":
            return Parting(lines=(said.walk_left,))
        case "lost":
            shown = led.walk.shown
            told = {"script": led.script.id, "step": shown or led.walk.blocks[0][0]}
            return Parting(2, (fill(said.walk_lost, told),))
        case _:
            return Parting()


def _told(seconds: float) -> str:
    return f"{seconds / _MINUTE:.1f}"


def _line(led: Led, step: str) -> str:
    line = line_of(led.script.step(step))
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
