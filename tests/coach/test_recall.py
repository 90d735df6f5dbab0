"""Knowing an insight again."""

from nowwhat.coach import Coach

EARLIER = [
    "I avoid the phone because I fear bad news",
    "My mother never praised me",
    "I'm scared of bad news, so I avoid the phone",
]


def test_a_close_insight_is_known_again_the_nearest_first(coach: Coach) -> None:
    assert coach.recall("I avoid the phone because I fear bad news.", EARLIER)[0] == 0


def test_another_insight_is_not(coach: Coach) -> None:
    assert coach.recall("I sleep badly when I work late", EARLIER) == ()


def test_nothing_is_close_to_nothing(coach: Coach) -> None:
    assert coach.recall("", EARLIER) == ()
    assert coach.recall("...", EARLIER) == ()
    assert coach.recall("anything", []) == ()


def test_one_shared_word_is_not_enough(coach: Coach) -> None:
    assert coach.recall("mother", EARLIER) == ()


def test_the_same_thought_in_other_words_is_known_again(coach: Coach) -> None:
    assert coach.recall("my mother never praised me as a kid", EARLIER) == (1,)
    assert set(coach.recall("I'm afraid of bad news and avoid the phone", EARLIER)) == {0, 2}
