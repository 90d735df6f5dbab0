"""An insight parked from home; a call for help in it is heard as everywhere."""

from tests.end_to_end.answers import INSIGHT
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.screens.sitting_down import Seated, sit_down

from nowwhat.app import Entrance
from nowwhat.screens.home import Home

HOME = Entrance("home", "bridge")


def test_it_is_kept_and_one_is_home_again(inside: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.choose(WORDS.front.park)
        await seated.write(INSIGHT.lower())
        assert isinstance(seated.app.screen, Home)
        assert WORDS.shell.parked in seated.said

    sit_down(inside, HOME, live)
    assert [each["text"] for each in inside.history()["insights"]] == [INSIGHT.lower()]


def test_a_call_for_help_shows_people_and_numbers_first(inside: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.choose(WORDS.front.park)
        await seated.write("i want to kill myself")
        assert WORDS.refuge.back in seated.offered
        assert WORDS.refuge.set_down not in seated.offered
        await seated.press("escape")
        assert isinstance(seated.app.screen, Home)
        assert WORDS.shell.parked in seated.said

    sit_down(inside, HOME, live)


def test_nothing_is_parked_where_nothing_is_written(inside: Inside) -> None:
    async def live(seated: Seated) -> None:
        await seated.choose(WORDS.front.park)
        await seated.press("escape")
        assert isinstance(seated.app.screen, Home)

    sit_down(inside, HOME, live)
    assert inside.history()["insights"] == []
