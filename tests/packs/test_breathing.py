"""The breathing patterns, with one fault each."""

import pytest
from tests.packs.breaking import Case, of, pattern, setting
from tests.packs.folder import Folder

CASES = [
    Case(
        "a phase of no time",
        "breathing.toml",
        pattern("box", of("phases", setting("seconds", 0), 1)),
        "box: phases: 0.5 to 120 seconds, not 0",
    ),
    Case(
        "a phase of less than no time",
        "breathing.toml",
        pattern("box", of("phases", setting("seconds", -4), 1)),
        "box: phases: 0.5 to 120 seconds, not -4",
    ),
    Case(
        "a phase that nobody can hold",
        "breathing.toml",
        pattern("box", of("phases", setting("seconds", 121), 1)),
        "box: phases: 0.5 to 120 seconds, not 121",
    ),
    Case(
        "a phase without a word",
        "breathing.toml",
        pattern("box", of("phases", setting("word", " "), 1)),
        "box: phases: a word for each phase",
    ),
    Case(
        "no phases",
        "breathing.toml",
        pattern("box", setting("phases", [])),
        "box: phases: at least one phase",
    ),
    Case(
        "a move there is none of",
        "breathing.toml",
        pattern("box", of("phases", setting("move", "hodl"), 1)),
        "pattern[4].phases[2].move: one of in, out, hold, still, not 'hodl'; did you mean 'hold'?",
    ),
    Case(
        "fewer cycles than none",
        "breathing.toml",
        pattern("box", setting("most_cycles", -1)),
        "box: most_cycles: 0 for no bound, or more",
    ),
    Case(
        "one pattern twice",
        "breathing.toml",
        lambda table: table["pattern"].append(dict(table["pattern"][-1])),
        "urge-surfing: id: an id of its own; another pattern has it",
    ),
    Case(
        "a pattern without a title",
        "breathing.toml",
        pattern("box", setting("title", "")),
        "box: title: words, not nothing",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_patterns_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
