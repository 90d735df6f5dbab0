"""How a language says times, with one fault each."""

import pytest
from tests.packs.breaking import Case, setting
from tests.packs.folder import Folder

CASES = [
    Case(
        "a pattern that is none",
        "times.toml",
        setting("late", "(tonight"),
        "late: a regular expression (missing ), unterminated subpattern at position 0)",
    ),
    Case(
        "an hour without its minutes",
        "times.toml",
        setting("bare_hour", "at ([0-9]+)"),
        "bare_hour: two groups, for the hour and its minutes",
    ),
    Case(
        "a replacement that is none",
        "times.toml",
        setting("instead", [["at", "\\1"]]),
        "instead: a pattern and what to read for it (invalid group reference 1 at position 1)",
    ),
    Case(
        "a word that breaks a pattern",
        "times.toml",
        setting("behind_a_number", ["hours", "("]),
        "behind_a_number: a regular expression (missing ), unterminated subpattern at position 6)",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_times_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
