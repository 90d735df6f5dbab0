"""Whole sessions by piped answers, and the next one, which begins with the check-in."""

from functools import partial
from typing import Any

import pytest
from tests.end_to_end.answers import (
    ACTION,
    AGAIN,
    BRIDGE,
    CHECKINS,
    INSIGHT,
    REP,
    SESSIONS,
    WHEN,
    Answers,
    depth_in,
    lines_of,
    script_in,
)
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS
from tests.plain.person import Person

from nowwhat.plain.visit import Visit

STOP, NEW = "1", "2"


def first_session(inside: Inside) -> None:
    ran = inside.session(typed=lines_of(BRIDGE))
    assert ran.status == 0, ran.out
    inside.clock.later(days=1)


def said_in_order(ran: Ran, *words: str) -> None:
    """Check that these were said, one after the other."""
    at = 0
    for some in words:
        flat = " ".join(some.split())
        assert flat in ran.flat[at:], f"{flat!r} was not said, or too early:\n{ran.out}"
        at = ran.flat.index(flat, at) + len(flat)


def only(records: list[dict[str, Any]]) -> dict[str, Any]:
    (record,) = records
    return record


@pytest.mark.parametrize("name", SESSIONS)
def test_the_answers_are_given_to_the_questions_they_are_written_for(
    inside: Inside, name: str
) -> None:
    args, answers = SESSIONS[name]
    person = Person(inside.clock)
    visit = Visit(inside.run("where").around.desk(), person)

    def at(step: str, line: str) -> str:
        assert visit._visit._sittings[-1].state.at == step, f"{line!r} was meant for {step}"
        return line

    person.answers += [partial(at, step, answer.split("\n")[0]) for step, answer in answers]
    assert visit.run(PACK.script(script_in(args)), depth_in(args)) == "finished"
    assert not person.answers


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_by_piped_answers_ends_on_its_action_and_the_card(
    inside: Inside, name: str
) -> None:
    args, answers = SESSIONS[name]
    ran = inside.session(*args, typed=lines_of(answers))
    assert (ran.status, ran.err) == (0, "")
    assert ran.flat.endswith(WORDS.visit.done)
    kept = inside.history()
    session, action = only(kept["sessions"]), only(kept["actions"])
    given = dict(answers)
    line = given.get("smaller", given["action"])
    assert (action["text"], action["session"]) == (line, session["id"])
    assert (session["ending"], session["action"]) == ("finished", action["id"])
    assert session["depth"] == action.get("depth", "full" if args == ("--full",) else "short")
    said_in_order(ran, WORDS.plain.say_i_will, WORDS.card.title, line, WORDS.visit.done)
    assert not inside.drafts()


def test_a_bridge_keeps_everything_that_was_answered(inside: Inside) -> None:
    assert inside.session(typed=lines_of(BRIDGE)).status == 0
    kept = inside.history()
    insight, action, session = (only(kept[kind]) for kind in ("insights", "actions", "sessions"))
    assert kept["checkins"] == []
    assert insight["text"] == INSIGHT
    assert insight["session"] == session["id"]
    assert insight["noted"] == {"at": "2026-03-03T17:30:00Z", "zone": "Europe/Dublin"}
    for key, value in {
        "text": ACTION,
        "insight": insight["id"],
        "door": "fraction",
        "when": WHEN,
        "obstacle": "I feel too tired",
        "response": "I wash one fork",
        "discomfort": 4,
    }.items():
        assert action[key] == value
    assert (session["script"], session["lang"]) == ("bridge", "en")
    assert (session["before"], session["after"]) == (6, 4)
    assert session["pauses"] == [{"pattern": "extended-exhale", "seconds": 0, "ending": "left"}]
    answered = {"breath_helps": "helps", "pause": "breathe", "door": "fraction"}
    assert session["answers"] == {**answered, "hurt": "uncomfortable", "start": "later"}


def test_the_full_form_keeps_ideas_prediction_confidence_and_the_smaller_action(
    inside: Inside,
) -> None:
    assert inside.session("--full", typed=lines_of(SESSIONS["bridge-full"][1])).status == 0
    action = only(inside.history()["actions"])
    for key, value in {
        "feared": "I will have no idea at all",
        "likely": 40,
        "confidence": 5,
        "where": "at the kitchen table",
        "how_long": "ten minutes",
        "towards": "a calmer house",
        "door": "differently",
    }.items():
        assert action[key] == value
    answers = only(inside.history()["sessions"])["answers"]
    assert answers["idea_one"] == "they may have had a hard day"
    assert answers["idea_two"] == "they are hungry"
    assert "idea_three" not in answers


def test_a_repetition_that_was_done_is_accounted_for_within_it(inside: Inside) -> None:
    ran = inside.session("rep", typed=lines_of(REP))
    assert WORDS.card.plank_one in ran.flat
    kept = inside.history()
    checkin, action = only(kept["checkins"]), only(kept["actions"])
    assert (checkin["action"], checkin["outcome"]) == (action["id"], "done")
    assert (checkin["before"], checkin["most"], checkin["after"]) == (6, 7, 3)
    assert (checkin["came_true"], checkin["happened"]) == ("no", "they said good morning")
    assert (action["feared"], action["likely"]) == ("they will not answer", 70)
    assert inside.run("now").status == 1


@pytest.mark.parametrize("name", SESSIONS)
def test_the_next_session_first_asks_what_became_of_the_action(inside: Inside, name: str) -> None:
    args, answers = SESSIONS[name]
    later = tuple((step, "later" if step == "do" else answer) for step, answer in answers)
    kept_open = later[: [step for step, _ in later].index("do") + 1] if name == "rep" else later
    assert inside.session(*args, typed=lines_of(kept_open)).status == 0
    action = only(inside.history()["actions"])
    inside.clock.later(days=1)
    again = AGAIN if "breath_helps" in dict(answers) else BRIDGE
    ran = inside.session(typed=lines_of(CHECKINS["done"] + again))
    assert (ran.status, ran.err) == (0, ""), ran.out
    said_in_order(ran, WORDS.visit.check_in, action["text"], WORDS.visit.done)
    kept = inside.history()
    checkin = only(kept["checkins"])
    assert (checkin["action"], checkin["outcome"]) == (action["id"], "done")
    assert [s["ending"] for s in kept["sessions"]] == ["finished", "finished"]
    assert len(kept["actions"]) == 2
    assert not inside.drafts()


OUTCOME = {
    "done": "done",
    "done, once more": "done",
    "part, smaller": "part",
    "notyet, let go": "letgo",
    "letgo": "letgo",
}
COMMITS = [name for name, answers in CHECKINS.items() if answers[-1][1] == "I will"]


@pytest.mark.parametrize("name", CHECKINS)
def test_a_check_in_keeps_what_became_of_the_action(inside: Inside, name: str) -> None:
    first_session(inside)
    given = dict(CHECKINS[name])
    ran = inside.session(typed=[*lines_of(CHECKINS[name]), *([STOP] if name in COMMITS else [])])
    kept = inside.history()
    first = kept["actions"][0]
    checkin = only(kept["checkins"])
    assert (checkin["action"], checkin["outcome"]) == (first["id"], OUTCOME.get(name, "notyet"))
    assert checkin.get("stays_open", False) is (name == "notyet, left open")
    assert checkin.get("obstacle", "") == given.get("got_in_way", "")
    assert checkin.get("side", "") == given.get("side", "")
    assert checkin["at"]["at"] == "2026-03-04T17:30:00Z"
    assert ran.status == (0 if name in COMMITS else 3), "without an action, a session is begun"


@pytest.mark.parametrize("name", COMMITS)
def test_what_is_chosen_in_a_check_in_is_the_next_open_action(inside: Inside, name: str) -> None:
    first_session(inside)
    given = dict(CHECKINS[name])
    ran = inside.session(typed=[*lines_of(CHECKINS[name]), STOP])
    assert ran.status == 0
    said_in_order(ran, "After lunch: ", WORDS.plain.say_i_will, WORDS.visit.on_action)
    first, second = inside.history()["actions"]
    line = given.get("smaller") or given.get("other") or ACTION
    assert (second["text"], second["when"]) == (line, "after lunch")
    assert second["insight"] == first["insight"]
    once_more = name == "done, once more"
    assert second.get("repeats", "") == (first["id"] if once_more else "")
    assert second.get("follows", "") == ("" if once_more else first["id"])
    shown = inside.run("now", "--show")
    assert (shown.status, shown.out) == (0, f"1  {line}, after lunch\n")


@pytest.mark.parametrize("name", CHECKINS)
def test_after_any_check_in_something_new_may_be_noted(inside: Inside, name: str) -> None:
    first_session(inside)
    going_on = [NEW] if name in COMMITS else []
    ran = inside.session(typed=[*lines_of(CHECKINS[name]), *going_on, *lines_of(AGAIN)])
    assert (ran.status, ran.err) == (0, ""), ran.out
    kept = inside.history()
    assert [session["script"] for session in kept["sessions"]] == ["bridge", "bridge"]
    assert [insight["text"] for insight in kept["insights"]] == [INSIGHT, INSIGHT]


def test_what_stays_open_is_asked_about_again_next_time(inside: Inside) -> None:
    first_session(inside)
    left_open = lines_of(CHECKINS["notyet, left open"])
    assert inside.session(typed=[*left_open, "leave"]).status == 3
    inside.clock.later(days=1)
    ran = inside.session(typed=[*lines_of(CHECKINS["letgo"]), "leave"])
    said_in_order(ran, WORDS.visit.check_in, ACTION)
    assert [c["outcome"] for c in inside.history()["checkins"]] == ["notyet", "letgo"]
    assert inside.run("now").status == 1


def test_several_open_actions_are_accounted_for_from_the_oldest_on(inside: Inside) -> None:
    for name in ("two-minutes", "stuck"):
        assert inside.session(name, typed=lines_of(SESSIONS[name][1])).status == 0
        inside.clock.later(hours=1)
    first, second = (dict(SESSIONS[name][1])["action"] for name in ("two-minutes", "stuck"))
    ran = inside.session(typed=["1", "2", "4", *lines_of(BRIDGE)])
    assert ran.status == 0, ran.out
    more = WORDS.visit.check_in_more
    one, two = (more.replace("{number}", n).replace("{all}", "2") for n in "12")
    said_in_order(ran, one, first, two, second, WORDS.visit.done)
    kept = inside.history()
    became = {c["action"]: c["outcome"] for c in kept["checkins"]}
    assert [became[action["id"]] for action in kept["actions"][:2]] == ["done", "letgo"]


def test_a_check_in_set_down_lets_the_action_go(inside: Inside) -> None:
    first_session(inside)
    ran = inside.session(typed=["set down", "leave"])
    assert WORDS.plain.set_down in ran.flat
    assert only(inside.history()["checkins"])["outcome"] == "letgo"


def test_a_check_in_that_was_left_is_gone_on_with(inside: Inside) -> None:
    first_session(inside)
    assert inside.session(typed=["3", "I got tired", "leave"]).status == 3
    assert inside.history()["checkins"] == []
    ran = inside.session(typed=["1", "4"])
    assert WORDS.insight.causal not in ran.flat
    checkin = only(inside.history()["checkins"])
    assert (checkin["obstacle"], checkin["side"]) == ("I got tired", "inside")


def compare(inside: Inside, answers: Answers) -> dict[str, Any]:
    """Go through a full session that predicts, and a full check-in that compares."""
    assert inside.session("--full", typed=lines_of(SESSIONS["bridge-full"][1])).status == 0
    inside.clock.later(days=2)
    assert inside.session("--full", typed=[*lines_of(answers), "leave"]).status == 3
    return only(inside.history()["checkins"])


def test_a_full_check_in_compares_what_was_feared_with_what_happened(inside: Inside) -> None:
    checkin = compare(
        inside,
        (
            ("outcome", "1"),
            ("look_back", "1"),
            ("came_true", "2"),
            ("happened", "two ideas came"),
            ("noticed", "bad ideas are useful"),
            ("before", "5"),
            ("most", "6"),
            ("after", "2"),
            ("once_more", "2"),
        ),
    )
    assert (checkin["came_true"], checkin["happened"]) == ("partly", "two ideas came")
    assert checkin["noticed"] == "bad ideas are useful"
    assert (checkin["before"], checkin["most"], checkin["after"]) == (5, 6, 2)
