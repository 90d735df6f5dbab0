"""The gate of the act step: keep my words, misread, and what never passes."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.session.samples import ACT, ASKED, GOOD, LINE, STOPPED, VAGUE, at_act, opened, refuses

from nowwhat.session.errors import OutOfTurnError, SessionError
from nowwhat.session.events import Back, Kept, Left, Misread, Offered, Resumed, Slowed
from nowwhat.session.flow import advance, replay
from nowwhat.session.state import GivenAction, State
from nowwhat.session.verdict import Reason, Safety, Verdict

KEPT, MISREAD = Kept(step="act"), Misread(step="act")
TIMELESS = Verdict(concrete=False, reasons=(Reason.HEDGED,), behaviour=True)
VERBLESS = Verdict(concrete=False, reasons=(Reason.NO_BEHAVIOUR,), when="at six")
ASKED_VAGUE = Verdict(
    concrete=False, reasons=(Reason.HEDGED,), safety=Safety.ASK, behaviour=True, when="at six"
)
ASKED_TIMELESS = Verdict(concrete=False, reasons=(Reason.HEDGED,), safety=Safety.ASK)


def chosen(state: State) -> GivenAction:
    assert state.action is not None
    return state.action


# Keep my words


def test_words_with_a_verb_and_a_when_may_be_kept() -> None:
    state = advance(at_act((LINE, VAGUE)), KEPT)
    assert chosen(state) == GivenAction("act", LINE, rounds=1, kept=True)
    assert state.at == "end_act"


def test_words_without_a_when_may_not_be_kept() -> None:
    refuses(at_act((LINE, TIMELESS)), KEPT, OutOfTurnError)


def test_words_without_a_verb_may_not_be_kept() -> None:
    refuses(at_act((LINE, VERBLESS)), KEPT, OutOfTurnError)


def test_words_that_raise_a_concern_may_not_be_kept_as_they_are() -> None:
    refuses(at_act((LINE, ASKED)), KEPT, OutOfTurnError)
    refuses(at_act((LINE, ASKED_VAGUE)), KEPT, OutOfTurnError)
    refuses(at_act((LINE, STOPPED)), KEPT, OutOfTurnError)


def test_nothing_is_kept_before_a_line_was_offered() -> None:
    refuses(at_act(), KEPT, OutOfTurnError)


def test_the_words_that_are_kept_are_those_offered_last() -> None:
    state = advance(at_act(("maybe call", VAGUE), ("perhaps at six", VAGUE)), KEPT)
    assert chosen(state) == GivenAction("act", "perhaps at six", rounds=2, kept=True)
    refuses(at_act(("maybe call", VAGUE), ("perhaps", TIMELESS)), KEPT, OutOfTurnError)


# Misread


def test_a_concrete_line_whose_concern_was_misread_becomes_the_action() -> None:
    state = advance(at_act((LINE, ASKED)), MISREAD)
    assert chosen(state) == GivenAction("act", LINE, rounds=1, misread=True)


def test_a_vague_line_whose_concern_was_misread_still_meets_its_question() -> None:
    state = advance(at_act((LINE, ASKED_VAGUE)), MISREAD)
    assert state.at == "act"
    assert state.action is None
    assert state.tries[-1].misread
    refuses(state, MISREAD, OutOfTurnError)


def test_a_vague_line_whose_concern_was_misread_may_then_be_kept() -> None:
    state = replay(at_act((LINE, ASKED_VAGUE)), [MISREAD, KEPT])
    assert chosen(state) == GivenAction("act", LINE, rounds=1, kept=True, misread=True)


def test_a_misread_line_without_a_verb_or_a_when_may_not_be_kept() -> None:
    refuses(advance(at_act((LINE, ASKED_TIMELESS)), MISREAD), KEPT, OutOfTurnError)


def test_what_raises_no_concern_cannot_be_misread() -> None:
    refuses(at_act((LINE, VAGUE)), MISREAD, OutOfTurnError)
    refuses(at_act(), MISREAD, OutOfTurnError)


def test_what_is_never_planned_cannot_be_misread() -> None:
    refuses(at_act((LINE, STOPPED)), MISREAD, OutOfTurnError)


def test_a_misread_line_lends_nothing_to_the_next_one() -> None:
    state = advance(at_act((LINE, ASKED_VAGUE)), MISREAD)
    state = advance(state, Offered(step="act", line="hit him", verdict=STOPPED, round=2))
    refuses(state, KEPT, OutOfTurnError)
    refuses(state, MISREAD, OutOfTurnError)


# What never passes


VERDICTS = st.builds(
    Verdict,
    concrete=st.booleans(),
    reasons=st.lists(st.sampled_from(Reason), max_size=2).map(tuple),
    safety=st.sampled_from(Safety),
    concern=st.sampled_from(["", "dose"]),
    behaviour=st.booleans(),
    when=st.sampled_from(["", "at six"]),
)
STOPS = st.builds(
    Verdict,
    concrete=st.booleans(),
    safety=st.just(Safety.STOP),
    behaviour=st.booleans(),
    when=st.sampled_from(["", "at six"]),
)
MOVES = st.sampled_from([KEPT, MISREAD, Back(), Slowed(), Left(), Resumed()])
"""What may stand between two lines; a line is a verdict here."""


def tried(state: State, verdict: Verdict, line: str) -> Offered:
    return Offered(step="act", line=line, verdict=verdict, round=len(state.tries) + 1)


@settings(deadline=None, max_examples=150)
@given(st.lists(MOVES | STOPS, max_size=20))
def test_what_is_never_planned_passes_by_no_sequence(moves: list[Verdict | Kept]) -> None:
    state = opened(ACT)
    for number, move in enumerate(moves):
        event = tried(state, move, f"line {number}") if isinstance(move, Verdict) else move
        try:
            state = advance(state, event)
        except SessionError:
            continue
        assert state.action is None
        assert state.at == "act"


@settings(deadline=None, max_examples=250)
@given(st.lists(MOVES | VERDICTS, max_size=20))
def test_a_line_passes_only_by_its_verdict_or_by_a_right_that_the_person_has(
    moves: list[Verdict | Kept],
) -> None:
    state, last, misread = opened(ACT), GOOD, False
    for move in moves:
        event = tried(state, move, LINE) if isinstance(move, Verdict) else move
        before = state
        try:
            state = advance(state, event)
        except SessionError:
            assert state == before
            continue
        if isinstance(event, Offered):
            last, misread = event.verdict, False
        misread = misread or isinstance(event, Misread)
        if before.action is None and state.action is not None:
            assert last.safety is Safety.OK or (last.safety is Safety.ASK and misread)
            assert state.action.misread is misread
            insisted = last.behaviour and last.when != ""
            assert last.concrete or (event == KEPT and insisted)
            assert state.action.kept is (event == KEPT)
            return
