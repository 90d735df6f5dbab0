"""The action: starters into an editable line, one question at a time, and the ways to insist."""

import pytest
from tests.end_to_end.answers import BRIDGE
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.living import Guest, at

from nowwhat.coach.coach import Coach
from nowwhat.session.verdict import Reason, Safety, Verdict

SAID = WORDS.writing
CONCERN = next(name for name, one in PACK.lexicon.concerns.items() if one.right_person)
VAGUE, NEARLY, WHOLE = "maybe something", "walk more, at 18:00", "all of it"
ASKED, NEVER = "have it out with him now", "never mind what"
FOUND = {
    VAGUE: Verdict(concrete=False, reasons=(Reason.HEDGED,)),
    NEARLY: Verdict(concrete=False, reasons=(Reason.ONGOING,), behaviour=True, when="at 18:00"),
    WHOLE: Verdict(concrete=False, reasons=(Reason.TOO_BIG,), behaviour=True),
    ASKED: Verdict(concrete=True, safety=Safety.ASK, concern=CONCERN, behaviour=True, when="now"),
    NEVER: Verdict(concrete=True, safety=Safety.STOP, concern=CONCERN, behaviour=True, when="now"),
}
PIECES = ("a half of it", "a quarter of it")
DOORS = {door.id: door for door in PACK.doors}


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coach who finds what `FOUND` says, and nothing amiss in any other line."""
    anything = Verdict(concrete=True, behaviour=True)
    monkeypatch.setattr(Coach, "judge", lambda _, line: FOUND.get(line, anything))
    monkeypatch.setattr(Coach, "hears", lambda *_: "")
    monkeypatch.setattr(Coach, "shrink", lambda *_: PIECES)


def choosing(door: str) -> tuple[tuple[str, str], ...]:
    return tuple((step, door if step == "door" else line) for step, line in BRIDGE)


@pytest.mark.parametrize("door", ["face", "fraction", "differently", "reach", "joy"])
def test_each_door_has_its_starters_and_one_fills_the_line(inside: Inside, door: str) -> None:
    async def living(guest: Guest) -> None:
        assert guest.offered[-1] == SAID.more
        shown = guest.offered[:-1]
        assert set(shown) <= set(DOORS[door].starters)
        await guest.press("down", "2", "enter")
        assert guest.step == "action"
        await guest.type(" now")
        assert guest.sees(f"{shown[1]} now")
        await guest.choose(SAID.more)
        assert len(guest.offered) > len(shown)

    at(inside, "action", living, answers=choosing(door))


def test_a_vague_line_gets_one_question_and_stays_to_be_changed(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(VAGUE)
        assert guest.step == "action"
        assert guest.sees(VAGUE)
        asked = [row for row in guest.rows if row.rstrip().endswith("?")]
        assert len(asked) == 2, "the step's question and the coach's one"
        await guest.type(" today")
        assert guest.sees(f"{VAGUE} today")
        await guest.write("wash one plate")
        assert guest.step == "hurt"

    at(inside, "action", living)


def test_my_words_can_be_kept_once_they_have_a_verb_and_a_when(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(NEARLY)
        assert guest.step == "action"
        await guest.choose(SAID.keep.format(line=NEARLY))
        assert guest.step == "hurt"

    at(inside, "action", living)


def test_no_way_to_keep_words_without_a_verb_and_a_when(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(VAGUE)
        assert guest.step == "action"
        assert guest.offered == []

    at(inside, "action", living)


def test_what_is_too_big_is_offered_in_pieces(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(WHOLE)
        assert guest.step == "action"
        assert guest.sees(SAID.smaller)
        assert guest.offered == list(PIECES)
        await guest.press("down", "2", "enter")
        assert guest.sees(PIECES[1])
        await guest.press("enter")
        assert guest.step == "hurt"

    at(inside, "action", living)


def test_the_right_person_fills_the_line(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(ASKED)
        await guest.press("down", "enter", "enter")
        assert guest.step == "hurt"

    at(inside, "action", living)
    (draft,) = inside.drafts()
    assert PACK.lexicon.concerns[CONCERN].right_person in draft.read_text()


def test_a_doubt_offers_the_right_person_and_can_be_a_misreading(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.write(ASKED)
        assert guest.step == "action"
        assert guest.offered == [PACK.lexicon.concerns[CONCERN].right_person, SAID.misread]
        assert guest.sees(SAID.right_person)
        await guest.choose(SAID.misread)
        assert guest.step == "hurt"

    at(inside, "action", living)


def test_grave_harm_is_never_taken_however_often_it_is_given(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        for _ in range(3):
            await guest.write(NEVER)
            assert guest.place == "Care"
            await guest.press("escape")
            assert guest.step == "action"
            assert SAID.misread not in guest.offered
            assert SAID.keep.format(line=NEVER) not in guest.offered

    at(inside, "action", living)


def test_someone_could_be_hurt_leads_to_the_right_person(inside: Inside) -> None:
    async def living(guest: Guest) -> None:
        await guest.press("2", "enter")
        assert guest.step == "safer"
        assert set(guest.offered[:-1]) <= set(DOORS["reach"].starters)

    at(inside, "hurt", living)
