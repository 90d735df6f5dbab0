"""One question at a time: fitting, varied, never a reproach."""

import re
from collections.abc import Iterator

import pytest

from nowwhat.coach import Coach, Lexicon
from nowwhat.session.verdict import Reason, Safety, Verdict


def wordings(lexicon: Lexicon) -> Iterator[str]:
    for question in (lexicon.questions.when, *lexicon.questions.reasons.values()):
        yield from (*question.plain, *question.quoting)
    for concern in lexicon.concerns.values():
        yield from concern.words


def test_no_wording_reproaches_or_shouts(lexicon: Lexicon) -> None:
    for words in wordings(lexicon):
        assert not re.search(r"\b(wrong|invalid|fail\w*|should)\b|!", words, re.IGNORECASE), words


def test_every_reason_has_wordings_with_and_without_the_persons_words(lexicon: Lexicon) -> None:
    assert set(lexicon.questions.reasons) == set(Reason)
    for question in lexicon.questions.reasons.values():
        assert all("{words}" in words for words in question.quoting)
        assert not any("{words}" in words for words in question.plain)


def test_a_question_varies_by_round_and_by_visit(coach: Coach) -> None:
    verdict = coach.judge("be better")
    by_round = {coach.question("be better", verdict, turn, 0) for turn in (1, 2, 3)}
    by_visit = {coach.question("be better", verdict, 1, visit) for visit in (0, 1, 2)}
    assert len(by_round) == len(by_visit) == 3


def test_the_same_round_and_visit_ask_the_same(coach: Coach) -> None:
    verdict = coach.judge("get fit")
    assert coach.question("get fit", verdict, 2, 5) == coach.question("get fit", verdict, 2, 5)


def test_the_persons_own_words_come_back_where_they_are_short(coach: Coach) -> None:
    assert '"Get fit"' in coach.question("Get fit.", coach.judge("Get fit."), 1, 0)
    long = "get fit " * 30
    assert "get fit" not in coach.question(long, coach.judge(long), 1, 0)


def test_braces_in_a_line_are_only_words(coach: Coach) -> None:
    line = "get {words} {0} fit"
    assert line in coach.question(line, Verdict(concrete=False, reasons=(Reason.OUTCOME,)), 1, 0)


@pytest.mark.parametrize("line", ["maybe call my sister", "call Jo, mop the hall and write to Ed"])
def test_from_the_third_round_on_the_time_is_asked_for(
    coach: Coach, lexicon: Lexicon, line: str
) -> None:
    asked = coach.question(line, coach.judge(line), 3, 0)
    when = lexicon.questions.when
    assert asked in {words.replace("{words}", line) for words in (*when.plain, *when.quoting)}


def test_without_a_behaviour_the_third_round_still_asks_for_one(
    coach: Coach, lexicon: Lexicon
) -> None:
    line = "my father never listened"
    asked = coach.question(line, coach.judge(line), 3, 0)
    assert asked not in lexicon.questions.when.plain


def test_a_concrete_line_without_a_time_is_asked_for_one(coach: Coach, lexicon: Lexicon) -> None:
    line = "call the clinic"
    when = lexicon.questions.when
    asked = coach.question(line, coach.judge(line), 1, 1)
    assert asked in {words.replace("{words}", line) for words in (*when.plain, *when.quoting)}


@pytest.mark.parametrize("line", ["take the whole bottle of pills", "stop my antidepressants"])
def test_an_unsafe_line_gets_the_fixed_words_of_its_concern(
    coach: Coach, lexicon: Lexicon, line: str
) -> None:
    verdict = coach.judge(line)
    assert verdict.safety is not Safety.OK
    assert coach.question(line, verdict, 1, 0) in lexicon.concerns[verdict.concern].words
    assert coach.question(line, verdict, 9, 9) in lexicon.concerns[verdict.concern].words
