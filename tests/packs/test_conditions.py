"""Conditions, with one fault each."""

import pytest
from tests.packs.breaking import BRIDGE, Case, at, of, setting, without
from tests.packs.folder import Folder

CASES = [
    Case(
        "a condition on an unknown step",
        BRIDGE,
        at("likely", of("only_if", setting("answer", "faered"))),
        "likely: only_if.answer: an earlier step, "
        "not 'faered', which is none; did you mean 'feared'?",
    ),
    Case(
        "a condition on a later step",
        BRIDGE,
        at("likely", of("only_if", setting("answer", "start"))),
        "likely: only_if.answer: an earlier step, not 'start', which comes later",
    ),
    Case(
        "a condition on the step itself",
        BRIDGE,
        at("likely", of("only_if", setting("answer", "likely"))),
        "likely: only_if.answer: an earlier step, not 'likely', which comes later",
    ),
    Case(
        "two tests in a condition",
        BRIDGE,
        at("smaller", of("only_if", setting("at_least", 1))),
        "smaller: only_if: one test (is, at_least, at_most, given, risen_from), "
        "not at_least, at_most",
    ),
    Case(
        "no test in a condition",
        BRIDGE,
        at("smaller", of("only_if", without("at_most"))),
        "smaller: only_if: one test (is, at_least, at_most, given, risen_from), not none",
    ),
    Case(
        "an answer and a fact",
        BRIDGE,
        at("smaller", of("only_if", setting("fact", "night"))),
        "smaller: only_if: one of answer and fact, not both, not neither",
    ),
    Case(
        "neither an answer nor a fact",
        BRIDGE,
        at("breath_helps", setting("only_if", {})),
        "breath_helps: only_if: one of answer and fact, not both, not neither",
    ),
    Case(
        "a test beside a fact",
        BRIDGE,
        at("breath_helps", of("only_if", setting("given", True))),
        "breath_helps: only_if: nothing beside a fact",
    ),
    Case(
        "a fact there is none of",
        BRIDGE,
        at("breath_helps", of("only_if", setting("fact", "nigth"))),
        "breath_helps: only_if.fact: one of night, repeatable, breath_unasked, feared, "
        "not 'nigth'; did you mean 'night'?",
    ),
    Case(
        "a value that no option has",
        BRIDGE,
        at("do", of("only_if", setting("is", ["nwo"]))),
        "do: only_if.is: an answer of 'start', not 'nwo'; did you mean 'now'?",
    ),
    Case(
        "an ending that no breathing has",
        BRIDGE,
        at("surf_left", of("only_if", setting("is", ["lef"]))),
        "surf_left: only_if.is: an answer of 'surf', not 'lef'; did you mean 'left'?",
    ),
    Case(
        "an option of what has none",
        BRIDGE,
        at("likely", setting("only_if", {"answer": "feared", "is": ["yes"]})),
        "likely: only_if.is: a test that fits 'feared', which has no options",
    ),
    Case(
        "a number out of range",
        BRIDGE,
        at("smaller", of("only_if", setting("at_most", 11))),
        "smaller: only_if.at_most: a number from 0 to 10",
    ),
    Case(
        "a number below the range",
        BRIDGE,
        at("smaller", of("only_if", setting("at_most", -1))),
        "smaller: only_if.at_most: a number from 0 to 10",
    ),
    Case(
        "a number asked of words",
        BRIDGE,
        at("likely", setting("only_if", {"answer": "feared", "at_least": 4})),
        "likely: only_if.at_least: a test that fits 'feared', which is no rating",
    ),
    Case(
        "a rise from what is no rating",
        BRIDGE,
        at("risen_offer", of("only_if", setting("risen_from", "pause"))),
        "risen_offer: only_if.risen_from: an earlier rating, not 'pause'",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_in_a_condition_is_reported_where_it_stands(folder: Folder, case: Case) -> None:
    case.is_reported(folder)
