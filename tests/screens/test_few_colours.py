"""Sixteen colours, and none: what is told, is told by more than a colour."""

import pytest
from rich.color import ColorType
from tests.end_to_end.inside import Inside
from tests.screens.everywhere import in_turn, walk
from tests.screens.focusing import Frame, see_focus
from tests.screens.living import HOME, Guest, live
from tests.screens.looking import cells_of

from nowwhat.app import Terminal
from nowwhat.widgets.choices import Choices

FEW = ("nowwhat-16-light", "nowwhat-16-dark")


def colours(frame: Frame) -> set[ColorType]:
    """Kinds of colours in a frame; the terminal's own are none."""
    return {c.type for row in frame for cell in row for c in (cell.fg, cell.bg) if c is not None}


@pytest.mark.usefixtures("timers")
def test_sixteen_colours_are_all_there_are(inside: Inside) -> None:
    seen: set[tuple[str, ColorType]] = set()

    async def living(guest: Guest) -> None:
        async def see(name: str) -> None:
            for theme in in_turn(guest, FEW):
                await guest.wear(theme)
                found = colours(cells_of(guest.strips))
                assert found <= {ColorType.STANDARD}, (theme, name)
                seen.update((theme, kind) for kind in found)

        await walk(guest, see)

    live(inside, HOME, living, first=True, terminal=Terminal(few=True))
    assert len(seen) == len(FEW), "there are colours in both"


def test_without_colour_there_is_none_and_the_keys_are_seen_to_be_somewhere(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    lost: list[str] = []

    async def living(guest: Guest) -> None:
        async def see(name: str) -> None:
            assert colours(cells_of(guest.strips)) == set(), name
            await see_focus(guest, lost, name, colour=False)

        await walk(guest, see)

    live(inside, HOME, living, first=True, terminal=Terminal(none=True))
    assert lost == []


@pytest.mark.parametrize("terminal", [Terminal(none=True, still=True), Terminal(still=True)])
def test_what_enter_takes_is_told_without_colour(inside: Inside, terminal: Terminal) -> None:
    async def living(guest: Guest) -> None:
        choices = guest.screen.query_one(Choices)
        top = choices.region.y
        rows = [top + choices.rows_of(number).start for number in range(2)]
        seen: list[list[list[tuple[str, frozenset[str]]]]] = []
        for key in ("home", "down"):
            await guest.press(key)
            frame = cells_of(guest.strips)
            seen.append([[cell.bare for cell in frame[y]] for y in rows])
        (first, second), (first_then, second_then) = seen
        assert first != first_then
        assert second != second_then

    live(inside, HOME, living, terminal=terminal)
