"""What no way round leads past: a plan that may hurt, an account that is owed, an answer given."""

import pytest
from tests.end_to_end.inside import Inside

from nowwhat.packs.pack import Pack

WORDS = Pack.find("en").words
TO_ACTION = ("I always put calls off", "5", "not sure", "go on", "face")
SESSION = (*TO_ACTION, "Write the first sentence of the email", "uncomfortable", "at 18:00", "")
COMMIT = ("I will", "as planned")


def begin_again(*answers: str) -> list[str]:
    """Answers for a later session: whether the breath helps is asked once."""
    return [answer for answer in answers if answer != "not sure"]


@pytest.mark.parametrize(
    ("when", "obstacle", "response"),
    [
        ("after I stop taking my medication", "", ""),
        ("at 18:00", "she ignores me", "I follow her home"),
        ("at 18:00", "he shouts", "I hit him with the bat"),
    ],
)
def test_a_plan_that_may_hurt_is_not_planned_in_any_of_its_parts(
    inside: Inside, when: str, obstacle: str, response: str
) -> None:
    answers = [*TO_ACTION, "Write the first sentence of the email", "uncomfortable"]
    answers += [part for part in (when, obstacle, response) if part]
    ran = inside.session(typed=answers)
    assert ran.status == 3
    hurtful = response or when
    assert hurtful not in inside.drafts()[0].read_text()
    assert "Your plan" not in ran.flat


def test_a_concern_in_a_plan_that_was_misread_is_planned_after_all(inside: Inside) -> None:
    answers = [*TO_ACTION, "Write the first sentence of the email", "uncomfortable"]
    answers += ["at 18:00", "she does not answer", "I check her location", "you misread me"]
    assert inside.session(typed=[*answers, *COMMIT]).status == 0
    assert inside.history()["actions"][0]["response"] == "I check her location"


@pytest.mark.parametrize("again", ["Knock on my father's door", "knock on my fathers door today"])
def test_what_someone_could_be_hurt_by_is_not_planned_by_saying_it_again(
    inside: Inside, again: str
) -> None:
    line = "Knock on my fathers door" if "fathers" in again else "Knock on my father's door"
    ran = inside.session(typed=[*TO_ACTION, line, "hurt", again, "you misread me", "keep"])
    assert ran.status == 3
    assert WORDS.sitting.set_aside in ran.flat
    assert "When will you do it" not in ran.flat


def test_a_check_in_asks_of_another_action_too_whether_someone_could_be_hurt(
    inside: Inside,
) -> None:
    assert inside.session(typed=[*SESSION, *COMMIT]).status == 0
    other = ["not yet", "", "choose another action", "Knock on my father's door", "hurt"]
    ran = inside.session(typed=[*other, "Knock on my father's door"])
    assert (ran.status, WORDS.sitting.set_aside in ran.flat) == (3, True)


def test_a_session_that_waits_for_its_insight_accounts_first(inside: Inside) -> None:
    begun = inside.session(typed=["5", "back", "leave"])
    assert begun.status == 3
    waits = len(inside.drafts())
    new = ["2"] if waits else []
    assert inside.session(typed=[*new, *SESSION, *COMMIT]).status == 0
    ran = inside.session(typed=["1"] if waits else [])
    assert WORDS.visit.check_in in ran.flat


def test_what_was_said_i_will_to_is_not_offered_to_be_set_down(inside: Inside) -> None:
    assert inside.session(typed=[*SESSION, "I will"]).status == 3
    ran = inside.session(typed=["3", "1", "as planned"])
    assert (ran.status, ran.err) == (0, "")
    assert WORDS.visit.resume_set_down not in ran.flat
    assert len(inside.history()["actions"]) == 1


def test_a_when_that_has_gone_by_is_asked_again(inside: Inside) -> None:
    assert inside.session(typed=[*SESSION[:-1], "I freeze"]).status == 3
    inside.clock.later(days=3)
    ran = inside.session(typed=["1", "tomorrow at 9", "", *COMMIT])
    assert WORDS.sitting.when_gone in ran.flat
    assert ran.status == 0
    (action,) = inside.history()["actions"]
    assert action["when"] == "tomorrow at 9"
    assert action["due"]["at"]["at"] > action["committed"]["at"]


@pytest.mark.parametrize("said", ["done", "part of it"])
def test_what_was_done_stays_done_when_the_check_in_is_set_down(inside: Inside, said: str) -> None:
    assert inside.session(typed=[*SESSION, *COMMIT]).status == 0
    inside.session("checkin", typed=[said, "set down"])
    (account,) = inside.history()["checkins"]
    assert account["outcome"] == {"done": "done", "part of it": "part"}[said]


def test_a_check_in_left_open_here_joins_the_account_given_elsewhere(inside: Inside) -> None:
    assert inside.session(typed=[*SESSION, *COMMIT]).status == 0
    assert inside.session(typed=["not yet", "my private shame"]).status == 3
    inside.clock.later(minutes=5)
    assert inside.run("done").status == 0
    inside.session(typed=[])
    assert inside.drafts() == []
    accounts = inside.history()["checkins"]
    assert [account["outcome"] for account in accounts] == ["done", "done"]
    assert {account.get("obstacle", "") for account in accounts} == {"", "my private shame"}


def test_the_loop_is_named_once_though_the_words_are_the_same(inside: Inside) -> None:
    leave_it = ["not yet", "", "leave it open: its time has not come"]
    named = []
    for visit in range(5):
        inside.clock.later(days=1)
        answers = list(SESSION) if visit == 0 else begin_again(*SESSION)
        accounts = leave_it * visit
        ran = inside.session(typed=[*accounts, *answers, *COMMIT])
        assert ran.status == 0, ran.out
        named.append(WORDS.insight.loop in ran.flat)
    assert named == [False, False, True, False, False]


def test_only_what_was_tried_is_offered_to_be_done_again(inside: Inside) -> None:
    assert inside.session(typed=[*SESSION, *COMMIT]).status == 0
    assert inside.run("checkin", "letgo").status == 0
    assert "Write the first sentence" not in inside.session("rep", typed=[]).flat


def test_a_thought_that_calls_for_help_is_kept_and_answered_with_people(inside: Inside) -> None:
    ran = inside.run("park", "I want to kill myself tonight")
    assert ran.status == 0
    assert "findahelpline.com" in ran.flat
