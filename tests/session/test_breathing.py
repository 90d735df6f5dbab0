"""Breathing: phases tile time, in whole nanoseconds, exactly and without drift."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from nowwhat.packs.pack import Pack
from nowwhat.session.breathing import Move, Pattern, Phase, phase_at, turns

NANOS = 1_000_000_000
HALF_AN_HOUR = 1800
PATTERNS = Pack.find("en").patterns


def pattern_of(*seconds: float, most_cycles: int = 0) -> Pattern:
    phases = tuple(Phase(f"phase {n}", each, Move.IN) for n, each in enumerate(seconds))
    return Pattern("sample", "Sample", "A sample.", phases, most_cycles)


BOX = pattern_of(4, 4, 4, 4)
EVEN = pattern_of(5.5, 5.5)


def nanos(seconds: float) -> int:
    """Whole nanoseconds of a length as it is written down: 5.5 is eleven halves, exactly."""
    exact = Fraction(str(seconds)) * NANOS
    assert exact.denominator == 1
    return int(exact)


def boundaries(pattern: Pattern, until: int) -> list[tuple[int, int, int]]:
    """Where each phase begins, in nanoseconds; its place in the cycle; its cycle."""
    found, start, cycle = [], 0, 0
    while start < until * NANOS:
        for index, phase in enumerate(pattern.phases):
            found.append((start, index, cycle))
            start += nanos(phase.seconds)
        cycle += 1
    return found


# Boundaries


def test_a_breathing_begins_with_its_first_phase() -> None:
    now = phase_at(BOX, 0)
    assert (now.index, now.cycle, now.progress, now.remains) == (0, 0, 0, 4)
    assert now.phase is BOX.phases[0]


@pytest.mark.parametrize(
    ("elapsed", "index", "cycle", "progress", "remains"),
    [
        (3.999999999, 0, 0, 3_999_999_999 / 4_000_000_000, 1e-9),
        (4, 1, 0, 0, 4),
        (6, 1, 0, 0.5, 2),
        (15.999999999, 3, 0, 3_999_999_999 / 4_000_000_000, 1e-9),
        (16, 0, 1, 0, 4),
        (1600, 0, 100, 0, 4),
    ],
)
def test_a_phase_holds_from_its_first_nanosecond_up_to_the_next_ones(
    elapsed: float, index: int, cycle: int, progress: float, remains: float
) -> None:
    now = phase_at(BOX, elapsed)
    assert (now.index, now.cycle) == (index, cycle)
    assert (now.progress, now.remains) == (progress, remains)


def test_halves_of_seconds_are_exact() -> None:
    assert phase_at(EVEN, 5.5).index == 1
    assert phase_at(EVEN, 5.499999999).index == 0
    assert (phase_at(EVEN, 11).index, phase_at(EVEN, 11).cycle) == (0, 1)


@pytest.mark.parametrize("elapsed", [-1e-9, -1, float("-inf")])
def test_no_time_before_the_beginning_is_taken(elapsed: float) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        phase_at(BOX, elapsed)


# Tiling


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_phases_tile_half_an_hour_without_gap_or_drift(pattern: Pattern) -> None:
    tiles = boundaries(pattern, HALF_AN_HOUR)
    assert tiles[-1][0] >= (HALF_AN_HOUR - 120) * NANOS
    for (start, index, cycle), following in pairwise(tiles):
        first = phase_at(pattern, start / NANOS)
        assert (first.index, first.cycle, first.progress) == (index, cycle, 0)
        assert first.remains == (following[0] - start) / NANOS
        last = phase_at(pattern, (following[0] - 1) / NANOS)
        assert (last.index, last.cycle) == (index, cycle)
        assert last.remains == 1 / NANOS
        assert last.progress < 1


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_the_turns_are_the_boundaries_themselves(pattern: Pattern) -> None:
    endless = replace(pattern, most_cycles=0)
    listed = [
        (round(start * NANOS), endless.phases.index(phase), cycle)
        for start, phase, cycle in turns(endless, HALF_AN_HOUR)
    ]
    distinct = len(set(endless.phases)) == len(endless.phases)
    expected = boundaries(endless, HALF_AN_HOUR)
    if distinct:
        assert listed == expected
    else:
        assert [(start, cycle) for start, _, cycle in listed] == [(s, c) for s, _, c in expected]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_at_each_turn_one_stands_at_the_beginning_of_its_phase(pattern: Pattern) -> None:
    for start, phase, cycle in turns(replace(pattern, most_cycles=0), HALF_AN_HOUR):
        now = phase_at(pattern, start)
        assert (now.phase, now.cycle, now.progress) == (phase, cycle, 0)


LENGTHS = st.lists(st.integers(1, 120_000), min_size=1, max_size=8)
"""Phases by their milliseconds."""


@settings(deadline=None, max_examples=200)
@given(LENGTHS, st.integers(0, HALF_AN_HOUR * NANOS))
def test_where_one_stands_is_what_whole_numbers_say(lengths: list[int], elapsed: int) -> None:
    pattern = pattern_of(*(length / 1000 for length in lengths))
    cycle, within = divmod(elapsed, sum(lengths) * 1_000_000)
    index = 0
    while within >= lengths[index] * 1_000_000:
        within -= lengths[index] * 1_000_000
        index += 1
    now = phase_at(pattern, elapsed / NANOS)
    assert (now.index, now.cycle) == (index, cycle)
    assert now.remains == (lengths[index] * 1_000_000 - within) / NANOS
    assert now.progress == within / (lengths[index] * 1_000_000)


@settings(deadline=None, max_examples=100)
@given(LENGTHS, st.floats(0, HALF_AN_HOUR), st.integers(0, 5))
def test_turns_end_where_the_breathing_ends(
    lengths: list[int], asked: float, most_cycles: int
) -> None:
    pattern = pattern_of(*(length / 1000 for length in lengths), most_cycles=most_cycles)
    start, phase, cycle = list(turns(pattern, asked))[-1]
    whole = pattern.seconds_for(asked)
    assert round(start * NANOS) + phase.nanos == round(whole * NANOS)
    assert cycle + 1 == pattern.cycles_in(asked)
    if not most_cycles:
        assert whole >= asked - 1e-9
        assert whole < max(asked, 1e-9) + pattern.cycle_seconds


# Whole cycles and their bound


@pytest.mark.parametrize(
    ("asked", "cycles"), [(0, 1), (1, 1), (16, 1), (16.000000001, 2), (17, 2), (160, 10), (161, 11)]
)
def test_a_breathing_lasts_whole_cycles_and_at_least_one(asked: float, cycles: int) -> None:
    assert BOX.cycles_in(asked) == cycles
    assert BOX.seconds_for(asked) == cycles * 16


@pytest.mark.parametrize(("asked", "cycles"), [(0, 1), (20, 2), (76, 4), (77, 4), (1800, 4)])
def test_a_bounded_breathing_ends_after_so_many_cycles(asked: float, cycles: int) -> None:
    weil = pattern_of(4, 7, 8, most_cycles=4)
    assert weil.cycles_in(asked) == cycles
    assert weil.seconds_for(asked) == cycles * 19
    assert len(list(turns(weil, asked))) == cycles * 3


def test_what_is_offered_is_bounded_where_it_should_be() -> None:
    bounds = {pattern.id: pattern.most_cycles for pattern in PATTERNS}
    assert bounds["four-seven-eight"] == 4
    assert bounds["grounding"] == bounds["urge-surfing"] == 1


def test_the_patterns_that_the_design_names_are_there_and_the_first_is_the_long_exhale() -> None:
    seconds = {pattern.id: [phase.seconds for phase in pattern.phases] for pattern in PATTERNS}
    assert PATTERNS[0].id == "extended-exhale"
    assert seconds["extended-exhale"] == [4, 6]
    assert seconds["coherent"] == [5.5, 5.5]
    assert seconds["box"] == [4, 4, 4, 4]
    assert seconds["four-seven-eight"] == [4, 7, 8]
    assert {"cyclic-sighing", "grounding", "urge-surfing"} < set(seconds)


def test_no_breath_is_held_unless_one_asks_for_it() -> None:
    assert all(phase.move is not Move.HOLD for phase in PATTERNS[0].phases)
