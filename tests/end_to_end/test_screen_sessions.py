"""Whole sessions on the full screen, in a real terminal; and what the journal has of them."""

from pathlib import Path

import pytest
from tests.end_to_end.answers import (
    ACTION,
    AGAIN,
    BRIDGE,
    CHECKINS,
    FIRST_TIME,
    INSIGHT,
    SESSIONS,
    lines_of,
    script_in,
)
from tests.end_to_end.conftest import Look
from tests.end_to_end.glass import DOWN, ENTER, ESCAPE, RIGHT, UP
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.end_to_end.walk import CARD, STOPPED, answer, sign, walk
from tests.plain.person import FrozenClock

from nowwhat.settings.preferences import load

NEXT_DAY = "2026-03-04T17:30+00:00"


def by_lines(folder: Path, *args: str, typed: list[str], days: int = 0) -> Inside:
    """What line mode makes of these answers, at the time that the stopped clock tells."""
    inside = Inside(folder, FrozenClock())
    inside.clock.later(days=days)
    ran = inside.session(*args, typed=typed)
    assert ran.status in (0, 3), ran.out
    return inside


def test_the_first_run_leads_home_and_through_a_bridge_to_its_card(
    look: Look, folder: Path, tmp_path: Path
) -> None:
    glass = look(script=STOPPED)
    first = WORDS.first_run
    glass.until(*first.about, first.person)
    glass.until_at(first.begin)
    glass.press(UP)
    glass.until_at(first.person)
    glass.press("Ann, 555 0100")
    glass.until("Ann, 555 0100")
    glass.press(UP)
    glass.until_at(first.motion)
    glass.press(UP)
    glass.until_at(first.breath)
    glass.press(RIGHT)
    glass.until(first.breath_helps)
    glass.press(UP)
    glass.until_at(first.country)
    glass.until("Ireland")  # guessed by the zone
    glass.press("i")
    glass.until("Israel")
    glass.press("f")
    glass.until("Finland")
    glass.press("i")
    glass.until("India")
    for row in (first.breath, first.motion, "Ann, 555 0100", first.begin):
        glass.press(DOWN)
        glass.until_at(row)
    glass.press(ENTER)
    glass.until(WORDS.front.motto, WORDS.front.ledger)
    glass.choose(WORDS.front.session)
    walk(glass, "bridge", tuple(pair for pair in BRIDGE if pair[0] not in FIRST_TIME))
    glass.until(sign("bridge", "card"), ACTION, WORDS.carry.done)
    glass.press(ENTER)
    assert glass.ended() == 0
    glass.until(WORDS.visit.done)
    assert ACTION not in "".join(glass.rows), "nobody asked that it stay in the terminal"
    person = load(Inside(folder, FrozenClock()).run("where").around.paths.preferences)
    assert (person.country, person.breath, person.person) == ("IN", "helps", "Ann, 555 0100")

    second = look(script=STOPPED, STOPPED_AT=NEXT_DAY)
    second.until(WORDS.front.motto, WORDS.front.open_one, ACTION)
    second.choose(WORDS.front.check_in)
    walk(second, "checkin", CHECKINS["done"], visit=1)
    walk(second, "bridge", (*AGAIN, CARD), visit=1)
    assert second.ended() == 0
    kept = Inside(folder, FrozenClock()).history()
    assert [i["text"] for i in kept["insights"]] == [INSIGHT, INSIGHT]
    assert [a["text"] for a in kept["actions"]] == [ACTION, ACTION]
    assert [c["outcome"] for c in kept["checkins"]] == ["done"]
    assert [s["ending"] for s in kept["sessions"]] == ["finished", "finished"]


@pytest.mark.parametrize("name", SESSIONS)
def test_the_same_answers_give_the_same_journal_on_the_screen_as_in_lines(
    look: Look, folder: Path, tmp_path: Path, name: str
) -> None:
    args, answers = SESSIONS[name]
    glass = look("session", *args, script=STOPPED)
    script = script_in(args)
    walk(glass, script, (*answers, CARD))
    assert glass.ended() == 0
    other = by_lines(tmp_path / "lines", *args, typed=lines_of(answers))
    assert (folder / "journal.json").read_bytes() == other.journal()


@pytest.mark.parametrize("name", CHECKINS)
def test_the_same_account_gives_the_same_journal_on_the_screen_as_in_lines(
    look: Look, folder: Path, tmp_path: Path, name: str
) -> None:
    answers, line = CHECKINS[name], "the second thing"
    for each in (folder, tmp_path / "lines"):
        by_lines(each, typed=lines_of(BRIDGE))
    other = by_lines(tmp_path / "lines", typed=[*lines_of(answers), "2", line, "leave"], days=1)
    glass = look("session", script=STOPPED, STOPPED_AT=NEXT_DAY)
    walk(glass, "checkin", answers, visit=1)
    if "commit" in dict(answers) or "once_commit" in dict(answers):
        glass.choose(WORDS.visit.on_action_new)
    answer(glass, "bridge", "insight", line, visit=1)
    glass.until(sign("bridge", "discomfort", 1))
    glass.press(ESCAPE)
    glass.choose(WORDS.leaving.leave)
    assert glass.ended() == 3
    assert (folder / "journal.json").read_bytes() == other.journal()


@pytest.mark.parametrize(("name", "screen_first"), [("bridge", True), ("bridge-full", False)])
def test_a_session_goes_to_and_fro_between_screen_and_lines(
    look: Look, folder: Path, tmp_path: Path, name: str, screen_first: bool
) -> None:
    args, answers = SESSIONS[name]
    at, turns = 0, [3, 3, 2, 4] if name == "bridge" else [2, 5, 5, 4]
    for number, count in enumerate([*turns, len(answers)]):
        here, at = answers[at : at + count], at + count
        after = answers[at][0] if at < len(answers) else ""
        if (number % 2 == 0) == screen_first:
            glass = look("session", *args, script=STOPPED)
            if number:
                glass.choose(WORDS.visit.resume_yes)
            walk(glass, "bridge", here if after else (*here, CARD))
            if after:
                glass.until(sign("bridge", after))
                glass.press(ESCAPE)
                glass.choose(WORDS.leaving.leave)
            assert glass.ended() == (3 if after else 0)
        else:
            lines = Inside(folder, FrozenClock())
            typed = [*(["1"] if number else []), *lines_of(here), *(["leave"] if after else [])]
            ran = lines.session(*args, typed=typed)
            assert ran.status == (3 if after else 0), ran.out
    other = by_lines(tmp_path / "lines", *args, typed=lines_of(answers))
    assert (folder / "journal.json").read_bytes() == other.journal()
