"""What breathing costs: a server leads hundreds of people through it at once."""

import pytest
from tests.end_to_end.inside import Inside
from tests.screens.living import BRIDGE_IN, Guest, live
from tests.screens.quick import Timers
from tests.widgets.breathing_alone import PACED, breathe
from textual._compositor import Compositor

from nowwhat.session.breathing import Pattern

SECONDS = 30.0


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one whenever a screen is laid out."""
    times: list[str] = []
    reflow = Compositor.reflow

    def counted(*args: object, **named: object) -> object:
        times.append("again")
        return reflow(*args, **named)  # type: ignore[arg-type]  # whatever it takes

    monkeypatch.setattr(Compositor, "reflow", counted)
    return times


@pytest.mark.parametrize("pattern", PACED, ids=lambda pattern: pattern.id)
def test_nothing_is_laid_out_anew_while_it_runs(
    inside: Inside, timers: Timers, pattern: Pattern, laid_out: list[str]
) -> None:
    async def living(guest: Guest) -> None:
        await timers.advance(1.0)
        await guest.pilot.pause()
        laid_out.clear()
        seen = set()
        for _ in range(int(SECONDS)):
            await timers.advance(1.0)
            await guest.pilot.pause()
            seen.add(tuple(guest.rows))
        assert len(seen) > SECONDS / 2
        assert not laid_out
        await guest.pilot.press("c")  # the count goes, and all moves by a line
        await guest.pilot.pause()
        assert laid_out

    breathe(inside, pattern, living)


def test_a_step_is_laid_out_once(inside: Inside, laid_out: list[str]) -> None:
    async def living(guest: Guest) -> None:
        await guest.write("I avoid her")
        await guest.press("6", "enter")  # steps are mounted when they are first met
        await guest.press("f3")
        for keys in (("6", "enter"), ("f3",)):
            laid_out.clear()
            await guest.press(*keys)
            assert len(laid_out) == 1, keys

    live(inside, BRIDGE_IN, living)
