"""`nowwhat breathe`: by the clock, with or without anybody at the keys."""

import pytest
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS
from tests.plain.person import Person

BREATH = WORDS.breath


def breathe(inside: Inside, *args: str, typed: bytes = b"") -> Ran:
    ran = inside.run("breathe", *args, "--plain", typed=typed)
    assert ran.err == ""
    return ran


def alone(inside: Inside, person: Person, *args: str) -> int:
    return inside.run("breathe", *args, around={"lines": person}).status


@pytest.mark.parametrize("pattern", PACK.patterns, ids=lambda pattern: pattern.id)
def test_every_pattern_runs_to_its_end_without_any_keys(inside: Inside, pattern: object) -> None:
    found = PACK.pattern(getattr(pattern, "id", ""))
    ran = breathe(inside, found.id, "--minutes", "1")
    assert (ran.status, ran.flat.endswith(BREATH.stayed)) == (0, True)
    assert inside.clock.gone == pytest.approx(found.seconds_for(60))
    for said in (found.title, found.summary, *found.cautions):
        assert " ".join(said.split()) in ran.flat
    assert not inside.folder.exists()


def test_the_first_pattern_and_two_minutes_are_what_one_gets_without_asking(inside: Inside) -> None:
    assert PACK.patterns[0].title in breathe(inside).out
    assert inside.clock.gone == pytest.approx(120)


def test_by_the_bell_there_is_a_byte_a_turn_and_no_word(inside: Inside) -> None:
    ran = breathe(inside, "--bell", "--minutes", "0.5")
    assert ran.out.count("\a") == 7
    assert "In, 4" not in ran.out


def test_enter_leaves_it(inside: Inside) -> None:
    ran = breathe(inside, typed=b"\n")
    assert (ran.status, ran.flat.endswith(BREATH.left)) == (0, True)
    assert inside.clock.gone == 0


@pytest.mark.parametrize("word", ["leave", "quit"])
def test_leaving_by_a_word_works_too(inside: Inside, word: str) -> None:
    person = Person(inside.clock, early=[(5.0, word)])
    assert alone(inside, person) == 0
    assert person.said[-1] == (5.0, BREATH.left)


def test_paused_and_then_the_input_ends_it_goes_on(inside: Inside) -> None:
    ran = breathe(inside, "--minutes", "0.2", typed=b"p\n")
    assert (ran.status, ran.flat.endswith(BREATH.stayed)) == (0, True)
    assert BREATH.paused in ran.flat


def test_care_help_and_repeat_are_understood_in_it(inside: Inside) -> None:
    early = [(1.0, "care"), (2.0, "help"), (3.0, "repeat"), (4.5, "care ireland"), (6.0, "xyz")]
    person = Person(inside.clock, early=early)
    assert alone(inside, person, "--minutes", "0.5") == 0
    said = "\n".join(person.heard)
    assert said.count(PACK.care.words.grounding) == 2
    assert "Ireland:" in said
    assert person.heard.count("In, 4") == 4
    assert person.heard[-1] == BREATH.stayed


@pytest.mark.parametrize("minutes", ["0.1", "-1", "61", "nan", "inf", "1e9", ""])
def test_a_length_outside_of_reason_is_refused(inside: Inside, minutes: str) -> None:
    ran = inside.run("breathe", "--plain", "--minutes", minutes)
    assert ran.status == 2
    assert ran.err.count("\n") == 1
