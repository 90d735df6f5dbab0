"""What the coach knows, with one fault each."""

import pytest
from tests.packs.breaking import Case
from tests.packs.folder import REFUSED, Folder

CASES = [
    Case(
        "a phrase that cannot be read",
        "coach.toml",
        lambda coach: coach["care"]["suicide"].update(phrases="<nosuch> now"),
        "phrases: <nosuch> is no class of words",
    ),
    Case(
        "a gap that is no number",
        "coach.toml",
        lambda coach: coach["care"]["suicide"].update(phrases="now ..x then"),
        "phrases: invalid literal for int() with base 10: 'x'",
    ),
    Case(
        "a right person whom the coach refuses",
        "coach.toml",
        lambda coach: coach["concerns"]["dose"].update(right_person=REFUSED),
        "dose: right_person: one concrete, safe action, not 'grumble'",
    ),
    Case(
        "a concern without words",
        "coach.toml",
        lambda coach: coach["concerns"]["dose"].update(words=[]),
        "dose: words: at least one wording",
    ),
    Case(
        "a level there is none of",
        "coach.toml",
        lambda coach: coach["concerns"]["dose"].update(level="asks"),
        "concerns.dose.level: one of ask, stop, not 'asks'; did you mean 'ask'?",
    ),
    Case(
        "a reason there is none of",
        "coach.toml",
        lambda coach: coach["reasons"].update(hedge=coach["reasons"]["hedged"]),
        "reasons.hedge: one of insight_verb, no_behaviour, outcome_not_action, "
        "not_in_control, negation, too_big, several_actions, ongoing, hedged, not 'hedge'; "
        "did you mean 'hedged'?",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_the_coach_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
