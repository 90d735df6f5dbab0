"""What comes before a session on the screen: what waits, and what is owed."""

import pytest
from tests.end_to_end.answers import ACTION, BRIDGE, INSIGHT, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.screens.sitting_down import Seated, desk_of, sit_down

from nowwhat.app import Entrance
from nowwhat.screens.question import Question
from nowwhat.screens.session import SessionScreen
from nowwhat.sitting.opening import begin
from nowwhat.store import Drafts, Journal, StoreError

BRIDGE_IN = Entrance("session", "bridge")


def before(step: str) -> list[str]:
    return list(lines_of(BRIDGE[: [name for name, _ in BRIDGE].index(step)]))


def left_before_its_insight(inside: Inside) -> str:
    """Leave a session of which only half an insight was typed; give its id."""
    sitting = begin(desk_of(inside), PACK.script("bridge"))
    sitting.typing("I go qui")
    sitting.leave()
    return sitting.draft.id


def owe(inside: Inside) -> None:
    """Choose an action in a session of its own, and leave the one that waits."""
    typed = ["2", "the letter", "go_on", ACTION, "now", "I will"]
    inside.session("two-minutes", typed=typed)
    assert len(inside.history()["actions"]) == 1


def test_what_is_half_typed_at_the_first_question_is_gone_on_with(inside: Inside) -> None:
    left_before_its_insight(inside)

    async def live(seated: Seated) -> None:
        await seated.choose(WORDS.visit.resume_yes)
        assert seated.step == "insight"
        await seated.press("f8")

    sit_down(inside, BRIDGE_IN, live)
    assert "I go qui" in inside.drafts()[0].read_text()


def test_before_an_insight_that_is_to_come_what_is_owed_is_accounted_for(inside: Inside) -> None:
    name = left_before_its_insight(inside)
    owe(inside)

    async def live(seated: Seated) -> None:
        await seated.choose(WORDS.visit.resume_yes)
        assert seated.step == "outcome"
        await seated.press("4", "enter")
        assert seated.step == "insight"
        assert isinstance(seated.app.screen, SessionScreen)
        assert seated.app.screen.sitting is not None
        assert seated.app.screen.sitting.draft.id == name

    sit_down(inside, BRIDGE_IN, live)


def test_home_accounts_too_before_it_goes_on_with_such_a_session(inside: Inside) -> None:
    left_before_its_insight(inside)
    owe(inside)

    async def live(seated: Seated) -> None:
        await seated.press("1", "enter")
        assert seated.step == "outcome"

    sit_down(inside, Entrance("home", "bridge"), live)


def test_past_its_insight_a_session_is_gone_on_with_at_once(inside: Inside) -> None:
    inside.session(typed=before("when"))

    async def live(seated: Seated) -> None:
        await seated.choose(WORDS.visit.resume_yes)
        assert seated.step == "when"

    sit_down(inside, BRIDGE_IN, live)


def test_what_is_not_committed_may_be_set_down(inside: Inside) -> None:
    inside.session(typed=before("when"))

    async def live(seated: Seated) -> None:
        await seated.choose(WORDS.visit.resume_set_down)
        assert seated.step == "insight"
        assert WORDS.plain.set_down in seated.said

    sit_down(inside, BRIDGE_IN, live)


def test_what_is_committed_is_not_set_down(inside: Inside) -> None:
    inside.session(typed=before("start"))
    assert len(inside.drafts()) == 1

    async def live(seated: Seated) -> None:
        assert isinstance(seated.app.screen, Question)
        assert WORDS.visit.resume_yes in seated.offered
        assert WORDS.visit.resume_set_down not in seated.offered
        await seated.choose(WORDS.visit.resume_yes)
        await seated.press("f2")
        assert WORDS.refuge.back in seated.offered
        assert WORDS.refuge.set_down not in seated.offered

    sit_down(inside, BRIDGE_IN, live)
    assert INSIGHT in str(inside.history())


def test_an_account_that_could_not_be_kept_is_kept_once_it_can(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside.session(typed=lines_of(BRIDGE))

    def full(*_: object) -> None:
        raise StoreError("the disk is full")

    async def live(seated: Seated) -> None:
        assert seated.step == "outcome"
        with monkeypatch.context() as now:
            now.setattr(Drafts, "save", full)
            now.setattr(Journal, "record", full)
            await seated.press("4", "enter")
        assert seated.step == "insight"
        await seated.write("i go quiet")
        await seated.press("f8")

    parting = sit_down(inside, BRIDGE_IN, live)
    assert parting is not None
    assert [each["outcome"] for each in inside.history()["checkins"]] == ["letgo"]
