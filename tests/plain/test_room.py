"""A room in lines: what it tells waits for Enter, and each thing one may do has a word."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS
from tests.plain.person import Person
from tests.screens.group.company import Company

from nowwhat.group.commands import (
    AskBuddy,
    BreatheNoMore,
    BreatheTogether,
    Command,
    Drop,
    End,
    OpenSharing,
    Pair,
    Remove,
    Return,
    Share,
    WantBuddy,
)
from nowwhat.group.pace import Backward, Forward, Pause
from nowwhat.packs.filling import fill
from nowwhat.plain.lines import EndOfInputError
from nowwhat.plain.room import RoomStay
from nowwhat.session.events import Event
from nowwhat.session.state import Ending
from nowwhat.sitting.draft import decode

SAID, MENU, END = WORDS.room, WORDS.room_menu, WORDS.room_end
INSIGHT = "I wait until others begin"
DO = "call the clinic today at 18:00"

Answer = str | Callable[[], str]


class Talk:
    """A company of which one is in lines."""

    def __init__(self, inside: Inside, *, name: str = "Ada") -> None:
        self.company = Company(inside, name=name)
        self.clock = inside.clock
        self.calls = 0
        self.kept: list[int] = []

    def led(self, *commands: Command, line: str = "") -> Callable[[], str]:
        """A line that is typed while the room is led."""

        def then() -> str:
            for command in commands:
                self.company.ask(command)
            return line

        return then

    def to(self, stop: str, line: str = "") -> Callable[[], str]:
        """The same, to a stop."""

        def then() -> str:
            self.company.open(stop)
            return line

        return then

    @property
    def taken(self) -> list[Event]:
        """The events of their draft."""
        drafts = self.company.desk.drafts
        (draft_id,) = drafts.ids()
        return [taken.event for taken in decode(drafts.load(draft_id)).taken]

    def speak(self, *answers: Answer, keeps: bool = False) -> tuple[Person, Ending | None]:
        """Let them answer; gives all that they heard, and how it ended, if it did."""
        person = Person(self.clock, answers)

        def direct(work: Callable[[], object]) -> object:
            self.calls += 1
            return work()

        company, journal = self.company, self.company.desk.journal
        stay = RoomStay(
            company.desk,
            person,
            company.link,
            company.desk.pack.script("group"),
            call=direct,  # type: ignore[arg-type]
            keep=(lambda: self.kept.append(len(journal.actions()))) if keeps else None,
        )
        try:
            return person, stay.run()
        except EndOfInputError:
            return person, None


@pytest.fixture
def talk(inside: Inside) -> Talk:
    return Talk(inside)


def test_the_lobby_says_who_can_know_what_and_enter_looks_whether_it_has_begun(talk: Talk) -> None:
    person, _ = talk.speak("", talk.led(Forward()), "leave", "leave")
    heard = person.heard
    assert all(words in heard for words in SAID.lobby)
    assert heard.count(WORDS.waiting.before) == 1
    assert heard.count(WORDS.room_lines.wait) == 2
    assert "Is this a good hour for you?" in heard
    assert talk.calls > 5


def test_a_line_that_was_begun_before_the_room_went_on_answers_its_own_question(
    talk: Talk,
) -> None:
    talk.company.open("insight")
    person, _ = talk.speak(talk.led(Forward(), line=INSIGHT), "back", "back", "", "on")
    heard = person.heard
    assert heard.index(f"> {INSIGHT}") < heard.index(SAID.on)
    assert fill(WORDS.plain.begun, {"half": INSIGHT}) in heard
    assert heard[heard.index(SAID.on) + 2].startswith("A pause is not there")


def test_an_empty_line_is_no_answer_once_the_room_has_gone_on(talk: Talk) -> None:
    talk.company.open("alone")
    person, _ = talk.speak(talk.led(Forward()), "back")
    heard = person.heard
    assert SAID.on in heard
    assert WORDS.plain.not_empty not in heard
    assert heard.count("What of your plan would you say aloud, if anything?") == 2
    assert "Noted" not in [type(event).__name__ for event in talk.taken]


def test_nothing_of_the_room_is_said_before_a_line_was_given(talk: Talk) -> None:
    talk.company.open("insight")
    before: list[int] = []

    def meanwhile() -> str:
        before.append(len(person_heard()))
        talk.company.ask(Pause())
        talk.company.ask(OpenSharing())
        before.append(len(person_heard()))
        return INSIGHT

    person = Person(talk.clock, [meanwhile, "7"])

    def person_heard() -> list[str]:
        return person.heard

    company = talk.company
    script = company.desk.pack.script("group")
    stay = RoomStay(company.desk, person, company.link, script, call=lambda work: work())
    with pytest.raises(EndOfInputError):
        stay.run()
    assert before[0] == before[1]
    assert person.heard.index(SAID.held) > person.heard.index(f"> {INSIGHT}")
    assert SAID.sharing not in person.heard[: before[1]]


def test_who_comes_late_hears_one_line_of_it(talk: Talk) -> None:
    talk.company.open("pause")
    person, _ = talk.speak()
    stops = talk.company.link.view().pacing.stops
    assert fill(SAID.late, {"number": 4, "all": stops}) in person.heard


def test_the_whole_hour_to_the_card_with_what_is_taken_along(talk: Talk) -> None:
    person, ending = talk.speak(
        talk.to("insight"), INSIGHT, "7", talk.to("pause"), "sit", "4", talk.to("door"),
        "fraction", talk.to("action"), DO, "uncomfortable", talk.to("when"), "today at 18:00",
        talk.to("obstacle"), "I freeze", "I breathe out", talk.to("commit"), "I will",
        talk.to("card"), talk.led(End()), END.card, END.whole, END.keep, "leave",
        keeps=True,
    )  # fmt: skip
    heard = "\n".join(person.heard)
    assert ending is Ending.FINISHED
    assert SAID.over in person.heard
    assert f"# {WORDS.carry.heading}" in heard
    assert f"> {INSIGHT}" in heard[heard.index(f"# {END.heading}") :]
    assert talk.kept == [1]
    assert person.heard[-2:] == [END.kept, END.left]
    assert talk.company.me.presence == "left"


def test_who_leaves_at_the_end_without_an_action_is_not_held(talk: Talk) -> None:
    talk.company.open("insight")
    person, ending = talk.speak(INSIGHT, "7", talk.led(End()), "")
    assert ending is Ending.OPEN
    assert person.heard[-1] == END.left
    assert not talk.company.desk.journal.actions()


def test_who_has_no_action_is_told_of_no_card(talk: Talk) -> None:
    talk.company.open("insight")
    person, _ = talk.speak(INSIGHT, "7", talk.to("card"), talk.led(End()), "")
    assert SAID.over in person.heard
    assert WORDS.card.title not in person.heard
    assert WORDS.card.plank_none not in person.heard


def test_leaving_asks_and_staying_is_as_good(talk: Talk) -> None:
    talk.company.open("insight")
    person, ending = talk.speak("leave", "", "leave", "1")
    assert ending is Ending.LEFT
    assert person.heard.count(END.ask) == 2
    assert person.heard.count("What have you understood?") == 2


def test_sharing_is_heard_as_others_will_see_it_and_taken_back(talk: Talk) -> None:
    talk.company.open("insight")
    talk.company.ask(OpenSharing())
    shared: list[int] = []

    def look() -> str:
        shared.append(len(talk.company.room.shared))
        return "board"

    person, _ = talk.speak("share", "I thought so", MENU.with_name, "yes", look, "take back", look)
    assert "Ada: I thought so" in person.heard
    assert person.heard.index("Ada: I thought so") < person.heard.index(WORDS.room_lines.shared)
    assert fill(MENU.item_mine, {"text": "Ada: I thought so"}) in person.heard
    assert MENU.taken_back in person.heard
    assert MENU.board_empty in person.heard
    assert shared == [1, 0]


def test_a_board_that_is_closed_and_nothing_to_take_back_are_said(talk: Talk) -> None:
    talk.company.open("insight")
    person, _ = talk.speak("share", "take back", "buddies", "breathe")
    assert {
        MENU.board_closed,
        WORDS.room_lines.nothing_mine,
        WORDS.room_refused.no_buddy,
        WORDS.room_lines.breathe_none,
    } <= set(person.heard)


def test_buddies_and_a_word_afterwards_are_asked_for_by_a_word(talk: Talk) -> None:
    company = talk.company
    company.open("insight")

    def pair() -> str:
        company.ask(WantBuddy(), 2)
        company.ask(Pair(1))
        company.ask(Share("ring the bank", "action", place="buddy"), 2)
        company.ask(AskBuddy(date(2026, 3, 5)), 2)
        return "buddies"

    person, _ = talk.speak("buddy", "speak", pair, "on Friday", "speak")
    assert MENU.said_speak in person.heard
    assert MENU.said_speak_no in person.heard
    assert [
        said for said in person.heard if "Ben" in said or "bank" in said or "Thursday, 05" in said
    ] == ["Ben", "ring the bank", "Will ask you on Thursday, 05 March."]
    assert company.me.asks_on == date(2026, 3, 6)
    assert company.me.wants_buddy


def test_breathing_together_is_in_phase_and_ends_with_a_line_or_the_room(inside: Inside) -> None:
    talk = Talk(inside)
    company = talk.company
    company.now = inside.clock.elapsed  # type: ignore[method-assign]
    company.hub._clock = inside.clock.elapsed
    company.open("insight")
    company.ask(BreatheTogether("extended-exhale"))
    inside.clock.gone += 5.0
    person = Person(inside.clock, ["breathe", "breathe"], early=[(31.0, "")])
    waits = person.wait

    def wait(seconds: float) -> str | None:
        if inside.clock.gone > 60:
            company.ask(BreatheNoMore())
        return waits(seconds)

    person.wait = wait  # type: ignore[method-assign]
    script = company.desk.pack.script("group")
    stay = RoomStay(company.desk, person, company.link, script, call=lambda work: work())
    with pytest.raises(EndOfInputError):
        stay.run()
    pattern = company.desk.pack.pattern("extended-exhale")
    turns = [at for at, said in person.said if said.startswith(pattern.phases[0].word)]
    begun_again = [at for at in turns if at not in (5.0, 31.0)]  # these came in within a phase
    assert len(begun_again) > 4
    assert {round(at % pattern.cycle_seconds, 6) for at in begun_again} == {0}
    assert WORDS.room_lines.breathe_left in person.heard
    assert person.heard.count(SAID.breathed) == 1


def test_one_goes_on_alone_and_the_room_leads_no_more(talk: Talk) -> None:
    talk.company.open("insight")
    person, ending = talk.speak(INSIGHT, "alone", "", "", talk.led(Backward()), "leave", "2", "1")
    assert MENU.alone_said in person.heard
    assert talk.company.me.presence == "left"
    assert ending is Ending.LEFT
    assert SAID.to_last not in person.heard
    assert f"> {INSIGHT}" in "\n".join(person.heard[person.heard.index(MENU.alone_said) :])


def test_who_is_taken_out_is_told_and_may_go_on_alone(talk: Talk) -> None:
    talk.company.open("insight")
    person, _ = talk.speak(INSIGHT, talk.led(Remove(1), line="7"), "alone")
    assert SAID.removed in person.heard
    assert MENU.alone_said in person.heard


def test_whose_line_drops_is_back_where_they_were(talk: Talk) -> None:
    talk.company.open("insight")
    talk.speak(INSIGHT)
    talk.company.ask(Drop(), 1)
    talk.company.ask(Return("t1"), "newcomer")
    person, _ = talk.speak("7")
    assert "How uncomfortable is it to think of doing something about it?" in person.heard
    assert "What have you understood?" not in person.heard
    assert talk.company.me.ready


def test_a_line_that_was_cut_with_its_connection_is_there_again(talk: Talk) -> None:
    def cut() -> str:
        raise EndOfInputError("I wait un")

    talk.company.open("insight")
    talk.speak(cut)
    person, _ = talk.speak()
    assert fill(WORDS.plain.begun, {"half": "I wait un"}) in person.heard


def test_help_tells_the_words_of_the_room(talk: Talk) -> None:
    talk.company.open("insight")
    person, _ = talk.speak("help")
    assert person.heard.count(WORDS.room_lines.help[0]) == 2  # on coming, and when it is asked for


def test_no_word_of_the_room_is_another_word_of_lines() -> None:
    ours = WORDS.room_command
    theirs = WORDS.command
    words = [
        word.casefold()
        for table in (ours, theirs)
        for key in table.__struct_fields__
        for word in getattr(table, key)
    ]
    assert len(words) == len(set(words))


def test_nothing_that_is_typed_enters_the_room(talk: Talk) -> None:
    talk.company.open("insight")
    talk.speak("zyzzyva one", "7", talk.to("action"), "write zyzzyva on a card today", "1", "zyzz")
    assert not any(b"zyzz" in each for each in talk.company.seen)
    assert replace(talk.company.me, ready=False, reached=5) == replace(talk.company.me, ready=False)


def test_in_lines_words_are_named_to_type_and_no_keys(talk: Talk) -> None:
    talk.company.open("insight")
    together = talk.led(OpenSharing(), BreatheTogether("coherent"))
    person, _ = talk.speak(
        together, talk.led(BreatheNoMore()), "share", "I thought so", "1", "1", "leave", "leave"
    )
    heard = person.heard
    said = WORDS.room_lines
    assert all(words in heard for words in (said.sharing, said.breathing, said.shared))
    assert MENU.place_ask not in heard, "there is one place"
    assert "F7" not in "\n".join(heard)


def test_whoever_was_taken_out_is_not_told_that_the_group_has_ended(talk: Talk) -> None:
    talk.company.open("insight")
    person, _ = talk.speak(INSIGHT, talk.led(Remove(1), line="7"), "leave")
    assert WORDS.room_lines.removed_ask in person.heard
    assert SAID.over_ask not in person.heard
