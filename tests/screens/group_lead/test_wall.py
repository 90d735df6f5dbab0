"""The wall of a room: what all may read, and nothing else."""

import pytest
from tests.end_to_end.inside import Inside
from tests.screens.group_lead.gathered import (
    CODE,
    JOINING,
    SCRIPT,
    SENTINEL,
    WORDS,
    Gathered,
    at_console,
)
from tests.screens.living import Guest
from tests.screens.projecting import drawn
from tests.screens.quick import Timers, quick, timers
from textual.widgets import Digits

from nowwhat.group.commands import (
    BreatheTogether,
    CloseSharing,
    End,
    Hide,
    OpenSharing,
    Ready,
    Share,
)
from nowwhat.group.pace import Forward, Pause
from nowwhat.widgets.letters import Letters

__all__ = ["quick", "timers"]

SAID = WORDS.wall
SIX = ("Ada", "Ben", "Cleo", "Dov", "Eun", "Fay")


def large(guest: Guest, where: str = "#sheet-ask") -> str:
    return str(guest.screen.query_one(where, Letters).content)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
def test_the_lobby_says_how_to_join(inside: Inside, size: tuple[int, int]) -> None:
    async def living(guest: Guest) -> None:
        assert guest.sees(CODE)
        assert all(guest.sees(line) for line in JOINING.lines)
        assert large(guest) in drawn(CODE, min(size[0] - 9, 100))

    at_console(inside, Gathered(inside.clock), living, wall=True, size=size)


def test_it_shows_what_is_open_and_the_time(inside: Inside) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*SIX)

    async def living(guest: Guest) -> None:
        gathered.ask(Forward(), Forward(), Forward())
        gathered.ask(Ready(), by=3)
        await guest.settle()
        assert guest.sees("We write in silence.")
        assert guest.sees("3 of 16")
        assert guest.sees("6 here, 1 ready")
        assert guest.sees("●○○○○○")
        assert guest.sees(CODE)
        gathered.passes(30)
        gathered.ask(Pause())
        await guest.settle()
        assert guest.screen.query_one("#wall-time", Digits).value.strip() == "4:30"
        assert guest.sees(WORDS.walk.paused)
        gathered.ask(End())
        await guest.settle()
        assert large(guest) in drawn(SAID.end, 71)

    at_console(inside, gathered, living, wall=True)


def test_under_five_there_are_some(inside: Inside) -> None:
    gathered = Gathered(inside.clock)
    gathered.come(*SIX[:4])

    async def living(guest: Guest) -> None:
        assert guest.sees(SAID.few)
        gathered.ask(Forward())
        gathered.ask(Ready(), by=1)
        await guest.settle()
        assert guest.sees(SAID.few)
        assert not guest.sees("4 here")
        assert not guest.sees("●")

    at_console(inside, gathered, living, wall=True)


@pytest.mark.usefixtures("timers")
def test_all_breathe_in_one_phase_also_who_looks_late(inside: Inside, timers: Timers) -> None:
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        gathered.ask(Forward(), BreatheTogether("extended-exhale"))
        timers.clock.gone += 1000 * 10 + 4.5  # thousand cycles, and half a second out
        await guest.settle()
        assert large(guest, "#together-word") in drawn("Out 6", 80)
        await timers.advance(6)
        assert large(guest, "#together-word") in drawn("In 4", 80)
        gathered.ask(Forward())
        await guest.settle()
        assert not guest.screen.has_class("-breathing")

    at_console(inside, gathered, living, wall=True)


@pytest.mark.usefixtures("timers")
def test_the_board_is_shown_while_sharing_is_open_a_leaf_at_a_time(
    inside: Inside, timers: Timers
) -> None:
    gathered = Gathered(inside.clock)
    names = tuple(f"Ada {n}" for n in range(12))
    gathered.come(*names)

    async def living(guest: Guest) -> None:
        gathered.ask(Forward(), OpenSharing())
        await guest.settle()
        assert guest.sees(SAID.board_open)
        for who in range(1, 13):
            gathered.ask(Share(f"thing number {who} of mine", "action", named=who == 5), by=who)
        gathered.ask(Hide(next(each.id for each in gathered.room.shared if each.by == 7)))
        await guest.settle()
        seen: set[int] = set()
        for _ in range(12):
            seen |= {n for n in range(1, 13) if guest.sees(f"thing number {n} of mine")}
            await timers.advance(15)
        assert seen == {*range(1, 13)} - {7}
        gathered.ask(CloseSharing())
        await guest.settle()
        assert not guest.sees("thing number")

    at_console(inside, gathered, living, wall=True)


def test_leaving_it_ends_nothing(inside: Inside) -> None:
    gathered = Gathered(inside.clock)

    async def living(guest: Guest) -> None:
        await guest.press("escape", "space", "b")
        assert "".join(guest.rows).strip() == ""
        await guest.press("b", "q")

    parting = at_console(inside, gathered, living, wall=True)
    assert parting is not None
    assert parting.status == 0
    assert gathered.room.phase == "lobby"


def test_nothing_private_is_ever_on_it(inside: Inside) -> None:
    """A whole hour: no name that was not put to something, no note, nothing that was not shared."""
    gathered = Gathered(inside.clock, people=12)
    notes = [line for step in SCRIPT.steps for line in step.notes.split("\n") if line]
    seen: list[str] = []

    async def living(guest: Guest) -> None:
        while not gathered.room.pace.over:
            gathered.passes(90)
            if gathered.room.pace.at == 14:
                gathered.ask(OpenSharing())
            await guest.settle()
            seen.append(" ".join(" ".join(guest.rows).split()))
            gathered.ask(Forward())
        assert all(person.state.given for person in gathered.rehearsal.people[:3])

    at_console(inside, gathered, living, wall=True, size=(120, 40))
    whole = "\n".join(seen)
    names = {each.name for each in gathered.room.participants if each.name}
    assert len(names) > 5
    named = {each.by for each in gathered.room.shared if each.named}
    hidden = {each.name for each in gathered.room.participants if each.id not in named} - {""}
    assert hidden
    assert [n for n in hidden if f"{n}:" in whole or f" {n} " in whole] == []
    assert SENTINEL not in whole
    assert [note for note in notes if len(note) > 20 and note[:40] in whole] == []
    said = [g.value for p in gathered.rehearsal.people for g in p.state.given]
    assert any(SENTINEL in str(value) for value in said), "it was typed"
