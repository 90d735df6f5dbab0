"""Breathing together: in phase for all, an offer, over a half-written line never."""

from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.group.company import Company
from tests.screens.living import Guest

from nowwhat.group.commands import BreatheNoMore, BreatheTogether
from nowwhat.screens.group.together import InPhase
from nowwhat.session.breathing import phase_at

PATTERN = "extended-exhale"


def breathing_of(guest: Guest) -> InPhase:
    return guest.screen.query_one(InPhase)


def test_it_is_offered_in_a_line_and_one_key_shows_it_in_phase(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("insight")
        await guest.type("I wait")
        company.time = 100
        await company.lead(BreatheTogether(PATTERN))
        assert (guest.place, guest.step) == ("RoomSession", "insight")
        assert company.line.startswith(WORDS.room.breathing)
        company.time = 137.5
        await guest.press("f7")
        assert guest.place == "BreatheTogether"
        pace = breathing_of(guest).pace
        assert pace is not None
        assert pace.standing == phase_at(company.desk.pack.pattern(PATTERN), 37.5)
        await guest.press("space", "right")
        assert not pace.paused
        company.time = 1000
        assert pace.standing == phase_at(company.desk.pack.pattern(PATTERN), 900)
        await guest.press("escape")
        assert (guest.place, company.field.text) == ("RoomSession", "I wait")

    Company(inside).sit(living)


def test_who_has_left_it_finds_the_menu_on_the_key_and_it_again_there(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("welcome")
        await company.lead(BreatheTogether(PATTERN))
        await guest.press("f7", "escape", "f7")
        assert guest.place == "Question"
        await guest.choose(WORDS.room_menu.breathe)
        assert guest.place == "BreatheTogether"

    Company(inside).sit(living)


def test_it_ends_for_all_when_the_room_ends_it_even_behind_something(inside: Inside) -> None:
    async def living(company: Company) -> None:
        guest = company.guest
        await company.to("welcome")
        await company.lead(BreatheTogether(PATTERN))
        await guest.press("f7")
        await company.lead(BreatheNoMore())
        assert guest.place == "RoomSession"
        assert company.line.startswith(WORDS.room.breathed)
        company.time = 60
        await company.lead(BreatheTogether(PATTERN))
        await guest.press("f7", "f2")
        await company.lead(BreatheNoMore())
        assert guest.place == "Care"
        await guest.press("escape")
        assert guest.place == "RoomSession"

    Company(inside).sit(living)


def test_nobody_can_tell_who_breathes(inside: Inside) -> None:
    async def living(company: Company) -> None:
        await company.to("welcome")
        await company.lead(BreatheTogether(PATTERN))
        before = company.room
        await company.guest.press("f7")
        await company.guest.press("escape")
        assert company.room == before

    Company(inside).sit(living)
