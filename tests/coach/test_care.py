"""Calls for help, and the answers to an insight."""

import pytest

from nowwhat.coach import Coach

CALLS = [
    ("I want to kill myself", "suicide"),
    ("everyone would be better off without me", "suicide"),
    ("thinking of how to unalive myself", "suicide"),
    ("I hope I don't wake up tomorrow", "suicide"),
    ("i wnt to die", ""),
    ("I've been cutting myself again", "self_harm"),
    ("I am going to stab him", "harm_others"),
    ("my husband hits me", "danger"),
    ("I took all my pills", "taken"),
    ("I took all my pills because I want to die", "taken"),
]


@pytest.mark.parametrize(("text", "kind"), [one for one in CALLS if one[1]])
def test_a_call_for_help_is_heard_and_the_most_urgent_kind_comes_first(
    coach: Coach, text: str, kind: str
) -> None:
    assert coach.hears(text) == kind
    assert coach.hears(text.upper()) == kind


URGENT = [
    ("my arm has gone numb and my chest feels like a fist is in it", "taken"),
    ("she had a fit on the floor and now she won't wake up", "taken"),
    ("my daughter swallowed one of those little round batteries", "taken"),
    ("they hold my passport and I sleep in the back of the shop", "danger"),
    ("they fly me out on Friday to marry a man I have never met", "danger"),
    ("he put his hands round my throat on Sunday", "danger"),
    ("my girlfriend threw the kettle at me, she is still in a rage", "danger"),
    ("I am scared of what I might do to the baby tonight", "harm_others"),
    ("I have the knife in my coat and I am waiting for him", "harm_others"),
]
"""Sentences that nothing was built on, and whose numbers come first."""


def test_what_is_heard_without_a_key_word_shows_the_numbers_that_it_needs_first(
    coach: Coach,
) -> None:
    heard = [(coach.hears(text), kind) for text, kind in URGENT]
    assert sum(bool(found) for found, _ in heard) >= 6, "two thirds; recall is in the figures"
    for found, kind in heard:
        assert not found or numbers_first(found) == numbers_first(kind)


def numbers_first(kind: str) -> str:
    """What comes first for a kind: an ambulance, a refuge or the police, a crisis line."""
    return {"harm_others": "danger", "self_harm": "suicide"}.get(kind, kind)


@pytest.mark.parametrize(
    "text",
    [
        "this essay is killing me",
        "dying to see the new film",
        "I cut myself a slice of cake",
        "I don't want to die, I want a rest",
        "I'm tired of living out of a suitcase",
        "my phone died",
        "he beat me at chess",
        "We had a training day on suicide prevention",
        "The bus was late again",
        "",
    ],
)
def test_idioms_denials_and_ordinary_lines_open_nothing(coach: Coach, text: str) -> None:
    assert coach.hears(text) == ""


def test_a_call_is_heard_in_the_middle_of_a_long_note(coach: Coach) -> None:
    around = "The week was long and the flat is cold. I made soup and called the plumber. " * 8
    assert coach.hears(f"{around}I want to kill myself. {around}") == "suicide"


@pytest.mark.parametrize(
    "text",
    [
        "I think it started when my sister was born",
        "I put things off because I fear being judged",
        "I always say yes and then I'm annoyed",
        "I'm a people pleaser",
        "why do I avoid the phone?",
    ],
)
def test_a_story_of_causes_may_be_true(coach: Coach, text: str) -> None:
    assert coach.acknowledge(text) == "causal"


@pytest.mark.parametrize(
    "text",
    [
        "my mother died in March",
        "I was assaulted when I was sixteen",
        "it was my fault that he hit me",
        "I'm worthless",
        "nothing will ever change",
        "I don't deserve to be happy",
        "I relapsed on Friday",
        "we had to flee our town",
        "everyone would be better off without me",
    ],
)
def test_loss_harm_and_self_attack_are_never_affirmed(coach: Coach, text: str) -> None:
    assert coach.acknowledge(text) == "hard"
