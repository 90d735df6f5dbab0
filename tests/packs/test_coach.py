"""What the coach knows, with one fault each."""

import pytest
from tests.packs.breaking import Case, of, setting, without
from tests.packs.folder import REFUSED, Folder

CASES = [
    Case(
        "a concern for what is unclear that is none",
        "coach.toml",
        setting("unclear_ask", "doze"),
        "unclear_ask: one of concerns, not 'doze'; did you mean 'dose'?",
    ),
    Case(
        "a phrase that cannot be read",
        "coach.toml",
        lambda coach: coach["care"]["suicide"].update(phrases="<nosuch> now"),
        "phrases: <nosuch> is no class of words",
    ),
    Case(
        "a phrase of which only the end cannot be read",
        "coach.toml",
        lambda coach: coach["care"]["suicide"].update(phrases="now <nosuch>"),
        "phrases: <nosuch> is no class of words",
    ),
    Case(
        "a gap that is no number",
        "coach.toml",
        lambda coach: coach["care"]["suicide"].update(phrases="now ..x then"),
        "phrases: a gap is `..` or `~` and a number: '..x'",
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
        "concerns.dose.words: at least one wording, and none of them blank",
    ),
    Case(
        "a concern with a blank wording",
        "coach.toml",
        lambda coach: coach["concerns"]["dose"].update(words=["Who?", " "]),
        "concerns.dose.words: at least one wording, and none of them blank",
    ),
    Case(
        "a placeholder where none is filled",
        "coach.toml",
        lambda coach: coach["concerns"]["dose"].update(words=["Who prescribes {words}?"]),
        "concerns.dose.words: no {words}; nothing is filled in here",
    ),
    Case(
        "a reason without its rule",
        "coach.toml",
        of("reasons", without("hedged")),
        "reasons.hedged: a table, which is missing",
    ),
    Case(
        "a reason without its place",
        "coach.toml",
        lambda coach: coach["acting"]["order"].remove("hedged"),
        "acting.order: 'hedged' once",
    ),
    Case(
        "a reason with two places",
        "coach.toml",
        lambda coach: coach["acting"]["order"].append("hedged"),
        "acting.order: 'hedged' once",
    ),
    Case(
        "a reason without its question",
        "coach.toml",
        lambda coach: coach["questions"]["reasons"].pop("hedged"),
        "questions.reasons.hedged: a table, which is missing",
    ),
    Case(
        "a question without words",
        "coach.toml",
        lambda coach: coach["questions"]["reasons"]["hedged"].update(plain=[]),
        "questions.reasons.hedged.plain: at least one wording, and none of them blank",
    ),
    Case(
        "a question for the time without words",
        "coach.toml",
        lambda coach: coach["questions"]["when"].update(plain=[]),
        "questions.when.plain: at least one wording, and none of them blank",
    ),
    Case(
        "a question that quotes nothing",
        "coach.toml",
        lambda coach: coach["questions"]["reasons"]["hedged"].update(quoting=["{word}: what?"]),
        "questions.reasons.hedged.quoting: {words} once, and no other: '{word}: what?'",
    ),
    Case(
        "a readback that loses the action",
        "coach.toml",
        of("readback", setting("timed", "{when}: {acton}.")),
        "readback.timed: {action} and {when}, and no other: '{when}: {acton}.'",
    ),
    Case(
        "a call for help that is not listened for",
        "coach.toml",
        of("care", without("danger")),
        "care.danger: a table, which is missing",
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
