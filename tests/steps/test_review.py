"""The check-in on the screen: each outcome, kept word for word; at night one key postpones it."""

import re
from pathlib import Path

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, CHECKINS, TWO_MINUTES, Answers, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import BRIDGE_IN, Guest, at_night, live

from nowwhat.session.script import Choose, Commit, Review

SCRIPT = PACK.script("checkin")
KEYS = {"done": "1", "part": "2", "notyet": "3", "letgo": "4"}


async def answer(guest: Guest, answers: Answers) -> None:
    """Answer as one would in line mode, each question by its keys."""
    for name, line in answers:
        while guest.step and type(SCRIPT.step(guest.step)).__name__ == "Read":
            await guest.press("enter")
        assert guest.step == name
        step = SCRIPT.step(name)
        if isinstance(step, Choose | Review):
            number = next(n for n, option in enumerate(step.options, 1) if option.id == line)
            await guest.press(str(number), "enter")
        elif isinstance(step, Commit):
            await guest.press("enter")
        elif line:
            await guest.write(line)
        else:
            await guest.press("enter")


def without_ids(inside: Inside) -> str:
    """The journal, but for names that are drawn."""
    return re.sub(r"[a-z][0-9a-f]{14}-[0-9a-f]{4}", "", str(inside.history()))


@pytest.mark.parametrize("name", CHECKINS)
def test_each_account_is_kept_word_for_word_as_in_line_mode(
    inside: Inside, tmp_path: Path, name: str
) -> None:
    lines = Inside(tmp_path / "lines", inside.clock)
    for each in (inside, lines):
        assert each.session(typed=lines_of(BRIDGE)).status == 0

    async def living(guest: Guest) -> None:
        assert guest.sees(ACTION)
        await answer(guest, CHECKINS[name])
        while guest.step:
            await guest.press("f8" if guest.step == "insight" else "enter")

    live(inside, BRIDGE_IN, living)
    lines.session(typed=lines_of(CHECKINS[name]))
    (checkin,) = inside.history()["checkins"]
    assert checkin["outcome"] in KEYS
    assert without_ids(inside) == without_ids(lines)


def test_by_day_it_cannot_be_put_off(inside: Inside) -> None:
    inside.session(typed=lines_of(BRIDGE))

    async def living(guest: Guest) -> None:
        assert "F6" not in guest.foot
        await guest.press("f6")
        assert guest.step == "outcome"

    live(inside, BRIDGE_IN, living)


def test_at_night_one_key_puts_it_off_and_it_is_asked_again_by_day(inside: Inside) -> None:
    inside.session(typed=lines_of(BRIDGE))
    day = inside.clock.at
    at_night(inside)

    async def late(guest: Guest) -> None:
        assert "F6" in guest.foot
        await guest.press("f6")
        assert guest.step == "insight"

    live(inside, BRIDGE_IN, late)
    assert inside.history()["checkins"] == []
    inside.clock.at = day

    async def living(guest: Guest) -> None:
        assert guest.step == "outcome"

    live(inside, BRIDGE_IN, living)


def test_there_is_no_insight_before_every_action_is_accounted_for(inside: Inside) -> None:
    inside.session(typed=lines_of(BRIDGE))
    inside.session("two-minutes", typed=lines_of(TWO_MINUTES))
    assert len(inside.history()["actions"]) == 2

    async def living(guest: Guest) -> None:
        seen = 0
        while guest.step != "insight":
            if guest.step == "outcome":
                seen += 1
                assert guest.sees(WORDS.visit.check_in_more.format(number=seen, all=2))
                await guest.press("4", "enter")
            else:
                await guest.press("enter")
        assert seen == 2

    live(inside, BRIDGE_IN, living)
    assert [each["outcome"] for each in inside.history()["checkins"]][-2:] == ["letgo", "letgo"]
