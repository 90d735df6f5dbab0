"""A facilitator goes through the whole hour with people who are simulated."""

from tests.end_to_end.inside import Inside
from tests.screens.group_lead.gathered import SENTINEL, WORDS, Gathered, at_console
from tests.screens.living import Guest
from tests.screens.quick import quick

from nowwhat.session.state import Ending

__all__ = ["quick"]

SAID, ASKED = WORDS.console, WORDS.errand


def test_the_whole_hour_is_led_with_twelve(inside: Inside) -> None:
    gathered = Gathered(inside.clock, people=12)
    seen: list[str] = []

    async def living(guest: Guest) -> None:
        gathered.passes(170)
        await guest.settle()
        while not gathered.room.pace.over:
            await guest.press("space")
            at = gathered.room.pace.at
            if at in (3, 12, 13):
                await guest.press({3: "b", 12: "s", 13: "u"}[at])
            if at == 3:
                await guest.choose("Longer out than in")
            stop = gathered.room.pace.stop
            gathered.passes(stop.seconds if stop else 0)
            await guest.settle()
            seen.extend(guest.rows)
        await guest.press("e")
        await guest.choose(ASKED.end_yes)
        gathered.passes(60)
        await guest.press("o")
        seen.extend(guest.rows)
        await guest.press("escape")
        assert guest.sees(SAID.over)

    at_console(inside, gathered, living, size=(120, 40))
    endings = [person.state.ending for person in gathered.rehearsal.people]
    assert endings.count(Ending.FINISHED) >= 4
    assert gathered.room.shared
    assert gathered.room.buddies
    said = [given.value for person in gathered.rehearsal.people for given in person.state.given]
    assert any(SENTINEL in str(value) for value in said), "it was typed"
    assert SENTINEL not in "\n".join(seen)
    shared = {each.text for each in gathered.room.shared}
    kept = {person.state.action_line for person in gathered.rehearsal.people} - shared - {""}
    assert [line for line in kept if any(line in row for row in seen)] == []
