"""The small language of phrases."""

import pytest

from nowwhat.coach import Coach
from nowwhat.coach.line import read
from nowwhat.coach.phrases import Phrasebook
from nowwhat.coach.vocabulary import PhraseError, Vocabulary

VOCABULARY = Vocabulary(
    {"pet": "dog/s cat guinea_pig", "tame": "<pet> -cat"},
    {"clock": r"\d{1,2}(am|pm)"},
)


@pytest.mark.parametrize(
    ("phrase", "line", "found"),
    [
        ("walk/s/ing dog", "she walks dog", True),
        ("walk/s/ing dog", "she walked dog", False),
        ("feed the? <pet>", "feed the dogs", True),
        ("feed the? <pet>", "feed guinea pig", True),
        ("feed <tame>", "feed cat", False),
        ("^ feed", "please feed", False),
        ("> feed", "please feed", True),
        ("> feed", "feed", False),
        ("feed $", "feed the dog", False),
        ("feed ..2 cat", "feed my old cat", True),
        ("feed ..1 cat", "feed my old cat", False),
        ("feed .. cat", "feed it. my cat", False),
        ("feed ~3 cat", "feed it, my cat", False),
        ("feed ..3 cat", "feed it, my cat", True),
        ("feed !the *", "feed the", False),
        ("feed &the", "feed the", True),
        ("at <clock>", "at 8am", True),
        ("at <clock>", "at 8", False),
        ("feed *", "feed .", False),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, line: str, *, found: bool) -> None:
    book = Phrasebook([("", phrase)], VOCABULARY)
    assert book.holds(read(line, {})) is found


def test_what_comes_next_is_no_part_of_the_phrase() -> None:
    book = Phrasebook([("", "^ feed &the")], VOCABULARY)
    assert book.opening(read("feed the cat", {})) == 1


@pytest.mark.parametrize("phrase", ["feed <fish>", "..x the", "!dog", "&dog", "$"])
def test_a_phrase_that_cannot_be_read_says_so(phrase: str) -> None:
    with pytest.raises(PhraseError):
        Phrasebook([("", phrase)], VOCABULARY).prove()


def test_a_quote_is_the_persons_own_spelling() -> None:
    line = read("  I'll  FEED Zo\xeb\u2019s c\xe1t!", {"i'll": ("i", "will")})
    assert line.words == ("i", "will", "feed", "zoe's", "cat")
    assert line.quote(2, 5) == "FEED Zo\xeb\u2019s c\xe1t"


def test_every_phrase_of_the_pack_can_be_read(coach: Coach) -> None:
    coach.prove()
