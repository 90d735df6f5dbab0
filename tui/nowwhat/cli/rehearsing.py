"""`nowwhat lead --rehearse`: the whole hour alone, with simulated people, at up to 20 times."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from os import urandom
from typing import TYPE_CHECKING

import click

from nowwhat.cli.mishap import tell_of_mishap
from nowwhat.cli.screen import need_screen, show
from nowwhat.cli.surroundings import Surroundings
from nowwhat.group.agenda import agenda_of
from nowwhat.group.answering import Judge, Lines
from nowwhat.group.chance import Chance
from nowwhat.group.codes import room_code
from nowwhat.group.commands import Attend
from nowwhat.group.hub import LocalHub
from nowwhat.group.link import facilitators_link
from nowwhat.group.pace import Pace
from nowwhat.group.rehearsal import Rehearsal
from nowwhat.group.room import Room
from nowwhat.group.speed import FastClock
from nowwhat.packs.filling import fill
from nowwhat.screens.entrance import Entrance, Joining
from nowwhat.session.verdict import Verdict

if TYPE_CHECKING:
    from nowwhat.packs.pack import Pack
    from nowwhat.session.script import Script

_LOOKS = 5
"""Times a second at which the simulated people do what is due."""

_A_DAY = 24 * 3600.0


def rehearsed(around: Surroundings, name: str, count: int, speed: float, seed: int | None) -> int:
    """Let a facilitator practise; give the exit status.

    Args:
        around: What the command stands in.
        name: Id of the script.
        count: Simulated people, 1 to 200.
        speed: How much faster time goes, 1 to 20.
        seed: The same one gives the same people; none: any.
    """
    pack = around.pack
    script = pack.script(name)
    if script.setting != "group":
        led = ", ".join(pack.group_names)
        raise click.ClickException(f"{name} is gone through alone; for a group there is: {led}")
    need_screen(around, "lead")
    seed = int.from_bytes(urandom(4)) if seed is None else seed
    clock = FastClock(around.clock.elapsed, speed)
    hub = LocalHub(clock, lambda error: _note(around, error))
    code = _open(hub, pack, script, clock(), seed)
    rehearsal = Rehearsal(
        hub,
        code,
        script,
        count,
        clock=clock,
        seed=seed,
        lines=_lines(pack),
        judge=_judge_of(pack),
        day=around.clock.now().at.date(),
    )
    chance = Chance(seed, count + 1)
    joining = Joining(
        lines=_joining(pack, count, speed),
        leaving=pack.words.rehearse.leaving,
        draw=lambda: int(chance.between(0, 2**32)),
    )
    link = facilitators_link(hub, code, clock)
    entrance = Entrance("lead", script=script.id, room=link, joining=joining)
    status = show(around, entrance, beside=_going_on(rehearsal, hub, around))
    agenda = link.view().agenda
    told = {
        "taken": round(sum(each.actual for each in agenda)),
        "planned": round(sum(each.planned for each in agenda)),
    }
    if not status:
        click.echo(fill(pack.words.rehearse.parted, told), file=around.stdout)
    return status


def _open(hub: LocalHub, pack: "Pack", script: "Script", now: float, seed: int) -> str:
    code = room_code(pack.resume_words, Chance(seed, 0).one_of)
    room = Room(
        code=code,
        script=script.id,
        pace=Pace(agenda_of(script)),
        salt=seed,
        opened=now,
        expires=now + _A_DAY,
        patterns=tuple(pattern.id for pattern in pack.patterns),
    )
    hub.open(room)
    hub.send(code, Attend("rehearses"), "facilitator")
    return code


def _judge_of(pack: "Pack") -> Judge:
    """Give the coach's judgement; it is loaded when the first line is judged, and not before."""

    def judge(line: str) -> Verdict:
        return pack.coach.judge(line)

    return judge


def _lines(pack: "Pack") -> Lines:
    said = pack.rehearsal
    plans = (*said.whens, *(line for h in said.hindrances for line in (h.obstacle, h.response)))
    return Lines(said.names, said.insights, said.actions, plans)


def _joining(pack: "Pack", count: int, speed: float) -> tuple[str, ...]:
    words = pack.words.rehearse
    first = fill(words.joining, {"count": count})
    if speed > 1:
        first = f"{first}, {fill(words.speed, {'speed': f'{speed:g}'})}"
    return f"{first}.", words.nobody


def _note(around: Surroundings, error: Exception) -> None:
    tell_of_mishap(error, around)


@asynccontextmanager
async def _going_on(
    rehearsal: Rehearsal, hub: LocalHub, around: Surroundings
) -> AsyncIterator[None]:
    """Let the simulated people live as long as the screen is there."""

    async def live() -> None:
        while True:
            try:
                rehearsal.live()
                hub.expire()
            except Exception as error:  # noqa: BLE001 - the console goes on without them
                _note(around, error)
                return
            await asyncio.sleep(1 / _LOOKS)

    living = asyncio.ensure_future(live())
    try:
        yield
    finally:
        living.cancel()
        with suppress(asyncio.CancelledError):
            await living
