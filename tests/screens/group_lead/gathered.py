"""A room with simulated people, at a clock of the test, and somebody who leads it or looks on."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK
from tests.plain.person import FrozenClock
from tests.screens.living import Guest
from tests.screens.sitting_down import desk_of

from nowwhat.app import Entrance, NowWhat, Parting, Terminal
from nowwhat.group.agenda import agenda_of
from nowwhat.group.answering import Lines
from nowwhat.group.commands import Attend, Command, Join, Reached, Ready
from nowwhat.group.hub import LocalHub
from nowwhat.group.link import facilitators_link, walls_link
from nowwhat.group.pace import Pace
from nowwhat.group.rehearsal import Rehearsal
from nowwhat.group.room import Room
from nowwhat.group.rules import By
from nowwhat.screens.entrance import Joining

CODE = "amber-lake-fox"
JOINING = Joining(
    lines=(f"ssh -p 2222 {CODE}@192.168.1.20", "For lines: the same name with +plain behind it."),
    command=f"ssh -p 2222 {CODE}@192.168.1.20",
    leaving="The room goes on.",
    draw=lambda: 5,
)
WORDS = PACK.words
SCRIPT = PACK.script("group")
SENTINEL = "zzprivatezz"
LINES = Lines(
    names=("Ada", "Ben", "Cleo", "Dov"),
    insights=(f"I have understood {SENTINEL}.",),
    actions=("call the clinic", "sort three papers", "write to Ann"),
    plans=(f"{SENTINEL} at six",),
)


class Gathered:
    """A room in this process.

    Attributes:
        hub: Carries it.
        mishaps: What broke.
    """

    def __init__(self, clock: FrozenClock, people: int = 0, seed: int = 3) -> None:
        self.clock = clock
        self.mishaps: list[Exception] = []
        self.hub = LocalHub(self.clock.elapsed, self.mishaps.append)
        now = self.clock.elapsed()
        patterns = tuple(pattern.id for pattern in PACK.patterns)
        self.hub.open(
            Room(CODE, "group", Pace(agenda_of(SCRIPT)), 7, now, now + 9999, patterns=patterns)
        )
        self.hub.send(CODE, Attend("l"), "facilitator")
        self.rehearsal = Rehearsal(
            self.hub,
            CODE,
            SCRIPT,
            max(1, people),
            clock=self.clock.elapsed,
            seed=seed,
            lines=LINES,
            judge=PACK.coach.judge,
            day=date(2026, 11, 24),
        )
        self._lives = bool(people)

    @property
    def room(self) -> Room:
        room = self.hub.room(CODE)
        assert room is not None
        return room

    def ask(self, *commands: Command, by: By = "facilitator") -> None:
        for command in commands:
            self.hub.send(CODE, command, by)

    def come(self, *names: str) -> None:
        """Let people come in who do nothing by themselves."""
        for name in names:
            self.ask(Join(f"t-{len(self.room.participants)}", name), by="newcomer")

    def reach(self, count: int) -> None:
        """Let so many be at the open stop."""
        for who in range(1, count + 1):
            self.ask(Reached(self.room.pace.at), by=who)

    def be_ready(self, count: int) -> None:
        """Let so many be ready to go on."""
        for who in range(1, count + 1):
            self.ask(Ready(), by=who)

    def passes(self, seconds: float) -> None:
        """Let time go by, and the simulated people live."""
        for _ in range(int(seconds)):
            self.clock.gone += 1
            if self._lives:
                self.rehearsal.live()


Live = Callable[[Guest], Awaitable[None]]


def at_console(
    inside: Inside,
    gathered: Gathered,
    living: Live,
    *,
    size: tuple[int, int] = (80, 24),
    wall: bool = False,
    joining: Joining = JOINING,
    prepare: Callable[[NowWhat], None] = lambda _: None,
) -> Parting | None:
    """Show a room to whoever leads it, or on its wall, and let somebody be there."""

    async def go() -> Parting | None:
        app = seat(inside, gathered, wall=wall, joining=joining)
        prepare(app)
        async with app.run_test(size=size) as pilot:
            guest = Guest(app, pilot)
            await guest.settle()
            await living(guest)
        assert not app.failed, app.sentence
        assert gathered.mishaps == []
        return app.return_value

    return asyncio.run(go())


def seat(
    inside: Inside, gathered: Gathered, *, wall: bool = False, joining: Joining = JOINING
) -> NowWhat:
    """Give the application of somebody who leads, or of a wall."""
    clock = gathered.clock.elapsed
    link = walls_link if wall else facilitators_link
    entrance = Entrance(
        "wall" if wall else "lead", room=link(gathered.hub, CODE, clock), joining=joining
    )
    return NowWhat(desk_of(inside), entrance, terminal=Terminal(still=True), folder=inside.folder)
