"""What breathing costs: a server leads hundreds of people through it at once."""

import pytest
from tests.end_to_end.inside import Inside
from tests.screens.living import Guest
from tests.screens.quick import Timers
from tests.widgets.breathing_alone import PACED, breathe
from textual._compositor import Compositor

from nowwhat.session.breathing import Pattern

SECONDS = 30.0


@pytest.mark.parametrize("pattern", PACED, ids=lambda pattern: pattern.id)
def test_nothing_is_laid_out_anew_while_it_runs(
    inside: Inside, timers: Timers, pattern: Pattern, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = 0
    reflow = Compositor.reflow

    def counted(*args: object, **named: object) -> object:
        nonlocal laid_out
        laid_out += 1
        return reflow(*args, **named)  # type: ignore[arg-type]  # whatever it takes

    async def living(guest: Guest) -> None:
        nonlocal laid_out
        await timers.advance(1.0)
        await guest.pilot.pause()
        monkeypatch.setattr(Compositor, "reflow", counted)
        seen = set()
        for _ in range(int(SECONDS)):
            await timers.advance(1.0)
            await guest.pilot.pause()
            seen.add(tuple(guest.rows))
        assert len(seen) > SECONDS / 2
        assert laid_out == 0
        await guest.pilot.press("c")  # the count goes, and all moves by a line
        await guest.pilot.pause()
        assert laid_out > 0

    breathe(inside, pattern, living)
