"""A rehearsal: a whole hour with simulated participants, in which nothing private is told."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from tests.group.test_laws import LANGUAGE, strings
from tests.session.samples import ASKED, GOOD, VAGUE

from nowwhat.group.agenda import agenda_of
from nowwhat.group.answering import Lines
from nowwhat.group.chance import Chance
from nowwhat.group.commands import BreatheTogether, End, OpenSharing, Pair, Remove
from nowwhat.group.hub import LocalHub
from nowwhat.group.manner import drawn
from nowwhat.group.pace import Backward, Forward, Pace
from nowwhat.group.rehearsal import Rehearsal
from nowwhat.group.room import Participant, Room
from nowwhat.group.speed import FastClock
from nowwhat.session.script import (
    Act,
    Breathe,
    Choose,
    Commit,
    Note,
    Option,
    Plan,
    Rate,
    Read,
    Script,
)
from nowwhat.session.state import Ending
from nowwhat.session.verdict import Verdict

CODE = "amber-lake-fox"
ASK = ("What?",)
HURT = (Option("uncomfortable", "No"), Option("hurt", "Yes"), Option("unsure", "Not sure"))
SCRIPT = Script(
    id="group",
    title="Group",
    summary="A group.",
    setting="group",
    steps=(
        Read(id="welcome", says=("Welcome here.",), minutes=4),
        Note(id="insight", ask=ASK, keeps="insight", minutes=5),
        Rate(id="before", ask=ASK, low="none", high="all", keeps="before"),
        Breathe(id="pause", ask=ASK, pattern="sigh", minutes=3),
        Act(id="action", ask=ASK, starters="", minutes=8),
        Choose(id="hurt", ask=ASK, options=HURT, keeps="hurt"),
        Plan(id="when", ask=ASK, part="when", minutes=3),
        Commit(id="commit", ask=ASK, minutes=3),
        Read(id="aloud", says=("Who likes to.",), minutes=5),
        Read(id="close", says=("Thank you.",), minutes=2),
    ),
)
PRIVATE = "a word that nobody shared"
LINES = Lines(
    names=("Ada", "Ben", "Cleo", "Dov"),
    insights=(PRIVATE, f"{PRIVATE} either"),
    actions=("call the clinic at six", "write one line", "walk to the river"),
    plans=(f"{PRIVATE} at six",),
)


def judged(line: str) -> Verdict:
    return {"write one line": VAGUE, "walk to the river": ASKED}.get(line, GOOD)


class Practice:
    """A room that is practised in, by a clock that is moved by hand."""

    def __init__(self, count: int = 25, seed: int = 5, speed: float = 20) -> None:
        self.real = 0.0
        self.clock = FastClock(lambda: self.real, speed)
        self.mishaps: list[Exception] = []
        self.hub = LocalHub(self.clock, self.mishaps.append)
        self.hub.open(
            Room(CODE, "group", Pace(agenda_of(SCRIPT)), 7, 0, 7200, patterns=("sigh",)),
        )
        self.course: list[Room] = []
        self.hub.watch(CODE, self.course.append)
        self.rehearsal = Rehearsal(
            self.hub, CODE, SCRIPT, count,
            clock=self.clock, seed=seed, lines=LINES, judge=judged, day=date(2026, 11, 24),
        )  # fmt: skip

    @property
    def room(self) -> Room:
        room = self.hub.room(CODE)
        assert room is not None
        return room

    def passes(self, seconds: float) -> None:
        """Let time of the room go by, a quarter of a real second at a time."""
        until = self.clock() + seconds
        while self.clock() < until:
            self.real += 0.25
            self.rehearsal.live()

    def lead(self) -> None:
        """Lead through it all, each stop for its time."""
        self.passes(240)
        for stop in agenda_of(SCRIPT):
            self.hub.send(CODE, Forward(), "facilitator")
            if stop.step == "commit":
                self.hub.send(CODE, OpenSharing(), "facilitator")
            if stop.step == "pause":
                self.hub.send(CODE, BreatheTogether("sigh"), "facilitator")
            if stop.step == "close":
                self.hub.send(CODE, Pair(3), "facilitator")
            self.passes(stop.seconds)
        self.hub.send(CODE, End(), "facilitator")
        self.passes(300)


@pytest.fixture(scope="module")
def led() -> Practice:
    practice = Practice()
    practice.lead()
    return practice


def happened(course: list[Room], what: Callable[[Participant], bool]) -> int:
    """To how many it happened at some time."""
    return len({each.id for room in course for each in room.participants if what(each)})


def test_in_a_whole_hour_everything_happens_that_happens_in_groups(led: Practice) -> None:
    course = led.course
    assert len(led.room.participants) == 25
    assert happened(course, lambda each: each.presence == "away") >= 2
    assert happened(course, lambda each: each.line > 1 and each.present) >= 2
    assert happened(course, lambda each: each.ready) >= 15
    assert happened(course, lambda each: each.wants_to_speak) >= 1
    assert happened(course, lambda each: each.wants_buddy) >= 5
    assert happened(course, lambda each: each.asks_on is not None) >= 5
    assert max(len(room.shared) for room in course) >= 5
    assert happened(course, lambda each: each.reached == len(agenda_of(SCRIPT)) - 1) >= 15
    named = {(each.named, bool(_name(room, each.by))) for room in course for each in room.shared}
    assert named >= {(True, True), (False, True)}
    assert led.room.given > len(led.room.shared)
    late = [each for each in led.room.participants if not _was_in_lobby(course, each.id)]
    assert late
    assert all(each.presence == "left" for each in led.room.participants)
    assert led.mishaps == []


def _name(room: Room, number: int) -> str:
    found = room.participant(number)
    return found.name if found else ""


def _was_in_lobby(course: list[Room], number: int) -> bool:
    return any(room.participant(number) for room in course if room.phase == "lobby")


def test_the_engine_is_the_real_one(led: Practice) -> None:
    endings = [person.state.ending for person in led.rehearsal.people]
    assert set(endings) == {Ending.FINISHED, Ending.LEFT}
    assert endings.count(Ending.FINISHED) >= 12
    committed = [person.state.committed for person in led.rehearsal.people]
    finished = [ending is Ending.FINISHED for ending in endings]
    assert finished == committed
    assert any(person.state.set_aside for person in led.rehearsal.people)


def test_somebody_writes_nothing_and_the_group_goes_on(led: Practice) -> None:
    assert any(not person.state.given for person in led.rehearsal.people)
    assert led.room.pace.at == len(agenda_of(SCRIPT)) - 1


def test_nothing_is_in_the_room_that_nobody_shared(led: Practice) -> None:
    names = {f"{name} {n}" for name in LINES.names for n in range(2, 26)} | {*LINES.names, ""}
    tokens = {f"rehearsed-{number}" for number in range(26)}
    script = {"group", "sigh", *(stop.step for stop in agenda_of(SCRIPT))}
    allowed = names | tokens | script | LANGUAGE | {CODE, "2026-11-24"}
    for room in led.course:
        shared = {each.text for each in room.shared}
        assert shared <= set(LINES.actions)
        found = strings(msgspec.json.decode(msgspec.json.encode(room)))
        assert found <= allowed | shared
    said = {given.value for person in led.rehearsal.people for given in person.state.given}
    assert PRIVATE in said


def test_the_same_seed_gives_the_same_hour() -> None:
    rooms = []
    for seed in (5, 5, 6):
        practice = Practice(count=6, seed=seed)
        practice.lead()
        rooms.append(practice.course)
    assert rooms[0] == rooms[1] != rooms[2]


def test_at_another_speed_the_same_people_do_the_same() -> None:
    slow, fast = Practice(count=6, speed=4), Practice(count=6, speed=20)
    for practice in (slow, fast):
        practice.lead()
    ends = [[person.state.ending for person in p.rehearsal.people] for p in (slow, fast)]
    assert ends[0] == ends[1]


def test_who_is_taken_out_is_out_or_comes_back_as_themselves() -> None:
    practice = Practice(count=20)
    practice.passes(200)
    numbers = [each.id for each in practice.room.present]
    for number in numbers:
        practice.hub.send(CODE, Remove(number), "facilitator")
    practice.passes(120)
    back = [each for each in practice.room.participants if each.present and each.id in numbers]
    assert 0 < len(back) < len(numbers)
    assert len({each.token for each in practice.room.participants}) == len(
        practice.room.participants
    )


def test_when_the_pace_goes_back_they_go_with_it() -> None:
    practice = Practice(count=10)
    practice.passes(200)
    for turn in (Forward(), Forward(), Backward()):
        practice.hub.send(CODE, turn, "facilitator")
        practice.passes(30)
    here = [person.state.open_to for person in practice.rehearsal.people if person.number]
    assert set(here) == {"welcome"}


def test_a_room_that_is_gone_is_left_alone() -> None:
    practice = Practice(count=3)
    practice.hub.close(CODE)
    practice.passes(60)
    assert practice.course == []


@pytest.mark.parametrize("count", [0, 201])
def test_there_is_somebody_and_no_crowd(count: int) -> None:
    with pytest.raises(ValueError, match="simulated"):
        Practice(count=count)


# The clock, and chance


def test_a_fast_clock_never_jumps_when_its_speed_is_changed() -> None:
    now = [100.0]
    clock = FastClock(lambda: now[0])
    assert (clock(), clock.speed) == (100, 1)
    now[0] = 110
    clock.go(20)
    assert clock() == 110
    now[0] = 111
    assert clock() == 130
    clock.go(0.1)
    assert (clock(), clock.speed) == (130, 1)
    clock.go(90)
    assert clock.speed == 20


def test_chance_is_even_and_can_be_had_again() -> None:
    one, same, other = Chance(3, 1), Chance(3, 1), Chance(3, 2)
    draws = [one.between(0, 10) for _ in range(1000)]
    assert draws == [same.between(0, 10) for _ in range(1000)]
    assert draws != [other.between(0, 10) for _ in range(1000)]
    assert 4.5 < sum(draws) / 1000 < 5.5
    assert 0 <= min(draws) < max(draws) <= 10
    assert {one.one_of("abc") for _ in range(50)} == set("abc")
    assert not any(one.happens(0) for _ in range(50))
    assert all(one.happens(1) for _ in range(50))


def test_people_differ() -> None:
    manners = [drawn(Chance(1, number)) for number in range(500)]
    assert 10 < sum(each.silent for each in manners) < 70
    assert 40 < sum(each.drops is not None for each in manners) < 130
    assert len({each.types for each in manners}) == 500
