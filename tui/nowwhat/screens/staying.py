"""Being at home: what is chosen is done, and one comes back, until a session ends it.

What a choice needs is imported when it is made: home is painted without it.
"""

# ruff: noqa: PLC0415 - as above

from contextlib import suppress
from typing import TYPE_CHECKING

from nowwhat.packs.words import Words
from nowwhat.screens.stage import Stage
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.prompt import Choice
from nowwhat.store.errors import StoreError

if TYPE_CHECKING:
    from nowwhat.sitting.parted import Parted

_SECONDS = 120.0
"""How long a breathing from home lasts at first; one key changes it."""


async def stay(desk: Desk, stage: Stage, default: str) -> "Parted | None":
    """Stay until a session has ended, or the person leaves.

    Args:
        desk: What a sitting works with.
        stage: Where it takes place.
        default: Id of the script that "a session" means.

    Returns:
        How the session ended; none where there was none.
    """
    said: tuple[str, ...] = ()
    if not desk.preferences().seen and not await _welcome(desk, stage):
        return None
    while True:
        chosen = await stage.come_home(said)
        said = ()
        match chosen:
            case "leave":
                return None
            case "park":
                said = await _park(desk, stage)
            case "ledger":
                parted = await _ledger(desk, stage, default)
                if parted is not None and _ended(parted):
                    return parted
                said = parted.says if parted else ()
            case "breathe":
                await _breathe(desk, stage)
            case _:
                parted = await _session(desk, stage, chosen, default)
                if _ended(parted):
                    return parted
                said = parted.says


def _ended(parted: "Parted") -> bool:
    from nowwhat.session.state import Ending

    return parted.ending is not Ending.OPEN


async def _welcome(desk: Desk, stage: Stage) -> bool:
    """Show what this is; say whether the person goes on."""
    chosen = await stage.first_run()
    if chosen is None:
        return False
    with suppress(StoreError):  # they are asked again next time
        await stage.aside(lambda: desk.prefer(chosen))
    return True


async def begin_from(desk: Desk, stage: Stage, script: str) -> "Parted":
    """Begin a script that was asked for elsewhere, after what comes before it."""
    return await _session(desk, stage, script, script)


async def _session(desk: Desk, stage: Stage, chosen: str, default: str) -> "Parted":
    from nowwhat.screens.visit import lead
    from nowwhat.sitting.visit import Visit

    visit = Visit(desk)
    if chosen.startswith("resume:"):
        return await lead(visit.take_up(chosen.removeprefix("resume:")), stage)
    script = desk.pack.solo(default if chosen in ("session", "full") else chosen)
    return await lead(visit.run(script, "full" if chosen == "full" else "short"), stage)


async def _ledger(desk: Desk, stage: Stage, default: str) -> "Parted | None":
    """Look back; none where no session was begun from there."""
    from nowwhat.screens.looking import look

    begun = await look(desk, stage)
    return await _session(desk, stage, begun, default) if begun else None


async def _park(desk: Desk, stage: Stage) -> tuple[str, ...]:
    from nowwhat.screens.caring import care
    from nowwhat.sitting.parking import park

    words: Words = desk.pack.words
    raw = await stage.write(words.home.park_ask, hint=words.front.park_hint)
    try:
        said = await stage.aside(lambda: park(raw, desk.journal, desk.clock.now(), words))
    except StoreError as error:
        said = (str(error),)
    kind = desk.coach.hears(raw) if raw else ""
    if kind:
        await care(desk, stage, kind, in_sitting=False)
    return said


async def _breathe(desk: Desk, stage: Stage) -> None:
    words = desk.pack.words.front
    choices = [Choice(p.id, p.title, p.summary) for p in desk.pack.patterns]
    chosen = await stage.ask(words.breathe_ask, choices, otherwise="back")
    if chosen != "back":
        await stage.breathe(desk.pack.pattern(chosen), _SECONDS)
