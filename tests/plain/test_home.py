"""The way in, and the night: what is offered, and that every answer leads somewhere sensible."""

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, SESSIONS, lines_of
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS, question
from tests.plain.person import NIGHT, FrozenClock, Person

from nowwhat.packs.filling import fill

HOME = WORDS.home


class AtTheirTerminal(Person):
    """Somebody at a terminal, not a pipe."""

    interactive = True


@pytest.fixture
def by_night(inside: Inside) -> Inside:
    """The same, at ten past two."""
    inside.clock.at = NIGHT
    return inside


def talk(inside: Inside, *typed: str) -> tuple[int, str]:
    """Go to a session at a terminal; give the exit status and what was said."""
    person = AtTheirTerminal(inside.clock, typed)
    ran = inside.run("session", around={"lines": person})
    assert "Something went wrong" not in ran.err
    return ran.status, "\n".join(person.heard)


def home(inside: Inside, *typed: str) -> Ran:
    ran = inside.run("--plain", typed=typed)
    assert ran.err == "", ran.err
    return ran


def test_home_leads_to_a_session_with_answers_piped_all_the_way(inside: Inside) -> None:
    ran = home(inside, "1", *lines_of(BRIDGE))
    assert ran.status == 0, ran.out
    assert inside.history()["sessions"][0]["script"] == "bridge"


@pytest.mark.parametrize(
    ("number", "name"), [("2", "bridge-full"), ("3", "two-minutes"), ("4", "rep"), ("5", "stuck")]
)
def test_home_leads_to_every_session(inside: Inside, number: str, name: str) -> None:
    assert home(inside, number, *lines_of(SESSIONS[name][1])).status == 0
    assert len(inside.history()["sessions"]) == 1


def test_home_shows_what_is_open(inside: Inside) -> None:
    assert inside.session(typed=lines_of(BRIDGE)).status == 0
    assert f"Open: {ACTION}" in home(inside, "leave").flat
    inside.session("two-minutes", typed=lines_of(SESSIONS["two-minutes"][1]))
    assert fill(HOME.open_more, {"count": 2}) in home(inside, "leave").flat


@pytest.mark.parametrize("typed", ["breathe", "6"])
def test_home_leads_to_breathing_and_what_is_typed_is_heard_there(
    inside: Inside, typed: str
) -> None:
    ran = home(inside, typed, "")
    assert ran.status == 0
    assert ran.flat.endswith(WORDS.breath.left)


def test_home_keeps_a_thought(inside: Inside) -> None:
    ran = home(inside, "7", "a thought", "never read")
    assert (ran.status, ran.flat.endswith(WORDS.shell.parked)) == (0, True)
    assert inside.history()["insights"][0]["text"] == "a thought"


@pytest.mark.parametrize("line", ["leave", "back", "set down", "", "   "])
def test_home_keeps_no_thought_where_there_is_none(inside: Inside, line: str) -> None:
    assert home(inside, "7", line).status == 0
    assert inside.history()["insights"] == []


def test_home_understands_care_and_help_while_it_waits_for_a_thought(inside: Inside) -> None:
    ran = home(inside, "7", "care", "help", "repeat", "a thought")
    assert PACK.care.words.grounding in ran.flat
    assert WORDS.plain.help[0] in ran.flat
    assert ran.flat.count(HOME.park_ask) == 4
    assert inside.history()["insights"][0]["text"] == "a thought"


@pytest.mark.parametrize("line", ["leave", "10", "quit", "Leave"])
def test_home_is_left_with_a_word(inside: Inside, line: str) -> None:
    assert home(inside, line).status == 0
    assert not inside.folder.exists()


def test_home_ends_with_its_input(inside: Inside) -> None:
    assert home(inside).status == 0
    assert home(inside, "7").status == 0


@pytest.mark.parametrize("line", ["0", "11", "", "x", "\x1b[A"])
def test_home_asks_again_for_what_it_does_not_know(inside: Inside, line: str) -> None:
    ran = home(inside, line, "leave")
    assert fill(WORDS.plain.not_a_choice, {"top": 10}) in ran.flat
    assert ran.out.count(HOME.ask) == 2


def test_at_night_home_offers_the_short_one_first(by_night: Inside) -> None:
    ran = home(by_night, "1", *lines_of(SESSIONS["two-minutes"][1]))
    assert ran.status == 0
    assert by_night.history()["sessions"][0]["script"] == "two-minutes"


@pytest.mark.parametrize(("line", "script"), [("1", "two-minutes"), ("2", "bridge")])
def test_at_night_the_short_one_is_suggested(by_night: Inside, line: str, script: str) -> None:
    status, said = talk(by_night, line, "leave")
    assert status == 3
    assert WORDS.visit.night in said
    assert by_night.drafts()[0].read_bytes().count(f'"id":"{script}"'.encode()) == 1


@pytest.mark.parametrize("line", ["leave", "quit"])
def test_the_suggestion_at_night_may_be_left(by_night: Inside, line: str) -> None:
    status, said = talk(by_night, line)
    assert (status, WORDS.plain.left in said) == (3, True)
    assert by_night.drafts() == []


def test_at_night_the_input_may_end_at_the_suggestion(by_night: Inside) -> None:
    status, said = talk(by_night)
    assert (status, WORDS.plain.input_ended in said) == (3, True)


def test_at_night_care_and_help_are_understood_at_the_suggestion(by_night: Inside) -> None:
    _, said = talk(by_night, "care", "help", "back", "1", "leave")
    assert PACK.care.words.grounding in said
    assert WORDS.plain.help[0] in said
    assert said.count(WORDS.visit.night) == 4


def test_nothing_is_suggested_by_day_or_to_a_pipe_or_to_who_named_a_script(
    by_night: Inside,
) -> None:
    assert WORDS.visit.night not in by_night.session(typed=["leave"]).flat
    assert WORDS.visit.night not in by_night.session("bridge", typed=["3", "leave"]).flat
    by_night.clock.later(hours=3)
    assert WORDS.visit.night not in talk(by_night, "3", "leave")[1]


def an_action_is_open(inside: Inside) -> None:
    now, inside.clock.at = inside.clock.at, FrozenClock().at
    assert inside.session(typed=lines_of(BRIDGE)).status == 0
    inside.clock.at = now


def test_at_night_the_check_in_may_be_put_off_and_comes_back(by_night: Inside) -> None:
    an_action_is_open(by_night)
    ran = by_night.session(typed=["later", "a thought at night", "leave"])
    assert ran.status == 3
    assert WORDS.visit.postpone.partition("{")[0].strip() in ran.flat
    assert by_night.history()["checkins"] == []
    by_night.clock.later(hours=7)
    again = by_night.session(typed=["2", "1", "2"])
    assert WORDS.visit.check_in in again.flat
    assert by_night.history()["checkins"][0]["outcome"] == "done"


def test_put_off_just_before_five_it_stays_put_off(by_night: Inside) -> None:
    an_action_is_open(by_night)

    def too_late() -> str:
        by_night.clock.later(hours=6)
        return "later"

    person = Person(by_night.clock, [too_late, "leave"])
    ran = by_night.run("session", around={"lines": person})
    assert (ran.status, ran.err) == (3, "")


def test_by_day_the_check_in_is_not_put_off(inside: Inside) -> None:
    an_action_is_open(inside)
    ran = inside.session(typed=["later", "1", "2"])
    assert fill(WORDS.plain.not_a_choice, {"top": 4}) in ran.flat
    assert len(inside.history()["checkins"]) == 1


def test_what_waits_may_be_gone_on_with_left_or_set_down(inside: Inside) -> None:
    for line in ("the first", "the second"):
        assert inside.session(typed=[*(["2"] if inside.drafts() else []), line]).status == 3
        inside.clock.later(hours=1)
    assert len(inside.drafts()) == 2
    ran = inside.session(typed=["3", "1", "leave"])
    assert ran.flat.count(WORDS.visit.resume_yes) == 2
    assert WORDS.plain.set_down in ran.flat
    (left,) = inside.drafts()
    assert b"the first" in left.read_bytes()
    assert inside.history()["sessions"][0]["ending"] == "set_down"
    assert question("bridge", "discomfort") in ran.flat


def test_at_the_question_about_what_waits_the_words_are_understood(inside: Inside) -> None:
    assert inside.session(typed=["a thought"]).status == 3
    ran = inside.session(typed=["help", "care", "repeat", "x", "leave"])
    assert ran.status == 3
    assert PACK.care.words.grounding in ran.flat
    assert fill(WORDS.plain.not_a_choice, {"top": 3}) in ran.flat
    assert ran.flat.count(WORDS.visit.resume_yes) == 5
    assert len(inside.drafts()) == 1
