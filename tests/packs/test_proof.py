"""The proof over a script's graph, against the truth: every way, walked with the engine itself."""

import pytest
from msgspec.structs import replace
from tests.packs.walking import ASK, NAMES, Truth
from tests.session.samples import OUTCOMES, YES_NO, script_of

from nowwhat.packs import proof
from nowwhat.packs.proof import proof_faults
from nowwhat.packs.rules import script_faults
from nowwhat.session.script import (
    Act,
    Card,
    Choose,
    Commit,
    Condition,
    Depth,
    Do,
    Note,
    Option,
    Plan,
    Rate,
    Read,
    Review,
    Script,
    Step,
)

ACT, COMMIT = Act(id="act", ask=ASK, starters=""), Commit(id="commit", ask=ASK)
BEFORE = Rate(id="before", ask=ASK, low="none", high="all")
AFTER = Rate(id="after", ask=ASK, low="none", high="all")
LATER = Rate(id="later", ask=ASK, low="none", high="all")
SOMETIMES = Condition(answer="pick", is_=("yes",))
PICK = Choose(id="pick", ask=ASK, options=YES_NO)
REVIEW = Review(id="review", ask=ASK, options=OUTCOMES)
READ = Read(id="read", says=ASK)
CARD = Card(id="card")


def note(name: str, depth: Depth = "short", **condition: object) -> Note:
    return Note(id=name, ask=ASK, depth=depth, only_if=Condition(**condition))  # type: ignore[arg-type]


def commit(name: str, depth: Depth = "short", **condition: object) -> Commit:
    only_if = Condition(**condition) if condition else None  # type: ignore[arg-type]
    return Commit(id=name, ask=ASK, depth=depth, only_if=only_if)


def act(name: str, depth: Depth = "short", **condition: object) -> Act:
    only_if = Condition(**condition) if condition else None  # type: ignore[arg-type]
    return Act(id=name, ask=ASK, starters="", depth=depth, only_if=only_if)


def session(*steps: Step) -> Script:
    return script_of(*steps)


def check_in(*steps: Step) -> Script:
    return replace(script_of(*steps, role="checkin"), id="checkin")


def faults_of(script: Script) -> list[tuple[str, str, str]]:
    """Step, key and the beginning of what was expected, of each fault; the truth agrees."""
    assert list(script_faults(script, "x", NAMES)) == []
    found = sorted(proof_faults(script, "x"))
    truth = Truth(script)
    every = {step.id for step in script.steps}
    assert (not found) is (truth.lawful and truth.reached == every)
    return [(fault.step, fault.key, fault.expected) for fault in found]


def unreached(script: Script) -> list[str]:
    return [step for step, key, _ in faults_of(script) if key]


PASSED_BY = "a committed action on every way to the finish; one passes it by"
NOTHING_BEFORE = "an action before it on every way; there is none here"


def is_passed_by(script: Script, last: str) -> bool:
    return [fault[0] for fault in faults_of(script) if fault[2].startswith(PASSED_BY)] == [last]


# What decides


def test_the_smallest_session_is_an_action_and_i_will() -> None:
    assert faults_of(session(ACT, COMMIT)) == []


@pytest.mark.parametrize("steps", [(READ,), (CARD,), (ACT,), (ACT, CARD), (PICK, READ)])
def test_a_session_without_i_will_is_none(steps: tuple[Step, ...]) -> None:
    assert is_passed_by(session(*steps), steps[-1].id)


def test_i_will_wants_an_action_before_it() -> None:
    assert ("commit", "", NOTHING_BEFORE) in faults_of(session(COMMIT))
    assert ("commit", "", NOTHING_BEFORE) in faults_of(session(COMMIT, ACT, commit("again")))


def test_i_will_wants_an_action_before_it_on_every_way() -> None:
    script = session(PICK, act("some", answer="pick", is_=("yes",)), COMMIT)
    assert ("commit", "", NOTHING_BEFORE) in faults_of(script)


def test_an_account_is_no_action_to_commit_to_in_a_session() -> None:
    assert ("commit", "", NOTHING_BEFORE) in faults_of(session(REVIEW, COMMIT))


def test_another_action_wants_another_i_will() -> None:
    assert is_passed_by(session(ACT, COMMIT, act("more")), "more")
    assert faults_of(session(ACT, COMMIT, act("more"), commit("again"))) == []


def test_another_action_on_one_way_only_is_found() -> None:
    more = act("more", answer="pick", is_=("no",))
    assert is_passed_by(session(ACT, COMMIT, PICK, more, CARD), "card")


def test_what_is_acted_on_has_been_committed_to_on_every_way() -> None:
    do = Do(id="do", ask=ASK)
    assert faults_of(session(ACT, COMMIT, do)) == []
    late = session(ACT, PICK, commit("early", answer="pick", is_=("yes",)), do, COMMIT)
    assert ("do", "", "a commit before it on every way") in faults_of(late)


def test_starters_of_a_door_want_a_door_on_every_way() -> None:
    doors = Choose(
        id="door",
        ask=ASK,
        keeps="door",
        options=(Option("face", "Face"), Option("joy", "Joy")),
    )
    through = Act(id="act", ask=ASK, starters="door")
    assert list(proof_faults(session(doors, through, COMMIT), "x")) == []
    some = replace(doors, only_if=SOMETIMES)
    faults = list(proof_faults(session(PICK, some, through, COMMIT), "x"))
    assert [fault.step for fault in faults] == ["act"]


# Check-ins


def test_a_check_in_ends_on_an_account() -> None:
    assert faults_of(check_in(REVIEW)) == []
    assert faults_of(check_in(REVIEW, ACT, COMMIT)) == []
    assert faults_of(check_in(REVIEW, COMMIT)) == []


def test_a_check_in_without_an_account_is_none_whatever_is_committed_to() -> None:
    assert faults_of(check_in(READ)) != []
    assert faults_of(check_in(COMMIT)) != []
    assert faults_of(check_in(ACT, COMMIT)) != []


def test_a_check_in_that_passes_its_account_by_on_one_way_is_none() -> None:
    some = replace(REVIEW, only_if=SOMETIMES)
    assert faults_of(check_in(PICK, some, ACT, COMMIT)) != []


def test_an_action_chosen_in_a_check_in_is_committed_to_or_the_check_in_is_none() -> None:
    assert faults_of(check_in(REVIEW, ACT)) != []
    maybe = act("maybe", answer="review", is_=("notyet",))
    assert faults_of(check_in(REVIEW, maybe)) != []
    assert faults_of(check_in(REVIEW, maybe, commit("c", answer="maybe", given=True))) == []


# Ratings at their turning values


@pytest.mark.parametrize("turn", range(1, 11))
def test_a_way_that_only_ratings_below_a_turn_take_is_found(turn: int) -> None:
    assert is_passed_by(session(ACT, BEFORE, commit("c", answer="before", at_least=turn)), "c")


@pytest.mark.parametrize("turn", range(10))
def test_a_way_that_only_ratings_above_a_turn_take_is_found(turn: int) -> None:
    assert is_passed_by(session(ACT, BEFORE, commit("c", answer="before", at_most=turn)), "c")


@pytest.mark.parametrize("turn", range(1, 11))
def test_ways_that_part_at_a_turn_and_leave_no_gap_are_sound(turn: int) -> None:
    low = commit("low", answer="before", at_most=turn - 1)
    high = commit("high", answer="before", at_least=turn)
    assert faults_of(session(ACT, BEFORE, low, high)) == []


@pytest.mark.parametrize("turn", range(1, 10))
def test_one_rating_between_two_turns_is_not_overlooked(turn: int) -> None:
    low = commit("low", answer="before", at_most=turn - 1)
    high = commit("high", answer="before", at_least=turn + 1)
    assert is_passed_by(session(ACT, BEFORE, low, high), "high")


def test_a_condition_that_every_rating_fulfils_is_none() -> None:
    assert faults_of(session(ACT, BEFORE, commit("c", answer="before", at_least=0))) == []
    assert faults_of(session(ACT, BEFORE, commit("c", answer="before", at_most=10))) == []


def test_a_likelihood_turns_where_it_turns() -> None:
    likely = Rate(id="likely", ask=ASK, low="no", high="yes", top=100)
    low = commit("low", answer="likely", at_most=49)
    assert faults_of(session(ACT, likely, low, commit("high", answer="likely", at_least=50))) == []
    above = session(ACT, likely, low, commit("high", answer="likely", at_least=51))
    assert is_passed_by(above, "high")


def test_a_rating_that_was_passed_by_fulfils_no_bound() -> None:
    some = replace(BEFORE, id="some", only_if=SOMETIMES)
    low, high = commit("low", answer="some", at_most=4), commit("high", answer="some", at_least=5)
    assert is_passed_by(session(ACT, PICK, some, low, high), "high")


# Ratings that rise


def test_a_rise_and_none_are_both_tried() -> None:
    assert is_passed_by(session(ACT, BEFORE, AFTER, _risen("c", "after", "before", 2)), "c")


def _risen(name: str, later: str, earlier: str, by: int) -> Commit:
    return commit(name, answer=later, risen_from=earlier, by=by)


@pytest.mark.parametrize("by", [-10, -1, 0, 1, 5, 10])
def test_a_rise_that_can_be_is_reached(by: int) -> None:
    rise = note("rise", answer="after", risen_from="before", by=by)
    assert faults_of(session(BEFORE, AFTER, rise, ACT, COMMIT)) == []


def test_a_rise_beyond_the_scale_is_not_reached() -> None:
    rise = note("rise", answer="after", risen_from="before", by=11)
    assert unreached(session(BEFORE, AFTER, rise, ACT, COMMIT)) == ["rise"]


def test_a_rise_by_some_but_not_by_much_is_not_overlooked() -> None:
    some = note("some", answer="after", risen_from="before", by=2)
    much = note("much", answer="after", risen_from="before", by=5)
    small = commit("small", answer="some", given=False)
    large = commit("large", answer="much", given=True)
    assert is_passed_by(session(ACT, BEFORE, AFTER, some, much, small, large), "large")


def test_two_rises_one_after_the_other_are_not_overlooked() -> None:
    first = note("first", answer="after", risen_from="before", by=2)
    second = note("second", answer="later", risen_from="after", by=2)
    steps = (ACT, BEFORE, AFTER, LATER, first, second)
    no_first = commit("no_first", answer="first", given=False)
    no_second = commit("no_second", answer="second", given=False)
    assert is_passed_by(session(*steps, no_first, no_second), "no_second")


def test_a_rise_within_bounds_is_not_overlooked() -> None:
    rise = note("rise", answer="after", risen_from="before", by=3)
    low = note("low", answer="after", at_most=4)
    high = note("high", answer="before", at_least=1)
    none = (
        commit("a", answer="rise", given=False),
        commit("b", answer="low", given=False),
        commit("c", answer="high", given=False),
    )
    assert is_passed_by(session(ACT, BEFORE, AFTER, rise, low, high, *none), "c")


def test_a_rise_that_bounds_forbid_is_none() -> None:
    rise = note("rise", answer="after", risen_from="before", by=3)
    low = note("low", answer="after", at_most=3)
    high = note("high", answer="before", at_least=1)
    none = (
        commit("a", answer="rise", given=False),
        commit("b", answer="low", given=False),
        commit("c", answer="high", given=False),
    )
    assert faults_of(session(ACT, BEFORE, AFTER, rise, low, high, *none)) == []


# Given or not


def test_what_is_optional_may_be_left_empty() -> None:
    plan = Plan(id="plan", ask=ASK, part="obstacle", optional=True)
    assert is_passed_by(session(ACT, plan, commit("c", answer="plan", given=True)), "c")
    assert is_passed_by(session(ACT, plan, commit("c", answer="plan", given=False)), "c")


def test_what_is_not_optional_is_given() -> None:
    plan = Plan(id="plan", ask=ASK, part="when")
    assert faults_of(session(ACT, plan, commit("c", answer="plan", given=True))) == []
    assert unreached(session(plan, note("n", answer="plan", given=False), ACT, COMMIT)) == ["n"]


def test_a_rating_of_nought_is_given() -> None:
    assert faults_of(session(ACT, BEFORE, commit("c", answer="before", given=True))) == []


@pytest.mark.parametrize("step", [READ, CARD])
def test_what_was_only_read_counts_as_nothing_given(step: Step) -> None:
    assert unreached(session(step, note("n", answer=step.id, given=True), ACT, COMMIT)) == ["n"]
    assert faults_of(session(ACT, step, commit("c", answer=step.id, given=True))) != []
    assert faults_of(session(ACT, step, commit("c", answer=step.id, given=False))) == []


def test_what_was_passed_by_is_not_given() -> None:
    some = note("some", answer="pick", is_=("yes",))
    assert is_passed_by(session(ACT, PICK, some, commit("c", answer="some", given=True)), "c")


def test_a_step_behind_a_contradiction_is_not_reached() -> None:
    inner = replace(PICK, id="inner", only_if=SOMETIMES)
    said = Read(id="said", says=ASK, only_if=Condition(answer="inner", is_=("yes",)))
    third = note("third", answer="said", given=True)
    assert unreached(session(PICK, inner, said, third, ACT, COMMIT)) == ["third"]


# Facts, and going slower midway


def test_every_fact_may_hold_or_not() -> None:
    assert is_passed_by(session(ACT, commit("c", fact="night")), "c")
    night, day = commit("night", fact="night"), commit("more", fact="repeatable")
    assert is_passed_by(session(ACT, night, day), "more")


def test_a_choice_of_which_nothing_may_be_left_is_found() -> None:
    options = (Option("a", "A", fact="night"), Option("b", "B", fact="repeatable"))
    some = Choose(id="some", ask=ASK, options=options)
    assert ("some", "", "an option that is always there") in faults_of(session(some, ACT, COMMIT))
    always = Choose(id="some", ask=ASK, options=(*options, Option("c", "C")))
    assert faults_of(session(always, ACT, COMMIT)) == []


def test_an_option_that_a_fact_takes_away_is_no_way() -> None:
    options = (Option("a", "A"), Option("b", "B", fact="night"))
    some = Choose(id="some", ask=ASK, options=options)
    by_day = Choose(id="by_day", ask=ASK, options=options, only_if=Condition(fact="repeatable"))
    assert unreached(session(some, note("n", answer="some", is_=("b",)), ACT, COMMIT)) == []
    assert is_passed_by(session(ACT, some, commit("c", answer="some", is_=("b",))), "c")
    assert is_passed_by(session(ACT, by_day, commit("c", answer="by_day", is_=("a",))), "c")


def test_i_will_in_the_full_form_only_is_found() -> None:
    assert is_passed_by(session(ACT, commit("c", depth="full")), "c")


def test_an_action_in_the_full_form_only_is_found() -> None:
    assert ("commit", "", NOTHING_BEFORE) in faults_of(session(act("a", depth="full"), COMMIT))


def test_going_slower_midway_is_a_way_of_its_own() -> None:
    early = Choose(id="early", ask=ASK, options=YES_NO, depth="full")
    sure = commit("sure", answer="early", given=False)
    again = commit("again", depth="full", answer="early", given=True)
    assert faults_of(session(early, ACT, sure, again)) == []
    later = act("later", depth="full")
    late = commit("late", depth="full", answer="early", given=True)
    assert is_passed_by(session(early, ACT, COMMIT, later, late), "late")


def test_a_script_too_tangled_to_prove_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "_MOST_WAYS", 2_000)
    picks = [Choose(id=f"p{n}", ask=ASK, options=YES_NO) for n in range(18)]
    notes = [note(f"n{n}", answer=f"p{n}", is_=("yes",)) for n in range(18)]
    faults = list(proof_faults(session(*picks, *notes, ACT, COMMIT), "x"))
    assert [fault.expected for fault in faults] == ["at most 2,000 ways through it"]
