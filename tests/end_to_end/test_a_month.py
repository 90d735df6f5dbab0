"""A month of use, at a clock that is set: on the screen and in lines, across zones and a night
in which the clocks go forward.
"""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.end_to_end.answers import Answers
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.plain.person import FrozenClock
from tests.screens.giving import give
from tests.screens.quick import quick
from tests.screens.sitting_down import Seated, sit_down

from nowwhat.app import Entrance
from nowwhat.session.moment import Moment

__all__ = ["quick"]

HOME, AWAY = "Europe/Dublin", "America/New_York"
"""In Dublin the clocks go forward on the 29th of March 2026; in New York they have already."""

HELLO = "Say hello to one person on my street"
LEARNT = "most people say hello back"
LOOP = WORDS.insight.loop
JRNL = {
    "entries": [
        {
            "title": "The kitchen is where I calm down.",
            "body": "",
            "date": "2026-02-20",
            "time": "21:15",
            "tags": [],
        }
    ]
}


class Traveller(FrozenClock):
    """A clock that is set, and that tells the time of the place where the person is."""

    def __init__(self) -> None:
        super().__init__()
        self.zone = HOME

    def now(self) -> Moment:
        here = super().now().at.astimezone(ZoneInfo(self.zone))
        return Moment(here, self.zone)

    def set(self, day: int, hour: int, zone: str = "", month: int = 3) -> None:
        """Set it to an hour of a day where the person is, or goes to."""
        self.zone, self.gone = zone or self.zone, 0.0
        self.at = datetime(2026, month, day, hour, tzinfo=ZoneInfo(self.zone))


@pytest.fixture
def still() -> Traveller:
    """The clock of the whole month."""
    return Traveller()


def bridge(insight: str, action: str, when: str, *, first: bool = False) -> Answers:
    """A session through the door "face", up to its card."""
    return (
        ("insight", insight),
        ("discomfort", "6"),
        *((("breath_helps", "helps"),) if first else ()),
        ("pause", "go_on"),
        ("door", "face"),
        ("action", action),
        ("hurt", "uncomfortable"),
        ("when", when),
        ("obstacle", ""),
        ("commit", "I will"),
        ("start", "later"),
    )


def repetition(most: int, when: str = "now", noticed: str = "") -> Answers:
    """One time in the full form, done at once."""
    return (
        ("action", HELLO),
        ("hurt", "uncomfortable"),
        ("feared", "they look away"),
        ("likely", str(most * 10)),
        ("before", "6"),
        ("pause", "go_on"),
        ("when", when),
        ("commit", "I will"),
        ("do", "done"),
        ("came_true", "no"),
        ("happened", ""),
        ("most", str(most)),
        ("after", "3"),
        ("noticed", noticed),
    )


class Month:
    """One person's month; each thing they do is done in lines or on the screen."""

    def __init__(self, inside: Inside, clock: Traveller) -> None:
        self.inside, self.clock = inside, clock
        self.said = ""

    def in_lines(self, *args: str, answers: Answers) -> None:
        typed = [line for _, line in answers]
        ran = self.inside.session(*args, typed=typed)
        assert ran.status == 0, ran.out
        self.said = ran.flat

    def on_screen(self, *args: str, answers: Answers) -> None:
        heard: list[str] = []

        async def live(seated: Seated) -> None:
            for step, line in (*answers, ("card", "")):
                heard.append(_all_of(seated))
                await give(seated, step, line)
            heard.append(_all_of(seated))

        script = next((arg for arg in args if not arg.startswith("-")), "bridge")
        entrance = Entrance("session", script, full="--full" in args)
        parting = sit_down(self.inside, entrance, live)
        assert parting is not None
        assert parting.status == 0
        self.said = " ".join("\n".join(heard).split())

    @property
    def actions(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = self.inside.history()["actions"]
        return found


def _all_of(seated: Seated) -> str:
    """Everything that stands on the screen, whatever draws it."""
    drawn = seated.app.export_screenshot()

    return " ".join(unescape(re.sub(r"<[^>]+>", " ", drawn)).split()) + seated.said


def due(action: dict[str, object]) -> object:
    found = action["due"]
    assert isinstance(found, dict)
    return found["at"]


@pytest.fixture
def month(inside: Inside, still: Traveller) -> Month:
    return Month(inside, still)


def three_insights_with_nothing_tried(month: Month) -> None:
    """On the 2nd in lines, on the 3rd on the screen with a let-go, on the 4th and 5th again."""
    month.clock.set(2, 18)
    first = bridge("I go quiet when someone is cross", "Ring my sister", "at 20:00", first=True)
    month.in_lines(answers=first)
    assert LOOP not in month.said
    month.clock.set(3, 18)
    second = bridge("Asking feels like begging to me", "Write to Ana", "tomorrow at 9")
    month.on_screen(answers=(("outcome", "letgo"), *second))
    assert LOOP not in month.said
    waits = (("outcome", "notyet"), ("got_in_way", "guests came"), ("side", "outside"))
    month.clock.set(4, 18)
    third = bridge("I read ten articles and call it progress", "Sweep the hall", "after lunch")
    month.in_lines(answers=(*waits, ("next", "leave_open"), *third))
    assert month.said.count(LOOP) == 1
    month.clock.set(5, 18)
    fourth = bridge("Mornings are easier for me", "Drink a glass of water outside", "now")
    let_go = (("outcome", "letgo"),)
    month.on_screen(answers=(*waits, ("next", "let_go"), *let_go, *fourth))
    assert LOOP not in month.said
    assert month.inside.run("done", "--note", "cold, and good").status == 0


def six_repetitions(month: Month) -> None:
    """From the 9th on, in turn in lines and on the screen; the last three abroad."""
    month.clock.set(9, 17)
    month.in_lines("rep", "--full", answers=repetition(8, noticed=LEARNT))
    assert "Done" not in month.said.partition("How likely")[0].partition("What are you")[2]
    days: Iterable[tuple[int, int, str]] = (
        (11, 7, ""), (13, 6, ""), (20, 7, AWAY), (21, 5, ""), (23, 4, ""),
    )  # fmt: skip
    for number, (day, most, zone) in enumerate(days, 2):
        month.clock.set(day, 17, zone)
        sit = month.on_screen if number % 2 == 0 else month.in_lines
        sit("rep", "--full", answers=repetition(most))
        assert LEARNT in month.said, number
        assert f"Done {number} times since 09 March." in month.said
    assert "At its most: 8, 7, 6, 7, 5, 4." in month.said


def test_a_month_of_use(month: Month, tmp_path: Path) -> None:
    three_insights_with_nothing_tried(month)
    six_repetitions(month)
    reps = [action for action in month.actions if action["text"] == HELLO]
    assert [action.get("repeats", "") for action in reps] == ["", *[reps[0]["id"]] * 5]
    zones = [action["committed"]["zone"] for action in reps]  # type: ignore[index]  # it is JSON
    assert zones == [HOME] * 3 + [AWAY] * 3

    # Back home; the clocks go forward in the night to the 29th.
    month.clock.set(28, 18, HOME)
    bulb = "Plant one bulb by the gate"
    month.on_screen(answers=bridge("The garden helps me", bulb, "tomorrow at 9"))
    assert due(month.actions[-1]) == {"at": "2026-03-29T09:00:00+01:00", "zone": HOME}
    month.clock.set(29, 10)
    assert month.inside.run("now").status == 0

    file = tmp_path / "jrnl.json"
    file.write_text(json.dumps(JRNL))
    for _ in range(2):
        assert month.inside.run("import", str(file)).status == 0
    titles = [insight["text"] for insight in month.inside.history()["insights"]]
    assert titles.count("The kitchen is where I calm down.") == 1

    month.clock.set(31, 18)
    account = (("outcome", "part"), ("got_in_way", ""), ("next", "let_go"))
    rake = bridge("Digging tires me in a good way", "Rake one bed", "now")
    month.on_screen(answers=(*account, *rake))
    assert LOOP not in month.said
    look_back_on_the_screen(month)
    look_back_in_lines(month)


def look_back_on_the_screen(month: Month) -> None:
    async def live(seated: Seated) -> None:
        drawn = _all_of(seated)
        for words in ("Plant one bulb", "Say hello", "Digging tires me"):
            assert words in drawn, words
        await seated.press(*"hello", "enter")
        assert "At its most: 8, 7, 6, 7, 5, 4." in seated.said
        assert seated.app.screen.query("#plot")
        await seated.press("escape", "escape", "f7")
        await seated.choose(WORDS.ledger.month)
        assert "02 March 2026 to 31 March 2026" in seated.said
        for words in (f"{HELLO} (6 times)", LEARNT, "cold, and good", "let go: Write to Ana"):
            assert words in seated.said, words
        assert "The kitchen" not in seated.said
        await seated.press("escape", "escape")

    sit_down(month.inside, Entrance("ledger", "bridge"), live)


def look_back_in_lines(month: Month) -> None:
    inside = month.inside
    said = " ".join(inside.run("history", "--month").out.split())
    for words in (f"{HELLO} (6 times)", LEARNT, "let go: Ring my sister", "evening 1"):
        assert words in said, words
    assert "The kitchen" in inside.run("history", "--only", "alone").out
    assert len(inside.run("history", "--search", "hello").out.splitlines()) == 6
    assert inside.run("history", "--only", "letgo").out.count("(let go)") == 3
    said = inside.run("--plain", typed=["8", "hello", "1", "", "", ""]).flat
    assert "At its most: 8, 7, 6, 7, 5, 4." in said
