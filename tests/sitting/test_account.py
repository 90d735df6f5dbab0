"""The check-in, whole: each outcome, each form, in lines and on the screen, to one record."""

from typing import Any

import pytest
from tests.end_to_end.answers import CHECKINS, Answers
from tests.end_to_end.inside import Inside
from tests.screens.giving import give
from tests.screens.quick import quick
from tests.screens.sitting_down import Seated, sit_down

from nowwhat.app import Entrance

__all__ = ["quick"]

LOOKED_BACK: Answers = (
    ("look_back", "compare"),
    ("came_true", "no"),
    ("happened", "she laughed"),
    ("noticed", "she was glad"),
    ("before", "6"),
    ("most", "8"),
    ("after", "2"),
)
"""What the full form asks after something was done, in whole or in part."""

FULL: dict[str, Answers] = {
    name: (answers[0], *LOOKED_BACK, *answers[1:]) if answers[0][1] in ("done", "part") else answers
    for name, answers in CHECKINS.items()
}
FULL["done, once more"] = (
    *FULL["done, once more"][:-2],
    ("once_feared", "she is cross"),
    ("once_likely", "20"),
    *FULL["done, once more"][-2:],
)
FORMS = [(name, "short") for name in CHECKINS] + [(name, "full") for name in FULL]


def choose_something(inside: Inside) -> None:
    """Choose an action, with what is feared of it, in a session of its own."""
    typed = [
        *("I go quiet when someone is cross", "5", "helps", "go_on", "face", "Ring my sister"),
        *("uncomfortable", "at 18:00", "", "", "", "the line is dead", "I ring again"),
        *("she shouts", "60", "8", "I will", "later"),
    ]
    ran = inside.session("--full", typed=typed)
    assert ran.status == 0, ran.out
    inside.clock.later(days=1)


def answers_of(name: str, form: str) -> Answers:
    return CHECKINS[name] if form == "short" else FULL[name]


def in_lines(inside: Inside, answers: Answers, form: str) -> dict[str, Any]:
    typed = [answer for _, answer in answers]
    full = ("--full",) if form == "full" else ()
    inside.session("checkin", *full, typed=typed)
    return inside.history()


def on_screen(inside: Inside, answers: Answers, form: str) -> dict[str, Any]:
    async def live(seated: Seated) -> None:
        for step, answer in answers:
            assert seated.step == step, (seated.step, step)
            await give(seated, step, answer)
        await seated.press("f8")

    sit_down(inside, Entrance("session", "checkin", full=form == "full"), live)
    return inside.history()


def told(whole: dict[str, Any]) -> dict[str, Any]:
    """The account of the action and what follows it, without names and times."""
    first = whole["actions"][0]["id"]
    account = next(c for c in whole["checkins"] if c["action"] == first)
    following = whole["actions"][1:]
    kept = [
        {
            key: (value if value != first else "first")
            for key, value in action.items()
            if key not in ("id", "committed", "session", "insight", "due")
        }
        for action in following
    ]
    account = {key: value for key, value in account.items() if key not in ("id", "at", "action")}
    return {"account": account, "following": kept, "waits": _waits(whole)}


def _waits(whole: dict[str, Any]) -> list[str]:
    closed = {c["action"] for c in whole["checkins"] if not c.get("stays_open")}
    return [action["text"] for action in whole["actions"] if action["id"] not in closed]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_an_account_is_the_same_on_the_screen_as_in_lines(
    inside: Inside, name: str, form: str
) -> None:
    other = Inside(inside.folder.with_name("screen"), inside.clock)
    for each in (inside, other):
        inside.clock.gone = 0
        choose_something(each)
        inside.clock.later(days=-1)
    answers = answers_of(name, form)
    lines = told(in_lines(inside, answers, form))
    assert told(on_screen(other, answers, form)) == lines
    assert lines["account"]["outcome"] == answers[0][1] or "let go" in name


@pytest.mark.parametrize("name", [name for name in FULL if FULL[name][0][1] in ("done", "part")])
def test_what_was_feared_stands_beside_what_happened_and_discomfort_beside_itself(
    inside: Inside, name: str
) -> None:
    choose_something(inside)
    account = told(in_lines(inside, FULL[name], "full"))["account"]
    assert (account["came_true"], account["happened"]) == ("no", "she laughed")
    assert account["noticed"] == "she was glad"
    assert (account["before"], account["most"], account["after"]) == (6, 8, 2)


@pytest.mark.parametrize("form", ["short", "full"])
@pytest.mark.parametrize("name", ["part, smaller", "notyet, smaller"])
def test_what_got_in_the_way_is_the_obstacle_of_the_next_plan(
    inside: Inside, name: str, form: str
) -> None:
    choose_something(inside)
    answers = answers_of(name, form)
    hindered = dict(answers)["got_in_way"]
    whole = told(in_lines(inside, answers, form))
    assert whole["account"]["obstacle"] == hindered
    assert whole["account"]["side"] == dict(answers)["side"]
    (following,) = whole["following"]
    assert following["obstacle"] == hindered
    assert following["follows"] == "first"
    assert following["text"] == "Wash one fork"
    assert "discomfort" not in following
    assert whole["waits"] == ["Wash one fork"]


@pytest.mark.parametrize("form", ["short", "full"])
def test_once_more_is_a_repetition_that_keeps_the_plan(inside: Inside, form: str) -> None:
    choose_something(inside)
    whole = told(in_lines(inside, answers_of("done, once more", form), form))
    (again,) = whole["following"]
    assert (again["repeats"], again["text"], again["when"]) == (
        "first",
        "Ring my sister",
        "after lunch",
    )
    assert (again["obstacle"], again["response"]) == ("the line is dead", "I ring again")
    foretold = ("she is cross", 20) if form == "full" else ("she shouts", 60)
    assert (again["feared"], again["likely"]) == foretold
    assert "discomfort" not in again
    assert "follows" not in again


@pytest.mark.parametrize("form", ["short", "full"])
@pytest.mark.parametrize(
    ("name", "waits"),
    [
        ("done", []),
        ("letgo", []),
        ("notyet, let go", []),
        ("notyet, left open", ["Ring my sister"]),
        ("notyet, another time", ["Ring my sister"]),
        ("notyet, another action", ["Walk to the corner of the street"]),
    ],
)
def test_what_waits_afterwards_is_what_was_said(
    inside: Inside, name: str, waits: list[str], form: str
) -> None:
    choose_something(inside)
    assert told(in_lines(inside, answers_of(name, form), form))["waits"] == waits
