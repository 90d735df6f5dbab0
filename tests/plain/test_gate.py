"""The coach's one question in lines, and the ways past it; the coach here finds what it is told."""

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, lines_of
from tests.end_to_end.inside import Inside, Ran
from tests.end_to_end.questions import PACK, WORDS

from nowwhat.coach.coach import Coach
from nowwhat.packs.filling import fill
from nowwhat.session.verdict import Reason, Safety, Verdict

AT = [step for step, _ in BRIDGE].index("action")
BEFORE, AFTER = lines_of(BRIDGE[:AT]), lines_of(BRIDGE[AT + 1 :])
STARTERS = PACK.door("fraction").starters
CONCERN = next(name for name, one in PACK.lexicon.concerns.items() if one.right_person)
KEEP, MISREAD = WORDS.command.keep[0], WORDS.command.misread[0]

VAGUE = Verdict(concrete=False, reasons=(Reason.HEDGED,))
NEARLY = Verdict(concrete=False, reasons=(Reason.ONGOING,), behaviour=True, when="at 18:00")
DOUBTFUL = Verdict(concrete=True, safety=Safety.ASK, concern=CONCERN, behaviour=True, when="now")
VAGUE_DOUBT = Verdict(concrete=False, reasons=(Reason.HEDGED,), safety=Safety.ASK, concern=CONCERN)

FOUND = {
    "maybe something": VAGUE,
    "walk more, at 18:00": NEARLY,
    "have it out with him now": DOUBTFUL,
    "perhaps have it out with him": VAGUE_DOUBT,
    "all of it": Verdict(concrete=False, reasons=(Reason.TOO_BIG,), behaviour=True),
}
ANYTHING = Verdict(concrete=True, behaviour=True)


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coach who finds what `FOUND` says, and nothing amiss in any other line."""
    monkeypatch.setattr(Coach, "judge", lambda _, line: FOUND.get(line, ANYTHING))
    monkeypatch.setattr(Coach, "hears", lambda *_: "")
    monkeypatch.setattr(Coach, "shrink", lambda *_: ("a half of it", "a quarter of it"))


def at_the_action(inside: Inside, *typed: str) -> Ran:
    ran = inside.session(typed=[*BEFORE, *typed, *AFTER])
    assert (ran.status, ran.err) == (0, ""), ran.out
    return ran


def action_of(inside: Inside) -> dict[str, object]:
    action: dict[str, object] = inside.history()["actions"][0]
    return action


def test_a_starter_is_taken_by_its_number(inside: Inside) -> None:
    at_the_action(inside, "3")
    assert action_of(inside)["text"] == STARTERS[2]


def test_more_starters_are_said_once_asked_for(inside: Inside) -> None:
    ran = at_the_action(inside, "more", "7")
    assert f"7 {STARTERS[6]}" in ran.flat
    assert f"4 {STARTERS[3]} {WORDS.plain.more_starters}" in ran.flat
    assert action_of(inside)["text"] == STARTERS[6]


def test_a_vague_line_gets_one_question_and_the_next_line_is_the_action(inside: Inside) -> None:
    ran = at_the_action(inside, "maybe something", ACTION)
    for way in (WORDS.plain.misread, WORDS.plain.keep, WORDS.plain.right_person):
        assert way.partition("{")[0].strip() not in ran.flat
    assert action_of(inside)["text"] == ACTION


def test_the_question_is_said_again_and_one_may_go_back(inside: Inside) -> None:
    ran = at_the_action(inside, "maybe something", "repeat", "back", "fraction", ACTION)
    assert action_of(inside)["text"] == ACTION
    assert ran.flat.count("Which door") == 2


@pytest.mark.parametrize("word", [KEEP, "Keep my words"])
def test_words_with_a_verb_and_a_when_may_be_kept(inside: Inside, word: str) -> None:
    ran = at_the_action(inside, "walk more, at 18:00", word)
    assert fill(WORDS.plain.keep, {"line": "walk more, at 18:00", "word": KEEP}) in ran.flat
    assert (action_of(inside)["text"], action_of(inside)["kept"]) == ("walk more, at 18:00", True)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("maybe something", KEEP),
        ("maybe something", MISREAD),
        ("maybe something", "Keep my words"),
        ("perhaps have it out with him", KEEP),
    ],
)
def test_a_word_that_is_not_offered_is_no_action_and_changes_nothing(
    inside: Inside, line: str, word: str
) -> None:
    ran = at_the_action(inside, line, word, ACTION)
    assert action_of(inside)["text"] == ACTION
    question = ran.flat.partition(WORDS.plain.more_starters)[2].strip()[:20]
    assert ran.flat.count(question) == 2


def test_where_there_is_a_doubt_the_right_person_is_one_key_away(inside: Inside) -> None:
    ran = at_the_action(inside, "have it out with him now", KEEP, "1")
    right = PACK.lexicon.concerns[CONCERN].right_person
    assert f"1 {right}" in ran.flat
    assert action_of(inside)["text"] == right


def test_where_it_was_misread_the_words_are_taken(inside: Inside) -> None:
    ran = at_the_action(inside, "have it out with him now", MISREAD)
    assert fill(WORDS.plain.misread, {"word": MISREAD}) in ran.flat
    action = action_of(inside)
    assert (action["text"], action["misread"]) == ("have it out with him now", True)


def test_what_is_too_big_may_be_taken_in_pieces(inside: Inside) -> None:
    ran = at_the_action(inside, "all of it", "2")
    assert WORDS.plain.smaller_pieces in ran.flat
    assert action_of(inside)["text"] == "a quarter of it"


def test_left_at_the_question_it_goes_on_with_the_question(inside: Inside) -> None:
    assert inside.session(typed=[*BEFORE, "walk more, at 18:00", "leave"]).status == 3
    ran = inside.session(typed=["1", KEEP, *AFTER])
    assert ran.status == 0
    assert action_of(inside)["kept"] is True
