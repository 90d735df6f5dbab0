"""An entry whole, its words mended, rungs added, and what is deleted with it."""

import pytest
from msgspec.structs import replace
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import PACK, WORDS
from tests.sitting.a_while import HELLO, a_while

from nowwhat.sitting.desk import Desk
from nowwhat.sitting.editing import (
    Mendable,
    add_rung,
    all_that_goes,
    deletable,
    delete,
    delete_everything,
    mend,
    mendable,
    what_goes,
)
from nowwhat.sitting.entry import Entry, entry_of, parts_of
from nowwhat.store import MissingRecordError


@pytest.fixture
def desk(inside: Inside) -> Desk:
    """A desk with a while in its journal."""
    return replace(inside.run("where").around.desk(), journal=a_while())


def entry(desk: Desk, name: str) -> Entry:
    found = entry_of(desk.journal, name)
    assert found is not None
    return found


def said(desk: Desk, name: str) -> str:
    return "\n".join(
        line for part in parts_of(entry(desk, name), PACK) for line in (part.title, *part.lines)
    )


def word(desk: Desk, name: str, text: str) -> Mendable:
    return next(each for each in mendable(entry(desk, name), WORDS) if each.text == text)


def test_an_entry_has_insight_action_plan_prediction_account_and_learning(desk: Desk) -> None:
    told = said(desk, "a-hello4")
    for words in (
        *("I can stay at Zoë's", HELLO, "after work", "Face what you avoid"),
        *("If: I freeze. Then: I breathe out", "they look away", "40 of 100"),
        *("What was feared did not happen.", "one said hello back", "At its most: 7, 8, 6"),
    ):
        assert words in told, words


def test_an_entry_of_an_insight_alone_and_of_a_ladder(desk: Desk) -> None:
    assert said(desk, "i-read").splitlines()[1:] == ["I read ten articles and call it progress"]
    told = said(desk, "l-meeting")
    assert told.index("say one sentence") < told.index("sit in the empty") < told.index("walk past")
    assert f"{WORDS.ladder.suggested}\nsit in the empty room" in told
    assert entry_of(desk.journal, "gone") is None


def test_a_typo_is_mended_where_it_stands(desk: Desk) -> None:
    changed = mend(desk, word(desk, "a-form", "send the form"), " send the blue form ")
    assert changed.says == (WORDS.edit.mended,)
    assert "send the blue form" in said(desk, "a-form")
    mend(desk, word(desk, "a-hello4", "one said hello back"), "one waved")
    assert "one waved" in said(desk, "a-hello4")


def test_what_is_done_is_judged_again(desk: Desk) -> None:
    refused = mend(desk, word(desk, "a-form", "send the form"), "punch my brother tonight")
    assert refused.says == (WORDS.edit.not_safe,)
    assert "send the form" in said(desk, "a-form")
    rung = word(desk, "l-meeting", "walk past the room")
    assert mend(desk, rung, "punch my brother tonight").says == (WORDS.edit.not_safe,)


def test_an_insight_may_say_what_no_action_may(desk: Desk) -> None:
    insight = word(desk, "i-read", "I read ten articles and call it progress")
    assert mend(desk, insight, "I wanted to punch my brother").says == (WORDS.edit.mended,)


def test_a_call_for_help_in_mended_words_is_heard(desk: Desk) -> None:
    insight = word(desk, "i-read", "I read ten articles and call it progress")
    assert mend(desk, insight, "I want to kill myself tonight").care


def test_words_cannot_be_mended_away(desk: Desk) -> None:
    form = word(desk, "a-form", "send the form")
    assert mend(desk, form, "   ").says == (WORDS.stage.needed,)
    assert "send the form" in said(desk, "a-form")


def test_a_long_word_is_cut_and_told_of(desk: Desk) -> None:
    form = word(desk, "a-form", "send the form")
    assert "500" in " ".join(mend(desk, form, "send the form " + "x" * 600).says)


def test_a_rung_is_added_to_its_ladder(desk: Desk) -> None:
    ladder = entry(desk, "l-meeting").ladder
    assert ladder is not None
    assert add_rung(desk, ladder, "open the door", 3).says == (WORDS.edit.rung_added,)
    assert [step.rung.text for step in entry(desk, "l-meeting").steps][1] == "open the door"
    assert add_rung(desk, ladder, " ", 3).says == (WORDS.stage.needed,)


def test_what_goes_is_counted_before_it_goes(desk: Desk) -> None:
    whole, insight = deletable(entry(desk, "a-hello4"), desk)
    assert what_goes(desk, whole)[0] == "This goes, here and in every copy: actions 1, check-ins 1."
    assert "insights 1, actions 6, check-ins 6" in what_goes(desk, insight)[0]


def test_an_action_goes_with_its_account_and_its_insight_stays(desk: Desk) -> None:
    whole = next(iter(deletable(entry(desk, "a-hello4"), desk)))
    assert delete(desk, whole) == (WORDS.edit.deleted,)
    assert entry_of(desk.journal, "a-hello4") is None
    assert len(desk.journal.checkins()) == 9
    assert [insight.id for insight in desk.journal.insights()] == ["i-fear", "i-stay", "i-read"]
    with pytest.raises(MissingRecordError):
        desk.journal.mend("a-hello4", {"text": "x"}, desk.clock.now())


def test_a_ladder_goes_with_its_rungs_and_what_was_done_stays(desk: Desk) -> None:
    ladder, *rungs = deletable(entry(desk, "l-meeting"), desk)
    assert [gone.key for gone in rungs] == ["r-walk", "r-sit", "r-say"]
    delete(desk, rungs[0])
    assert len(desk.journal.rungs()) == 2
    delete(desk, ladder)
    assert (desk.journal.ladders(), desk.journal.rungs()) == ((), ())
    assert entry(desk, "a-walk").action is not None


def test_everything_goes_after_it_was_counted(desk: Desk) -> None:
    assert "insights 3, actions 11, check-ins 10, ladders 1, rungs 3" in all_that_goes(desk)[0]
    assert delete_everything(desk) == (WORDS.edit.deleted,)
    assert not desk.journal.insights()
    assert all_that_goes(desk)[0] == WORDS.edit.goes_nothing
