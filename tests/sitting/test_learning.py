"""What was learnt and how it went so far is quoted where it fits next; and the ladder is kept."""

from tests.end_to_end.answers import LADDER, REP, later, lines_of
from tests.end_to_end.inside import Inside
from tests.end_to_end.questions import WORDS

HELLO = "Say hello to one person on my street"
LEARNT = "most people say hello back"


def put(answers: tuple[tuple[str, str], ...], **other: str) -> list[str]:
    return lines_of(tuple((step, other.get(step, answer)) for step, answer in answers))


def rep_full(inside: Inside, most: str, noticed: str = "") -> str:
    """Do one repetition in the full form; give what was said."""
    answers = (*REP, ("noticed", noticed)) if not inside.folder.exists() else ()
    answers = answers or (*later(REP), ("noticed", noticed))
    ran = inside.session("rep", "--full", typed=put(answers, most=most))
    assert ran.status == 0, ran.out
    inside.clock.later(days=1)
    return ran.flat


def test_a_first_repetition_quotes_nothing(inside: Inside) -> None:
    said = rep_full(inside, "7", LEARNT)
    assert WORDS.curve.learnt.partition("{")[0] + "3" not in said
    assert "times since" not in said


def test_a_second_one_hears_what_was_learnt_before_it_and_the_curve_with_it(
    inside: Inside,
) -> None:
    rep_full(inside, "7", LEARNT)
    said = rep_full(inside, "5")
    before, _, after = said.partition("How likely does that seem?")
    assert f'"{LEARNT}"' in before
    assert "At its most" not in before
    assert "Done 2 times since 03 March. At its most: 7, 5. Did it happen: no, no." in after


def test_a_third_one_hears_the_curve_before_it_predicts(inside: Inside) -> None:
    rep_full(inside, "7", LEARNT)
    rep_full(inside, "5")
    said = rep_full(inside, "8")
    before, _, _ = said.partition("How likely does that seem?")
    assert "At its most: 7, 5." in before
    assert "At its most: 7, 5, 8." in said
    chain = [action.get("repeats", "") for action in inside.history()["actions"]]
    assert len(set(chain)) == 2
    assert chain[0] == ""


def test_the_same_door_quotes_what_was_learnt_behind_it(inside: Inside) -> None:
    first = [
        "I go quiet when someone is cross",
        "3",
        "helps",
        "go_on",
        "face",
        HELLO,
        "uncomfortable",
        "now",
    ]
    assert inside.session(typed=[*first, "", "I will", "later"]).status == 0
    inside.clock.later(days=1)
    learnt = ["done", "notice", LEARNT, "3", "4", "2", "no"]
    note = ["I go quiet at work too", "3", "go_on", "face"]
    said = inside.session("--full", typed=[*learnt, *note]).flat
    assert said.count(f'after going this way, you wrote: "{LEARNT}"') == 1
    other = Inside(inside.folder.with_name("other"), inside.clock)
    assert other.session(typed=[*first, "", "I will", "later"]).status == 0
    note[-1] = "joy"
    assert LEARNT not in other.session("--full", typed=[*learnt, *note]).flat


def test_once_more_quotes_what_was_just_learnt_the_time_after(inside: Inside) -> None:
    rep_full(inside, "7", LEARNT)
    typed = put(later(REP), do="later")[: [s for s, _ in later(REP)].index("do") + 1]
    assert inside.session("rep", typed=typed).status == 0
    said = inside.run("session", "--plain", typed=["done", "yes", "after lunch", "I will"]).flat
    assert f'"{LEARNT}"' in said.partition("Once more?")[2]
    actions = inside.history()["actions"]
    assert actions[-1]["repeats"] == actions[0]["id"]


def test_a_ladder_is_kept_with_its_rungs_and_the_action_names_its_own(inside: Inside) -> None:
    assert inside.session("ladder", typed=lines_of(LADDER)).status == 0
    whole = inside.history()
    assert [ladder["text"] for ladder in whole["ladders"]] == ["the staff meeting"]
    assert {rung["text"]: rung["discomfort"] for rung in whole["rungs"]} == {
        "Say one sentence in the meeting": 8,
        "Walk past the meeting room": 2,
        "Sit in the empty room for five minutes": 4,
    }
    named = {rung["id"]: rung["text"] for rung in whole["rungs"]}
    assert named[whole["actions"][0]["rung"]] == whole["actions"][0]["text"]
    assert {rung["ladder"] for rung in whole["rungs"]} == {whole["ladders"][0]["id"]}


def test_rungs_are_offered_from_the_easiest_up(inside: Inside) -> None:
    said = inside.session("ladder", typed=lines_of(LADDER)).flat
    first = said.index("1 Walk past the meeting room")
    assert first < said.index("2 Sit in the empty room") < said.index("3 Say one sentence")


def test_a_rung_that_could_hurt_is_kept_and_never_offered(inside: Inside) -> None:
    typed = put(LADDER, rung_two="Punch my brother tonight")
    said = inside.session("ladder", typed=typed[:9]).flat
    assert "Punch my brother" in said
    offered = said.partition("are you going to do today")[2]
    assert "Sit in the empty room" in offered
    assert "Punch my brother" not in offered


def test_the_next_rung_is_the_first_to_be_offered_where_something_is_done_again(
    inside: Inside,
) -> None:
    inside.session("ladder", typed=lines_of(LADDER))
    inside.run("done")
    said = inside.session("rep", typed=["helps"]).flat
    assert "1 Sit in the empty room for five minutes 2 Walk past the meeting room" in said


def test_a_rung_done_again_is_a_repetition_on_its_ladder(inside: Inside) -> None:
    inside.session("ladder", typed=lines_of(LADDER))
    inside.run("done")
    inside.clock.later(days=1)
    typed = put(REP, action="Walk past the meeting room")
    assert inside.session("rep", typed=typed).status == 0
    first, again = inside.history()["actions"]
    assert again["repeats"] == first["id"]
    assert again["rung"] == first["rung"]


def test_a_ladder_that_was_left_is_gone_on_with_and_kept_once(inside: Inside) -> None:
    lines = lines_of(LADDER)
    assert inside.session("ladder", typed=lines[:6]).status == 3
    assert inside.session("ladder", typed=["1", *lines[6:]]).status == 0
    whole = inside.history()
    assert (len(whole["ladders"]), len(whole["rungs"])) == (1, 3)


def test_a_ladder_that_was_set_down_is_kept_too(inside: Inside) -> None:
    lines = lines_of(LADDER)
    assert inside.session("ladder", typed=[*lines[:5], "set down"]).status == 0
    assert len(inside.history()["rungs"]) == 2
