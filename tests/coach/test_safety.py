"""What is never planned, what belongs with the right person, and what only sounds like it."""

import pytest

from nowwhat.coach import Coach, Lexicon
from nowwhat.session.verdict import Safety

LOOK_ALIKES = [
    "pour the whisky down the sink",
    "write the angry letter and not send it",
    "cut the onions",
    "kill an hour in the library",
    "hang the washing out",
    "shoot an email to the landlord",
    "jump in the pool",
    "end the call after ten minutes",
    "hit send on the application",
    "beat the eggs",
    "take my tablets with breakfast",
    "ask the GP whether I can lower the dose",
    "tell Jo that I have suicidal thoughts",
    "ring the crisis line",
    "take out the trash",
    "drive to the shop",
]
STOP = [
    ("kill myself tonight", "suicide"),
    ("jump off the bridge", "suicide"),
    ("take all my tablets at once", "overdose"),
    ("cut my arms", "self_harm"),
    ("stab my stepdad", "harm_others"),
    ("drive home after six pints", "drunk_driving"),
    ("leave the baby alone in the flat tonight", "dependents"),
]
ASK = [
    ("stop taking my antidepressants", "medication"),
    ("go cold turkey on valium", "withdrawal"),
    ("confront my abuser", "abuser_contact"),
    ("make myself sick after dinner", "eating"),
    ("have a drink to calm down before the talk", "substance_coping"),
    ("bet my last hundred on the match", "gambling"),
    ("put all my savings into crypto", "money"),
    ("relive the accident alone", "trauma_alone"),
    ("stand on the ledge of the roof", "dangerous_exposure"),
    ("quit my job tonight", "impulsive_decision"),
    ("check the locks ten times", "compulsion"),
    ("check my ex's instagram", "monitoring"),
    ("send him the angry text now", "angry_message"),
    ("block all my friends", "isolation"),
    ("stay awake for 48 hours", "sleep"),
]


@pytest.mark.parametrize("line", LOOK_ALIKES)
def test_what_only_sounds_like_harm_passes(coach: Coach, line: str) -> None:
    assert coach.judge(line).safety is Safety.OK


@pytest.mark.parametrize(("line", "concern"), STOP)
def test_grave_harm_is_never_planned(coach: Coach, line: str, concern: str) -> None:
    verdict = coach.judge(line)
    assert (verdict.safety, verdict.concern) == (Safety.STOP, concern)
    assert not verdict.accepted


@pytest.mark.parametrize(("line", "concern"), ASK)
def test_what_may_harm_belongs_with_the_right_person(coach: Coach, line: str, concern: str) -> None:
    verdict = coach.judge(line)
    assert (verdict.safety, verdict.concern) == (Safety.ASK, concern)


@pytest.mark.parametrize("line", [line for line, _ in (*STOP, *ASK)])
def test_nothing_unsafe_is_made_smaller(coach: Coach, line: str) -> None:
    assert coach.shrink(line) == ()


def test_every_ask_concern_knows_its_right_person(coach: Coach, lexicon: Lexicon) -> None:
    for name, concern in lexicon.concerns.items():
        action = coach.right_person(name)
        assert bool(action) is (concern.level == "ask"), name
        if action:
            verdict = coach.judge(action)
            assert verdict.concrete, action
            assert verdict.safety is Safety.OK, action


def test_an_unknown_concern_has_no_right_person(coach: Coach) -> None:
    assert coach.right_person("weather") == ""


def test_the_concern_of_unclear_lines_is_one_that_the_pack_has(lexicon: Lexicon) -> None:
    assert lexicon.concerns[lexicon.unclear_ask].level == "ask"
    assert lexicon.concerns[lexicon.unclear_stop].level == "stop"
