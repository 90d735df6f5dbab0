"""The breathing within a session: offered, changed, declined, led, and what is said of it."""

import pytest
from tests.end_to_end.answers import BRIDGE, lines_of
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS, question
from tests.plain.person import Person

from nowwhat.packs.filling import fill
from nowwhat.plain.visit import Visit

AT = [step for step, _ in BRIDGE].index("breathe")
BEFORE, AFTER = lines_of(BRIDGE[:AT]), lines_of(BRIDGE[AT + 1 :])
NO = WORDS.command.no[0]


def pause_of(inside: Inside) -> dict[str, object]:
    pauses = inside.history()["sessions"][0]["pauses"]
    assert len(pauses) == 1
    pause: dict[str, object] = pauses[0]
    return pause


def at_the_offer(inside: Inside, *typed: str) -> Ran:
    ran = inside.session(typed=[*BEFORE, *typed, *AFTER])
    assert (ran.status, ran.err) == (0, ""), ran.out
    return ran


def test_it_may_be_declined_with_one_word(inside: Inside) -> None:
    ran = at_the_offer(inside, NO)
    assert WORDS.breath.declined in ran.flat
    assert pause_of(inside) == {"pattern": "extended-exhale", "seconds": 0, "ending": "declined"}


def test_left_early_it_is_said_so_without_praise(inside: Inside) -> None:
    ran = at_the_offer(inside, "", "")
    assert WORDS.breath.left in ran.flat
    assert "You left before the end, as you chose. Before: 6. Now: 4." in ran.flat
    assert pause_of(inside)["ending"] == "left"


def test_with_all_answers_piped_it_runs_to_its_end_and_the_answers_wait(inside: Inside) -> None:
    ran = at_the_offer(inside, "")
    assert ran.flat.count("In, 4 Out, 6") == 6
    assert "You stayed with it to the end. Before: 6. Now: 4." in ran.flat
    assert pause_of(inside) == {"pattern": "extended-exhale", "seconds": 60, "ending": "stayed"}
    assert inside.clock.gone == pytest.approx(60)


def test_another_length_and_another_pattern_may_be_had(inside: Inside) -> None:
    ran = at_the_offer(inside, "3", "other", "box", "")
    offer: dict[str, str | int] = {"title": PACK.pattern("box").title, "seconds": 192}
    assert fill(WORDS.breath.offer, offer) in ran.flat
    assert PACK.pattern("box").cautions[0] in ran.flat
    assert pause_of(inside) == {"pattern": "box", "seconds": 192, "ending": "stayed"}


@pytest.mark.parametrize("line", ["31", "0", "-3", "2.5", "yes please"])
def test_any_other_line_is_answered_with_what_may_be_typed(inside: Inside, line: str) -> None:
    ran = at_the_offer(inside, line, NO)
    assert fill(WORDS.breath.minutes_range, {"top": 30}) in ran.flat


def test_the_bell_is_remembered_and_may_be_put_back(inside: Inside) -> None:
    ran = at_the_offer(inside, "bell", "")
    assert WORDS.breath.by_bell in ran.flat
    assert ran.out.count("\a") == 13
    assert "In, 4" not in ran.out
    inside.clock.later(days=1)
    again = inside.session(
        typed=["1", "2", *(line for line in [*BEFORE[:2], *BEFORE[3:]]), "bell", "", "leave"]
    )
    assert "\a" not in again.out.partition(WORDS.breath.in_words)[2]
    assert "In, 4" in again.out


def test_the_end_of_input_in_the_middle_keeps_the_step_open(inside: Inside) -> None:
    assert inside.session(typed=[*BEFORE, ""]).status == 3
    ran = inside.session(typed=["1", NO, *AFTER])
    assert ran.status == 0
    assert pause_of(inside)["ending"] == "declined"


def visited(inside: Inside, person: Person) -> str:
    """Visit with everything typed by the clock; give what was said."""
    Visit(inside.run("where").around.desk(), person).run(PACK.script("bridge"))
    return "\n".join(person.heard)


def test_what_is_typed_while_it_runs_answers_what_follows(inside: Inside) -> None:
    early = [(3.0, AFTER[0]), (9.0, "p"), (20.0, AFTER[1])]
    person = Person(inside.clock, [*BEFORE, "", "", *AFTER[2:]], early=early)
    visited(inside, person)
    assert pause_of(inside) == {"pattern": "extended-exhale", "seconds": 60, "ending": "stayed"}
    assert inside.history()["sessions"][0]["after"] == int(AFTER[0])
    assert inside.history()["sessions"][0]["answers"]["door"] == "fraction"


def test_care_and_help_in_the_middle_hold_the_breath_and_lose_nothing(inside: Inside) -> None:
    early = [(3.0, "care"), (9.0, "help"), (15.0, "slower")]
    person = Person(inside.clock, [*BEFORE, "", *AFTER[:1], "leave"], early=early)
    said = visited(inside, person)
    for words in (PACK.care.words.grounding, WORDS.plain.help[0], WORDS.plain.slower):
        assert words in said
    assert person.heard.count("In, 4") == 6


def test_back_in_the_middle_leads_to_the_question_before(inside: Inside) -> None:
    person = Person(inside.clock, [*BEFORE, "", "4", *AFTER[1:]], early=[(3.0, "back")])
    said = visited(inside, person)
    assert said.count(question("bridge", "pause")) == 2
    assert "pauses" not in inside.history()["sessions"][0]


def test_leave_in_the_middle_keeps_the_step_open(inside: Inside) -> None:
    person = Person(inside.clock, [*BEFORE, ""], early=[(3.0, "leave")])
    assert WORDS.plain.left in visited(inside, person)
    assert inside.session(typed=["1", NO, *AFTER]).status == 0


def test_set_down_in_the_middle_puts_the_session_away(inside: Inside) -> None:
    person = Person(inside.clock, [*BEFORE, ""], early=[(3.0, "set down")])
    assert WORDS.plain.set_down in visited(inside, person)
    assert inside.history()["sessions"][0]["ending"] == "set_down"


def test_when_it_rose_grounding_is_offered(inside: Inside) -> None:
    said = visited(inside, Person(inside.clock, [*BEFORE, "", "8", "1", "", *AFTER[1:]]))
    assert question("bridge", "risen_offer") in said
    pauses = inside.history()["sessions"][0]["pauses"]
    assert [(p["pattern"], p["ending"]) for p in pauses] == [
        ("extended-exhale", "stayed"),
        ("grounding", "stayed"),
    ]


@pytest.mark.parametrize(("after", "offered"), [("7", False), ("8", True)])
def test_it_is_offered_from_a_rise_of_two_on(inside: Inside, after: str, offered: bool) -> None:
    ran = inside.session(typed=[*BEFORE, "", "", after])
    assert (question("bridge", "risen_offer") in ran.flat) is offered
