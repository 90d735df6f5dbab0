"""The forms in which people first write an action: each gets the right reason and a question."""

import pytest

from nowwhat.coach import Coach
from nowwhat.session.verdict import Reason

FORMS = [
    ("think about why I shout at the children", Reason.INSIGHT_VERB),
    ("figure out what went wrong with Paul", Reason.INSIGHT_VERB),
    ("my mother never asked how I was", Reason.INSIGHT_VERB),
    ("I always leave before anyone can leave me", Reason.INSIGHT_VERB),
    ("why do I keep doing this", Reason.INSIGHT_VERB),
    ("be better", Reason.NO_BEHAVIOUR),
    ("improve my sleep", Reason.NO_BEHAVIOUR),
    ("handle the situation at work", Reason.NO_BEHAVIOUR),
    ("lose 5 lbs", Reason.OUTCOME),
    ("feel calmer", Reason.OUTCOME),
    ("make him apologise", Reason.NOT_IN_CONTROL),
    ("convince my sister to come back", Reason.NOT_IN_CONTROL),
    ("stop scrolling at night", Reason.NEGATION),
    ("don't shout", Reason.NEGATION),
    ("write my dissertation", Reason.TOO_BIG),
    ("clean the whole house", Reason.TOO_BIG),
    ("call the bank, mop the floor and write to Jan", Reason.SEVERAL),
    ("go for a run every day", Reason.ONGOING),
    ("maybe ring my cousin", Reason.HEDGED),
    ("try to get up early", Reason.HEDGED),
    ("wash the car if I feel like it", Reason.HEDGED),
]


@pytest.mark.parametrize(("line", "reason"), FORMS)
def test_each_form_is_known_for_what_it_is(coach: Coach, line: str, reason: Reason) -> None:
    verdict = coach.judge(line)
    assert not verdict.concrete
    assert verdict.reasons[0] is reason


@pytest.mark.parametrize(("line", "reason"), FORMS)
def test_each_form_gets_a_question_of_its_reason(coach: Coach, line: str, reason: Reason) -> None:
    asked = coach.question(line, coach.judge(line), 1, 0)
    wordings = coach._lexicon.questions.reasons[reason]
    known = {words.replace("{words}", line) for words in (*wordings.quoting, *wordings.plain)}
    assert asked in known


CONCRETE = [
    "gp appt, ring 8am mon",
    "ring the surgery",
    "dishes, 10 min",
    "email to landlord",
    "20 press-ups",
    "If he raises his voice I will leave the room",
    "After I pour the coffee, I will write one line",
    "sit with her photo for ten minutes",
    "cry for as long as it takes",
    "lie down for half an hour",
    "I want to call the clinic",
    "Today at 18:00 I call the clinic",
    "tell Ana about the drinking",
    "say no to the extra shift",
]


@pytest.mark.parametrize("line", CONCRETE)
def test_terse_lines_plans_rest_and_mourning_are_actions(coach: Coach, line: str) -> None:
    assert coach.judge(line).accepted


@pytest.mark.parametrize("line", ["ring the surgery", "take out the bins", "wash one plate"])
def test_a_missing_time_never_makes_an_action_vague(coach: Coach, line: str) -> None:
    verdict = coach.judge(line)
    assert verdict.concrete
    assert not verdict.when


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("ring the surgery at 8.30 tomorrow", "8.30"),
        ("ring the surgery tomorrow at 8 a.m.", "8 a.m."),
        ("after lunch walk to the river", "lunch"),
        ("hand in the form by Friday", "Friday"),
        ("When the kettle boils I will do two squats", "kettle"),
        ("If it is 7 pm, I switch the phone off", "7 pm"),
        ("walk for ten minutes", ""),
        ("read for half an hour", ""),
        ("take the stairs every day", ""),
        ("call Ann if I have time", ""),
    ],
)
def test_a_cue_is_a_time_or_an_event_and_never_a_length(coach: Coach, line: str, when: str) -> None:
    found = coach.cue_in(line).when
    assert when in found
    assert bool(when) is bool(found)
