"""Breathing by the clock, in lines: exact, held, left, and never in the way of what was typed."""

import pytest
from tests.end_to_end.questions import PACK, WORDS
from tests.plain.person import FrozenClock, Person

from nowwhat.packs.filling import fill
from nowwhat.plain.breathing import Pacer
from nowwhat.plain.commands import LeaveAsked
from nowwhat.plain.lines import EndOfInputError
from nowwhat.session.breathing import Move, Pattern, Phase, turns

HALF_AN_HOUR = 1800.0
LONG = PACK.pattern("extended-exhale")
EACH = pytest.mark.parametrize("pattern", PACK.patterns, ids=lambda pattern: pattern.id)


def line_of(phase: Phase) -> str:
    words = WORDS.breath.still if phase.move is Move.STILL else WORDS.breath.phase
    return fill(words, {"word": phase.word, "seconds": f"{phase.seconds:g}"})


def endless(pattern: Pattern) -> Pattern:
    """The same, as often as one likes."""
    return Pattern(pattern.id, pattern.title, pattern.summary, pattern.phases)


def pacer(person: Person, **others: bool) -> Pacer:
    return Pacer(person, person.clock, WORDS.breath, WORDS.command, **others)  # type: ignore[arg-type]


@EACH
def test_every_phase_is_said_at_its_time_over_half_an_hour(pattern: Pattern) -> None:
    person = Person(FrozenClock())
    person.clock.gone = 1234.567
    breath = pacer(person).lead(endless(pattern), HALF_AN_HOUR)
    due = [(start, line_of(phase)) for start, phase, _ in turns(endless(pattern), HALF_AN_HOUR)]
    assert [text for _, text in person.said] == [text for _, text in due]
    assert [at - 1234.567 for at, _ in person.said] == pytest.approx(
        [start for start, _ in due], abs=1e-6
    )
    assert breath.ending == "stayed"
    assert breath.seconds == round(endless(pattern).seconds_for(HALF_AN_HOUR))
    assert person.clock.gone - 1234.567 == pytest.approx(endless(pattern).seconds_for(HALF_AN_HOUR))


@EACH
def test_a_machine_that_oversleeps_every_time_does_not_drift(pattern: Pattern) -> None:
    slow = 0.025
    person = Person(FrozenClock(), slow=slow)
    pacer(person).lead(endless(pattern), HALF_AN_HOUR)
    due = [start for start, _, _ in turns(endless(pattern), HALF_AN_HOUR)]
    late = [at - start for (at, _), start in zip(person.said, due, strict=True)]
    assert -1e-6 <= min(late) <= max(late) <= slow + 1e-6


@EACH
def test_by_the_bell_nothing_is_said_and_each_turn_rings(pattern: Pattern) -> None:
    person = Person(FrozenClock())
    pacer(person).lead(pattern, 60, bell=True)
    due = [start for start, _, _ in turns(pattern, 60)] + [pattern.seconds_for(60)]
    assert person.heard == ["\a"] * len(due)
    assert [at for at, _ in person.said] == pytest.approx(due)


def test_four_seven_eight_ends_after_four_breaths_however_long_it_was_asked_for() -> None:
    person = Person(FrozenClock())
    pacer(person).lead(PACK.pattern("four-seven-eight"), HALF_AN_HOUR)
    assert person.clock.gone == pytest.approx(4 * 19)


@pytest.mark.parametrize("key", ["", "   "])
def test_enter_leaves_at_once(key: str) -> None:
    person = Person(FrozenClock(), early=[(13.2, key)])
    breath = pacer(person).lead(LONG, 60)
    assert (breath.ending, breath.seconds, breath.unheard) == ("left", 13, ())
    assert person.clock.gone == 13.2


@pytest.mark.parametrize("key", ["p", "P", "pause"])
@pytest.mark.parametrize("going_on", ["", "p", "go on"])
def test_a_pause_holds_the_time_and_leaves_nothing_out(key: str, going_on: str) -> None:
    person = Person(FrozenClock(), early=[(5.5, key)])

    def come_back() -> str:
        person.clock.gone += 100
        return going_on

    person.answers = [come_back]
    breath = pacer(person).lead(LONG, 20)
    assert (breath.ending, breath.seconds) == ("stayed", 20)
    assert person.said[:2] == [(0.0, "In, 4"), (4.0, "Out, 6")]
    assert person.said[2] == (5.5, WORDS.breath.paused)
    assert person.said[4:] == [(110.0, "In, 4"), (114.0, "Out, 6")]
    assert breath.unheard == (("go on",) if going_on == "go on" else ())


def test_the_key_that_pauses_does_not_leave_and_the_one_that_leaves_does_not_pause() -> None:
    held = Person(FrozenClock(), [""], early=[(1.0, "p")])
    assert pacer(held).lead(LONG, 10).ending == "stayed"
    assert WORDS.breath.paused in held.heard
    left = Person(FrozenClock(), early=[(1.0, "")])
    assert pacer(left).lead(LONG, 10).ending == "left"
    assert WORDS.breath.paused not in left.heard


@pytest.mark.parametrize("bell", [False, True])
def test_a_line_that_was_missed_is_said_again(bell: bool) -> None:
    person = Person(FrozenClock(), early=[(1.0, "repeat"), (5.0, "Repeat")])
    breath = pacer(person).lead(LONG, 10, bell=bell)
    assert (breath.ending, breath.seconds, breath.unheard) == ("stayed", 10, ())
    said = [(at, text) for at, text in person.said if text != "\a"]
    assert said[-1] == (5.0, "Out, 6")
    assert (1.0, "In, 4") in said


def test_lines_typed_ahead_are_kept_for_what_follows() -> None:
    person = Person(FrozenClock(), early=[(1.0, "7"), (6.0, "the second door"), (7.0, " x ")])
    breath = pacer(person).lead(LONG, 10)
    assert breath.ending == "stayed"
    assert breath.unheard == ("7", "the second door", " x ")


def test_what_a_command_takes_is_not_counted() -> None:
    person = Person(FrozenClock(), early=[(5.0, "care")])

    def command(line: str) -> bool:
        person.clock.gone += 60
        return line == "care"

    leading = Pacer(person, person.clock, WORDS.breath, WORDS.command, on_command=command)
    breath = leading.lead(LONG, 20)
    assert (breath.seconds, breath.unheard) == (20, ())
    assert person.said[-2:] == [(70.0, "In, 4"), (74.0, "Out, 6")]


def test_commands_are_understood_while_it_is_paused_and_counted_once() -> None:
    person = Person(FrozenClock(), ["care", "repeat", ""], early=[(5.0, "p")])

    def command(line: str) -> bool:
        person.clock.gone += 60
        return line == "care"

    leading = Pacer(person, person.clock, WORDS.breath, WORDS.command, on_command=command)
    assert leading.lead(LONG, 20).seconds == 20
    assert person.said[-2:] == [(70.0, "In, 4"), (74.0, "Out, 6")]
    assert person.heard.count("Out, 6") == 3


def test_leaving_is_understood_while_it_is_paused() -> None:
    person = Person(FrozenClock(), ["leave"], early=[(5.0, "p")])

    def command(_: str) -> bool:
        raise LeaveAsked

    with pytest.raises(LeaveAsked):
        Pacer(person, person.clock, WORDS.breath, WORDS.command, on_command=command).lead(LONG, 20)


class Ending(Person):
    """Somebody whose input ends at a time of the clock."""

    ends = 3.0

    def wait(self, seconds: float) -> str | None:
        if self.early or self.clock.gone + seconds < self.ends:
            return super().wait(seconds)
        self.clock.gone = max(self.clock.gone, self.ends)
        raise EndOfInputError


def test_the_end_of_input_ends_a_breathing_that_needs_keys() -> None:
    with pytest.raises(EndOfInputError):
        pacer(Ending(FrozenClock())).lead(LONG, 20)


@pytest.mark.parametrize("paused", [False, True])
def test_a_breathing_alone_goes_on_by_the_clock_without_keys(paused: bool) -> None:
    person = Ending(FrozenClock(), early=[(2.0, "p")] if paused else [])
    breath = pacer(person, keys_needed=False).lead(LONG, 20)
    assert (breath.ending, breath.seconds) == ("stayed", 20)
    assert [at for at, text in person.said if text == "Out, 6"] == [4.0, 14.0]


@pytest.mark.parametrize("paused", [False, True])
def test_with_answers_piped_ahead_it_is_stayed_with_to_the_end(paused: bool) -> None:
    early = [(0.0, "4"), (0.0, "2"), *([(1.0, "p")] if paused else [])]
    breath = pacer(Ending(FrozenClock(), early=early)).lead(LONG, 20)
    assert (breath.ending, breath.unheard) == ("stayed", ("4", "2"))
