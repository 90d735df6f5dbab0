"""The coach as it is met: from a vague line to an action, and what it holds up on the way."""

from functools import partial

import pytest
from tests.end_to_end.answers import BRIDGE, lines_of
from tests.end_to_end.conftest import Look
from tests.end_to_end.glass import ENTER, ESCAPE, Glass
from tests.end_to_end.glass import words_of as bare
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS, question
from tests.end_to_end.walk import STOPPED, sign, walk

VAGUE = "figure out why I avoid her"
TRIES = (VAGUE, "be more open with her", "maybe talk to her at some point", "Text her: tea?")
"""At most four exchanges: three lines that are no action yet, and one that is."""

GRAVE = "take all my sleeping pills tonight"
DOUBTED = "stop taking my lithium from tomorrow"
HARD = "my brother used to come into my room at night"
CALL = "i want to kill myself"
CARE, ACT = PACK.care.words, WORDS.writing
AT = [step for step, _ in BRIDGE].index("action")
WIPE = "\x05\x15"
"""To the end of the line, and away with it."""


def to_the_action(look: Look) -> Glass:
    glass = look("session", script=STOPPED)
    walk(glass, "bridge", BRIDGE[:AT])
    glass.until(sign("bridge", "action"))
    return glass


def questions_to(line: str) -> list[str]:
    verdict = PACK.coach.judge(line)
    assert not verdict.accepted, line
    return [PACK.coach.question(line, verdict, nth, 0) for nth in range(1, len(TRIES))]


def one_of(glass: Glass, words: list[str]) -> bool:
    return any(one in glass.shown for one in words)


def test_four_exchanges_lead_from_why_to_an_action_on_the_screen(look: Look) -> None:
    glass = to_the_action(look)
    for line in TRIES[:-1]:
        glass.press(line, ENTER)
        asked = [bare(one) for one in questions_to(line)]
        glass.wait(partial(one_of, glass, asked), f"one of {asked}")
        glass.press(WIPE)
    glass.press(TRIES[-1], ENTER)
    glass.until(sign("bridge", "hurt"))


def test_four_exchanges_lead_from_why_to_an_action_in_lines(inside: Inside) -> None:
    ran = inside.session(typed=[*lines_of(BRIDGE[:AT]), *TRIES])
    said = ran.flat[ran.flat.index(question("bridge", "action")) :]
    at = 0
    for line in TRIES[:-1]:
        found = [said.find(one, at) for one in questions_to(line)]
        assert max(found) >= 0, (line, said)
        at = max(found)
    assert question("bridge", "hurt") in said[at:]
    assert not any(word in said.casefold() for word in ("wrong", "invalid", "error"))


def test_grave_harm_opens_care_with_emergency_first_and_is_never_planned(look: Look) -> None:
    glass = to_the_action(look)
    glass.press(GRAVE, ENTER)
    glass.until(CARE.opening, CARE.carry_on, CARE.leave)
    glass.press(ESCAPE)
    glass.until(sign("bridge", "action"))
    assert bare(sign("bridge", "hurt")) not in glass.shown


def test_a_doubt_offers_the_right_person_on_the_screen(look: Look) -> None:
    concern = PACK.coach.judge(DOUBTED).concern
    glass = to_the_action(look)
    glass.press(DOUBTED, ENTER)
    glass.until(ACT.right_person, PACK.coach.right_person(concern), ACT.misread)


def test_a_hard_insight_is_never_said_to_be_true(look: Look, inside: Inside) -> None:
    glass = look("session", script=STOPPED)
    glass.until(sign("bridge", "insight"))
    glass.press(HARD, ENTER)
    glass.until(WORDS.insight.hard, but=WORDS.insight.causal)
    ran = inside.session(typed=[HARD])
    assert WORDS.insight.hard in ran.flat
    assert WORDS.insight.causal not in ran.flat


@pytest.mark.parametrize("step", ["insight", "action", "when", "obstacle", "response"])
def test_care_opens_from_every_field_of_a_session(look: Look, step: str) -> None:
    glass = look("session", script=STOPPED)
    walk(glass, "bridge", BRIDGE[: [name for name, _ in BRIDGE].index(step)])
    glass.until(sign("bridge", step))
    glass.press(CALL, ENTER)
    glass.until(CARE.opening, CARE.carry_on, WORDS.refuge.ground, CARE.misread)


@pytest.mark.parametrize(
    ("way", "shown", "status"),
    [
        (CARE.carry_on, sign("bridge", "discomfort"), None),
        (WORDS.refuge.ground, PACK.pattern("grounding").title, None),
        (CARE.misread, CARE.misread_said, None),
        (CARE.set_down, "", 0),
        (CARE.leave, "", 3),
    ],
)
def test_each_way_on_from_care_is_taken(
    look: Look, way: str, shown: str, status: int | None
) -> None:
    glass = look("session", script=STOPPED)
    glass.until(sign("bridge", "insight"))
    glass.press(CALL, ENTER)
    glass.until(CARE.opening)
    glass.choose(way)
    if status is None:
        glass.until(shown)
    else:
        assert glass.ended() == status
