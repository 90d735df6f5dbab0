"""Care from anywhere: people and numbers, a grounding, another country; then a way on."""

from contextlib import suppress

from msgspec.structs import replace

from nowwhat.screens.stage import Stage
from nowwhat.sitting.care import care_lines
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice
from nowwhat.store.errors import StoreError

_GROUNDING = "grounding"
"""Id of the pattern that has nothing to do with the breath; every pack has it."""

_SECONDS = 90.0


async def care(
    desk: Desk, stage: Stage, kind: str, *, in_sitting: bool, committed: bool = False
) -> str:
    """Show care until the person goes on.

    Args:
        desk: Words, numbers, preferences.
        stage: Where it is shown.
        kind: The kind of call for help that was heard; empty where they just asked.
        in_sitting: A session is open; it may be set down.
        committed: Not any more: "I will" was said in it.

    Returns:
        The way on: `back`, or `carry_on`, `set_down`, `leave`, `misread`.
    """
    ways = _ways(desk, heard=bool(kind), in_sitting=in_sitting)
    if committed:
        ways = [way for way in ways if way.id != "set_down"]
    while True:
        country, today = desk.preferences().country, desk.clock.now().at.date()
        unsaid = desk.pack.words.refuge.no_country
        lines = tuple(care_lines(desk.pack.care, country, today, kind, unsaid=unsaid))
        chosen = await stage.refuge(lines, ways)
        match chosen:
            case "ground":
                await stage.breathe(desk.pack.pattern(_GROUNDING), _SECONDS)
            case "country":
                await _ask_country(desk, stage)
            case _:
                return chosen


def _ways(desk: Desk, *, heard: bool, in_sitting: bool) -> list[Choice]:
    """List the ways on; after a call for help that was heard, those of the care words."""
    words, fixed = desk.pack.words.refuge, desk.pack.care.words
    stay = [Choice("ground", words.ground), Choice("country", words.country)]
    if heard and in_sitting:
        return [
            Choice("carry_on", fixed.carry_on),
            *stay,
            Choice("set_down", fixed.set_down),
            Choice("leave", fixed.leave),
            Choice("misread", fixed.misread),
        ]
    down = [Choice("set_down", words.set_down)] if in_sitting else []
    return [Choice("back", words.back), *stay, *down]


async def _ask_country(desk: Desk, stage: Stage) -> None:
    choices = [Choice(c.code, c.name) for c in desk.pack.care.country]
    chosen = await stage.ask(desk.pack.words.refuge.country_ask, choices, otherwise="back")
    if chosen != "back":
        with suppress(StoreError):  # the numbers matter more than remembering
            await stage.aside(lambda: desk.prefer(replace(desk.preferences(), country=chosen)))
