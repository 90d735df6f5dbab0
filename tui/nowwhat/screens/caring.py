"""Care from anywhere: people and numbers, a grounding, another country; then back."""

from msgspec.structs import replace

from nowwhat.screens.stage import Stage
from nowwhat.sitting.care import care_lines
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice

_GROUNDING = "grounding"
"""Id of the pattern that has nothing to do with the breath; every pack has it."""

_SECONDS = 90.0


async def care(desk: Desk, stage: Stage, kind: str, *, may_set_down: bool) -> bool:
    """Show care until the person goes back.

    Args:
        desk: Words, numbers, preferences.
        stage: Where it is shown.
        kind: The kind of call for help that was heard; empty where they just asked.
        may_set_down: A session is open and may be set down.

    Returns:
        Whether the session is to be set down.
    """
    while True:
        country, today = desk.preferences().country, desk.clock.now().at.date()
        lines = tuple(care_lines(desk.pack.care, country, today, kind))
        match await stage.refuge(lines, may_set_down=may_set_down):
            case "ground":
                await stage.breathe(desk.pack.pattern(_GROUNDING), _SECONDS)
            case "country":
                await _ask_country(desk, stage)
            case "set_down":
                return True
            case _:
                return False


async def _ask_country(desk: Desk, stage: Stage) -> None:
    choices = [Choice(c.code, c.name) for c in desk.pack.care.country]
    chosen = await stage.ask(desk.pack.words.refuge.country_ask, choices, otherwise="back")
    if chosen != "back":
        desk.prefer(replace(desk.preferences(), country=chosen))
